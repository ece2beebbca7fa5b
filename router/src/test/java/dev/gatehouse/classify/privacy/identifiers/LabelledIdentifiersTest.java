package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledIdentifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Her SSN is 417-22-9083, he said; ssn=417-22-9083",
        "social security number: 417229083; ssn=417229083",
        "Tax ID 83-4471920 of the shop; tax=83-4471920",
        "NI number: JG 10 37 59 A; national=JG 10 37 59 A",
        "UTR 20718 33946; tax=20718 33946",
        "NHS no. 485 777 3456; medical=485 777 3456",
        "Steuer-ID: 47 036 892 816; tax=47 036 892 816",
        "Sozialversicherungsnummer 15 070649 C 103; national=15 070649 C 103",
        "Personalausweis-Nr. L01X00T471; national=L01X00T471",
        "n° sécu 2 81 03 75 116 001 87; nir=2 81 03 75 116 001 87",
        "numéro fiscal 30 23 217 600 053; tax=30 23 217 600 053",
        "su DNI 71204463Q y; national=71204463Q",
        "nº de la seguridad social 28 12345678 40; nir=28 12345678 40",
        "C.F. BNCLRA77E53H501D; codice-fiscale=BNCLRA77E53H501D",
        "Partita IVA 07643520567; tax=07643520567",
        "BSN 259406188; bsn=259406188",
        "PESEL 02070803628; national=02070803628",
        "NIP: 106-00-00-062; tax=106-00-00-062",
        "dowód osobisty ABS 123456; national=ABS 123456",
        "CPF 41590723680; national=41590723680",
        "RG 27.418.603-5; national=27.418.603-5",
        "Aadhaar 3675 9834 6015; aadhaar=3675 9834 6015",
        "PAN: BQTPK4417M; pan=BQTPK4417M",
        "voter id WKT4471903; national=WKT4471903",
        "TFN 648 188 527; tax=648 188 527",
        "Medicare 2950 12345 1; insurance=2950 12345 1",
        "マイナンバーは1234 5678 9018です; aadhaar=1234 5678 9018",
        "주민등록번호: 900412-2063118; rrn=900412-2063118",
        "contribuinte 245 718 903; tax=245 718 903",
        "passport 488201739 expires soon; passport=488201739",
        "Reisepass C01X0006H wurde; passport=C01X0006H",
        "numéro de passeport: 19CV30276; passport=19CV30276",
        "पासपोर्ट नंबर N4471902; passport=N4471902",
        "パスポート番号 TR4471903; passport=TR4471903",
        "driver's license D482-7719-0035; driving=D482-7719-0035",
        "Führerschein B072RRE2I55; driving=B072RRE2I55",
        "prawo jazdy 00417/19/1465; driving=00417/19/1465",
        "employee id E-77120; employee=E-77120",
        "Personalnummer 00718; employee=00718",
        "matricule 8841-C; employee=8841-C",
        "社員番号: 004417; employee=004417",
        "student number s1184920; employee=s1184920",
        "NPI 1234567893; employee=1234567893",
        "Kundennr. K-88120; customer=K-88120",
        "MRN: 00771243; medical=00771243",
        "patient ID P-40183; medical=P-40183",
        "診察券番号 0044719; medical=0044719",
        "policy number HX/2204-118/7; insurance=HX/2204-118/7",
        "member id XQH 771 902 334; insurance=XQH 771 902 334",
        "Versichertennummer A123456780; insurance=A123456780",
        "routing number 061000104; bank=061000104",
        "BSB 062-000 please; bank=062-000",
        "account number 77120934; account=77120934",
        "Kontonummer 0532013000; account=0532013000",
        "口座番号 1234567; account=1234567",
        "खाता संख्या 30114478821; account=30114478821",
        "conta corrente 44719-2; account=44719-2",
        "sort code 20-14-09; bank=20-14-09",
        "agência 3312; branch=3312",
        "SWIFT: DEUTDEFF500; swift=DEUTDEFF500",
        "IFSC code SBIN0004471; swift=SBIN0004471",
        "my card ending 4471 was; last-four=4471",
        "Karte endet auf 8820; last-four=8820",
        "CVV 391; cvv=391",
        "number plate KT19 WXE; plate=KT19 WXE",
        "Kennzeichen: M-AB 4471; plate=M-AB 4471",
        "matrícula 4471 KLM; plate=4471 KLM",
        "kenteken 12-ABC-3; plate=12-ABC-3",
        "zip code 75534; postcode=75534"
      })
  void labelVouchesForWhatFollows(String text, String found) {
    assertThat(PrivacyScans.valuesIn(text)).contains(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"ssn\":\"417229083\"}; ssn",
        "{\"taxId\":\"834471920\"}; tax",
        "{\"customer\":{\"phoneNumber\":\"4471 9028\"}}; phone",
        "{\"bank_account_number\":\"77120934\"}; account",
        "{\"bank_account_number\":77120934}; account",
        "{\"passportNo\":\"XKB118204\"}; passport",
        "{\"date_of_birth\":\"1979-02-11\"}; date-of-birth",
        "{\"Steuernummer\":\"2181508150\"}; tax",
        "{\"電話番号\":\"0312345678\"}; phone",
        "{\"username\":\"tkoster81\"}; username",
        "{\"age\":\"34\"}; age",
        "{\"mrn\":\"0044719\"}; medical"
      })
  void keyIsALabel(String json, String rule) {
    assertThat(PrivacyScans.ofJson(json)).extracting(found -> found.rule()).contains(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| who | dob | acct |\\n|---|---|---|\\n| A. Li | 1990-05-06 | 4471-9028 |; account=4471-9028",
        "| who | dob | acct |\\n|---|---|---|\\n| A. Li | 1990-05-06 | 4471-9028 |; date-of-birth=1990-05-06",
        "name,phone,city\\nIda,44719028,Bonn\\nPer,55719028,Ulm; phone=55719028",
        "name\\tssn\\nIda\\t417229083; ssn=417229083",
        "imię|PESEL\\nJan|02070803628; national=02070803628"
      })
  void headOfAColumnIsALabel(String text, String found) {
    assertThat(PrivacyScans.valuesIn(text.replace("\\n", "\n").replace("\\t", "\t")))
        .contains(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passport control took 45 minutes in 2019",
        "the account grew by 1,250,000 dollars",
        "a policy for a 20-person team",
        "insurance costs $12000 a year",
        "ending in 2019",
        "the sin of 123456789 radians",
        "number plate theory",
        "licence plates date from 1903",
        "account for 35 % of sales",
        "card has 12GB of memory",
        "cpf 000.000.000-00 is the mask",
        "license: MIT, version 2.0.14"
      })
  void everydayUsesOfLabelsAreNone(String text) {
    assertThat(PrivacyScans.ofText(text)).noneMatch(PrivateFindings::isPersonal);
  }

  @Test
  void labelOfAnotherValueVouchesForNothing() {
    assertThat(PrivacyScans.valuesIn("no passport yet; tel 4471 9028"))
        .containsExactly("phone=4471 9028");
  }
}
