package dev.gatehouse.classify.privacy.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final Detector TAGGER = Names.tagger();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Yesterday Margaret Holloway signed the lease.                  | Margaret Holloway
          Ich habe gestern mit Jürgen Weißmüller telefoniert.            | Jürgen Weißmüller
          Hier, j'ai téléphoné à Amélie Dubois pour le loyer.            | Amélie Dubois
          Ayer hablé con Lucía Fernández Ortega sobre el alquiler.       | Lucía Fernández Ortega
          Ieri ho parlato con Giulia Bianchi dell'affitto.               | Giulia Bianchi
          Ontem falei com João Carvalho sobre o aluguel.                 | João Carvalho
          Gisteren sprak ik met Pieter van Dijk over de huur.            | Pieter van Dijk
          Wczoraj rozmawiałem z panią Katarzyną Nowicką o czynszu.       | Katarzyną Nowicką
          昨日、佐藤さんと家賃について話しました。                              | 佐藤
          कल मैंने राजेश कुमार से किराए के बारे में बात की।                       | राजेश कुमार
          """)
  void findsPeopleInTenLanguages(String text, String name) {
    assertThat(covers(text, name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOLLOWAY, MARGARET",
        "my name is margaret holloway and i need help",
        "id,customer,total\n7,Margaret Holloway,12.50",
        "Thanks a lot,\nMargaret Holloway",
        "2024-05-06 12:01:22 INFO order=81 customer=\"Margaret Holloway\" paid",
        "// reviewed by Margaret Holloway, see ticket 81"
      })
  void findsANameHoweverItIsWritten(String text) {
    assertThat(covers(text, text.contains("HOLL") ? "HOLLOWAY" : surname(text))).isTrue();
  }

  private static String surname(String text) {
    return text.contains("holloway") ? "holloway" : "Holloway";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set thumbnail_path and image_url, then call loadBanner.",
        "{\"image_url\": 1, \"created_at\": 2, \"maxResults\": 3}",
        "const displayName = getDisplayName(userProfile);",
        "{\"max_tokens\": 1, \"max_files\": 2, \"audio_end_ms\": 3, \"inference_geo\": 4}",
        "max_tokens"
      })
  void wordsOfCodeAreNoNames(String text) {
    assertThat(found(text, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "anna_vesely, anna_vesely",
    "notes_petra_kaltenbrunner.txt, petra_kaltenbrunner",
    "ask petra.vogel to come, petra.vogel"
  })
  void aNameOfJoinedWordsIsAName(String text, String name) {
    assertThat(found(text, ""))
        .anyMatch(match -> text.substring(match.start(), match.end()).contains(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name a river", "what is a daisy chain"})
  void whatHasAnArticleAndSmallLettersIsAThing(String text) {
    assertThat(found(text, "")).isEmpty();
  }

  @Test
  void aNameEndsWithItsSentence() {
    String text = "Please call Ann Bode. Email Lars Holm as well.";

    assertThat(found(text, ""))
        .extracting(match -> text.substring(match.start(), match.end()))
        .containsExactly("Ann Bode", "Lars Holm");
  }

  @Test
  void theDotOfATitleOrAnInitialEndsNoName() {
    String text = "Then Prof. Karl Huber met J. R. Olsen.";

    assertThat(found(text, ""))
        .extracting(match -> text.substring(match.start(), match.end()))
        .contains("J. R. Olsen")
        .anyMatch(name -> name.endsWith("Karl Huber"));
  }

  @Test
  void aStreetIsToldByHowItEnds() {
    assertThat(covers("Das Paket soll bitte in die Ahornstraße 31.", "Ahornstraße 31")).isTrue();
  }

  @Test
  void theKeyOfTheValueTells() {
    assertThat(found("Thandiwe Nkosi", "customerName")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The plumber should come to 14 Orchard Lane, Bristol.    | 14 Orchard Lane
          Der Klempner kommt morgen, Lindenstraße 58, 10115 Berlin. | Lindenstraße 58
          Le plombier doit passer au 12 rue des Tanneurs.         | 12 rue des Tanneurs
          El fontanero debe ir a la Calle de Alcalá 45.           | Calle de Alcalá 45
          L'idraulico deve venire in via Garibaldi 11.            | via Garibaldi 11
          O encanador deve ir à Rua das Laranjeiras 388.          | Rua das Laranjeiras 388
          De loodgieter moet naar de Prinsengracht 263 komen.     | Prinsengracht 263
          Hydraulik ma przyjść na ul. Długą 7.                    | Długą 7
          """)
  void findsStreetAddresses(String text, String address) {
    assertThat(covers(text, address)).isTrue();
  }

  @Test
  void findsAnAddressOfSeveralLines() {
    String text = "Please ship to\n14 Orchard Lane\nFlat 3\nBristol BS1 4ST";

    assertThat(covers(text, "14 Orchard Lane")).isTrue();
    assertThat(covers(text, "Bristol")).isTrue();
  }

  @Test
  void findsOrganisationsPlacesAndNationalities() {
    assertThat(covers("She works for Brightwater Logistics GmbH.", "Brightwater Logistics"))
        .isTrue();
    assertThat(covers("We moved from Norway to Portugal.", "Portugal")).isTrue();
    assertThat(found("My flatmate is Norwegian.", ""))
        .extracting(match -> match.rule().type())
        .containsExactly(FindingType.NATIONALITY);
  }

  @Test
  void findsAgainWhatWasFoundOnce() {
    String text = "My landlord is Rosamund Quillfeather. The flat is fine. Quillfeather, though!";

    assertThat(found(text, "")).anyMatch(match -> match.start() > 50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I sort a list of dictionaries by two keys?",
        "class OrderService { private final Map<String, Order> orders = new HashMap<>(); }",
        "In March and on Monday the shop opens at nine.",
        "Die Geschwindigkeit des Wagens beträgt hundert Kilometer pro Stunde.",
        "Write a short summary. Use bullet points. Keep it simple.",
        "SELECT name, price FROM orders WHERE price > 10 ORDER BY price;",
        ""
      })
  void findsNothingWhereNobodyIsNamed(String text) {
    assertThat(found(text, "")).isEmpty();
  }

  @Test
  void everythingIsInternalUntilItsSurroundingsAreJudged() {
    assertThat(found("Dear Mr Holloway, greetings from Bristol, Margaret", ""))
        .isNotEmpty()
        .allMatch(match -> match.rule().privacyClass() == PrivacyClass.INTERNAL);
  }

  @Test
  void theSameTextGivesTheSameFindsOnEveryThread() {
    String text = "Margaret Holloway lives at 14 Orchard Lane in Bristol.\n".repeat(20);
    List<Match> once = found(text, "");

    List<List<Match>> many =
        IntStream.range(0, 50).parallel().mapToObj(_ -> found(text, "")).toList();

    assertThat(many).allMatch(once::equals);
  }

  @Test
  void longTextsAndStrangeOnesAreRead() {
    assertThat(found("Margaret ".repeat(200_000), "")).isNotEmpty();
    assertThat(found("\uD800 \uDC00 \u0000 \uFFFF", "")).isEmpty();
    assertThat(found("A".repeat(300_000), "")).hasSizeLessThan(2);
  }

  private static boolean covers(String text, String value) {
    int start = text.indexOf(value);
    int covered = 0;
    for (Match match : found(text, "")) {
      covered +=
          Math.max(
              0, Math.min(match.end(), start + value.length()) - Math.max(match.start(), start));
    }
    return covered * 2 >= value.length();
  }

  private static List<Match> found(String text, String key) {
    NormalizedText normalized = NormalizedText.of(text, Surroundings.of(key));
    Matches matches = new Matches();
    TAGGER.detect(normalized, matches);
    return matches.all();
  }
}
