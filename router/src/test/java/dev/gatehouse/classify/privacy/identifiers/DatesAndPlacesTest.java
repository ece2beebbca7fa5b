package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import dev.gatehouse.config.PrivacyClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesAndPlacesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DOB 3/4/71; 3/4/71",
        "born on March 9, 1972 in; March 9, 1972",
        "date of birth: 22nd June 1995; 22nd June 1995",
        "geboren am 14. Mai 1990; 14. Mai 1990",
        "geb. 08.11.1951; 08.11.1951",
        "née le 19 février 2001; 19 février 2001",
        "nacida el 3 de mayo de 1964; 3 de mayo de 1964",
        "nato a Lecce il 23/09/1964; 23/09/1964",
        "data de nascimento 02-07-1947; 02-07-1947",
        "geboren op 4 maart 1988; 4 maart 1988",
        "ur. 12 sierpnia 1979; 12 sierpnia 1979",
        "生年月日：1990年5月6日; 1990年5月6日",
        "जन्म तिथि 12/05/1987; 12/05/1987",
        "I was born on 1980-03-04; 1980-03-04",
        "생년월일 1990-05-06; 1990-05-06"
      })
  void labelMakesADateABirthDate(String text, String date) {
    assertThat(PrivacyScans.valuesIn(text)).contains("date-of-birth=" + date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-05-02",
        "02.05.2019",
        "5/2/2019",
        "5 May 2019",
        "May 5, 2019",
        "5. Mai 2019",
        "5 mai 2019",
        "5 de mayo de 2019",
        "5 maggio 2019",
        "5 de maio de 2019",
        "5 mei 2019",
        "5 maja 2019",
        "2019年5月2日",
        "2019-05-02 18:02:08"
      })
  void otherDatesAreInternal(String date) {
    assertThat(PrivacyScans.valuesIn("the meeting of " + date + " took place"))
        .containsExactly("date=" + date);
    assertThat(PrivacyScans.ofText("the meeting of " + date))
        .extracting(found -> found.privacyClass())
        .containsOnly(PrivacyClass.INTERNAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "she is 34 years old; 34", "age: 34; 34", "a man aged 71 fell; 71", "my 9-year-old son; 9",
        "42 Jahre alt; 42", "âgée de 37 ans; 37", "tiene 29 años; 29", "ha 51 anni; 51",
        "ma 44 lat; 44", "34歳の男性; 34", "उम्र 28 है; 28", "is 63 jaar oud; 63"
      })
  void agesAreFound(String text, String age) {
    assertThat(PrivacyScans.valuesIn(text)).contains("age=" + age);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "from 93.184.216.34 today; ip=93.184.216.34; PERSONAL",
        "from 10.2.3.44 today; ip-of-nobody=10.2.3.44; INTERNAL",
        "ping 127.0.0.1; ip-of-nobody=127.0.0.1; INTERNAL",
        "see 192.0.2.7; ip-of-nobody=192.0.2.7; INTERNAL",
        "2a02:8109:9a40:11bc::1f; ip=2a02:8109:9a40:11bc::1f; PERSONAL",
        "fe80::1ff:fe23:4567:890a; ip-of-nobody=fe80::1ff:fe23:4567:890a; INTERNAL",
        "hw 3c:22:fb:10:9e:4d up; mac=3c:22:fb:10:9e:4d; PERSONAL",
        "hw 3C-22-FB-10-9E-4D up; mac=3C-22-FB-10-9E-4D; PERSONAL",
        "at 48.858370, 2.294481; coordinates=48.858370, 2.294481; PERSONAL",
        "at 48.8584, 2.2945; coordinates-coarse=48.8584, 2.2945; INTERNAL",
        "see https://a.example/x?y=1; url=https://a.example/x?y=1; INTERNAL",
        "https://linkedin.com/in/tkoster; url-of-user=https://linkedin.com/in/tkoster; PERSONAL",
        "user=tkoster81 ok; username=tkoster81; PERSONAL",
        "Twitter: @tkoster81; username=tkoster81; PERSONAL",
        "London NW1 6XE; postcode=NW1 6XE; INTERNAL",
        "Salem, OR 97301; postcode=OR 97301; INTERNAL",
        "1012 AB Amsterdam; postcode=1012 AB; INTERNAL",
        "Ottawa K1A 0B1; postcode=K1A 0B1; INTERNAL"
      })
  void placesAndMachinesHaveTheirClass(String text, String found, PrivacyClass expected) {
    assertThat(PrivacyScans.valuesIn(text)).contains(found);
    assertThat(PrivacyScans.ofText(text))
        .extracting(each -> each.privacyClass())
        .containsOnly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version 1.2.3.4",
        "std::vector<int> a;",
        "1.2.3.4.5",
        "256.1.1.1",
        "at 12:30:45",
        "12:34:56:78",
        "a::b",
        "user = request.user",
        "username: str",
        "login: admin",
        "user: hello there",
        "0.3333, 0.6667",
        "255.255.255.0",
        "Foo::bar(1)"
      })
  void programsAndNumbersAreNoneOfThem(String text) {
    assertThat(PrivacyScans.ofText(text)).noneMatch(PrivateFindings::isPersonal);
  }
}
