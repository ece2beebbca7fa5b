package dev.gatehouse.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonPath;
import dev.gatehouse.json.JsonText;
import dev.gatehouse.json.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactorTest {
  private static final Conversation TALK = new Conversation("app", "talk");
  private final Redactor redactor = new Redactor(key(1));

  @Test
  void onlyTheFindingChangesAndEveryOtherByteStays() {
    String json =
        "{ \"x\" : 1.50e3,\n \"messages\":[{\"role\":\"user\",\"content\":\"caf\\u00e9 \\/ ann@x.test \\n\"}] , \"y\":12345678901234567890123 }";

    String redacted = redacted(json, "ann@x.test", FindingType.EMAIL);

    assertThat(redacted)
        .matches(
            "(?s)\\{ \"x\" : 1\\.50e3,\\n \"messages\":\\[\\{\"role\":\"user\",\"content\":\"caf\\\\u00e9 \\\\/ x[0-9a-z]{12}@mail\\.example \\\\n\"}] , \"y\":12345678901234567890123 }");
  }

  @Test
  void sameValueHasOneTokenWhereverItStands() {
    String json =
        "{\"a\":\"Anna Brown wrote\",\"b\":[\"Call Brown, or Anna\",\"ANNA BROWN\"],\"c\":\"brown\"}";

    Redacted.Complete complete = complete(json, "Anna Brown", FindingType.PERSON);

    assertThat(text(complete)).doesNotContain("Anna", "Brown", "ANNA").contains("\"brown\"");
    assertThat(complete.pseudonyms().all())
        .extracting(Pseudonym::value)
        .containsExactlyInAnyOrder("Anna Brown", "Anna", "Brown", "ANNA BROWN");
    assertThat(restored(complete)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Petra Kaltenbrunner | PETRA KALTENBRUNNER",
        "Petra Kaltenbrunner | Kaltenbrunner, Petra",
        "Petra Kaltenbrunner | P. Kaltenbrunner",
        "Petra Kaltenbrunner | Frau Kaltenbrunner",
        "Petra Kaltenbrunner | the Kaltenbrunners",
        "Petra Kaltenbrunner | kaltenbrunner's",
        "Petra Kaltenbrunner | petra.kaltenbrunner",
        "Petra Kaltenbrunner | kaltenbrunner.petra",
        "Petra Kaltenbrunner | pkaltenbrunner",
        "Petra Kaltenbrunner | petrakaltenbrunner82",
        "Petra Kaltenbrunner | KaltenbrunnerGmbH",
        "Petra Kaltenbrunner | Kaltenbrunner2024",
        "Petra Kaltenbrunner | annaKaltenbrunner82",
        "Petra Kaltenbrunner | 2024kaltenbrunner",
        "Petra Kaltenbrunner | GmbHKaltenbrunner",
        "Kaltenbrunner, Petra | KALTENBRUNNER",
        "petra kaltenbrunner | Kaltenbrunner",
        "Jan Meyer | ask meyer",
        "Jan Meyer | meyer82",
        "Jan Meyer-Kowalski | Kowalskiego",
        "Jan Müller | Mueller",
        "Jan Müller | Muller",
        "Jan Mueller | MÜLLER",
        "Jan Mueller | Mu\u0308llers",
        "Jan Weissmueller | Weissmüller",
        "Jan Weissmueller | Weißmüller",
        "Jan Weißmann | Weissmann",
        "Jan Soellermann | Søllermann",
        "Jan Søllermann | Sollermann",
        "Jan Haallermann | Hållermann"
      })
  void aNameIsReplacedInEverySpelling(String name, String other) {
    String json = "{\"a\":\"I am " + name + ".\",\"b\":\"and " + other + ", too\"}";

    Redacted.Complete complete = complete(json, name, FindingType.PERSON);

    assertThat(text(complete).toLowerCase(Locale.ROOT))
        .doesNotContain("kaltenbrunner", "petra", "meyer", "kowalski", "mueller", "ller", "mann");
    assertThat(restored(complete)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Petra Stone | a stone, Stonehenge and milestones",
        "Ann Li | Announce it, list Anna2 and likely",
        "Jan Martin | Martina likes Martinique and martini",
        "Christian Berg | christianity in Nurembergs",
        "Petra Klein | klein, kleiner, petrochemistry",
        "Eva Simon | Simone and Simonetta"
      })
  void wordsThatHoldANameStay(String name, String words) {
    String json = "{\"a\":\"I am " + name + ".\",\"b\":\"" + words + "\"}";

    assertThat(redacted(json, name, FindingType.PERSON)).contains("\"b\":\"" + words + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON | Karen Carpenter | the carpenter came with his carpenter's bench",
        "PERSON | Benjamin Constant | a constant factor",
        "ORGANIZATION | Marketing | our marketing plan",
        "LOCATION | Reading | reading and writing"
      })
  void aLongPlainWordIsNoName(FindingType type, String name, String words) {
    String json = "{\"a\":\"Ask " + name + ".\",\"b\":\"" + words + "\"}";

    assertThat(redacted(json, name, type)).contains("\"b\":\"" + words + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORGANIZATION | Siemens | jobs at siemens",
        "ORGANIZATION | Marketing | ask Marketing or MARKETING",
        "CUSTOMER | Constant | the files of constant"
      })
  void anOrganizationIsReplacedInSmallLettersWhereItIsNoPlainWordAndACustomerAlways(
      FindingType type, String name, String other) {
    String json = "{\"a\":\"Ask " + name + ".\",\"b\":\"" + other + "\"}";

    Redacted.Complete complete = complete(json, name, type);

    assertThat(text(complete).toLowerCase(Locale.ROOT))
        .doesNotContain(name.toLowerCase(Locale.ROOT));
    assertThat(restored(complete)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Michael Bergmann | Michal and michal",
        "Manuel Bergmann | the Manul cat",
        "Joel Bergmann | Jol",
        "Samuel Bergmann | Samul",
        "Jan Mueller | Muller and muller"
      })
  void twoVowelsOfANameAreNoUmlautWhereNoneIsWritten(String name, String words) {
    String json = "{\"a\":\"I am " + name + ".\",\"b\":\"" + words + "\"}";

    assertThat(redacted(json, name, FindingType.PERSON)).contains("\"b\":\"" + words + "\"");
  }

  @Test
  void aNameThatReadsLikeAnotherWithAnUmlautIsStillReplaced() {
    String json = "{\"a\":\"Michael met Michal.\"}";
    JsonBody body = body(json);
    List<Finding> findings = new ArrayList<>(findings(body, "Michael", FindingType.PERSON));
    findings.addAll(findings(body, "Michal", FindingType.PERSON));

    Redacted.Complete complete =
        (Redacted.Complete) redactor.redact(new Redactor.Task(body, findings, List.of(), TALK));

    assertThat(text(complete)).doesNotContain("Micha");
  }

  @Test
  void longNameIsReplacedInPathsAndFilesNamesToo() {
    String json =
        "{\"a\":\"Ida Kaltenbrunner\",\"b\":\"/home/kaltenbrunner/cv.pdf\",\"c\":\"kaltenbrunner_cv.pdf\"}";

    Redacted.Complete complete = complete(json, "Ida Kaltenbrunner", FindingType.PERSON);

    assertThat(text(complete)).doesNotContain("altenbrunner");
    assertThat(restored(complete)).isEqualTo(json);
  }

  @Test
  void tokensHangOnSecretKeyNameAndConversation() {
    String json = "{\"a\":\"Anna Meyer\"}";
    String first = redacted(json, "Anna Meyer", FindingType.PERSON);
    Task other = new Task(json, "Anna Meyer", FindingType.PERSON);

    assertThat(redacted(json, "Anna Meyer", FindingType.PERSON)).isEqualTo(first);
    assertThat(other.by(new Redactor(key(2)), TALK)).isNotEqualTo(first);
    assertThat(other.by(redactor, new Conversation("lab", "talk"))).isNotEqualTo(first);
    assertThat(other.by(redactor, new Conversation("app", "other"))).isNotEqualTo(first);
  }

  @Test
  void conversationIsKnownByItsFirstTurns() {
    JsonBody first =
        body(
            "{\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"hi\"}]}");
    JsonBody later =
        body(
            "{\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]},{\"role\":\"assistant\",\"content\":\"yes\"},{\"role\":\"user\",\"content\":\"and\"}]}");
    JsonBody other = body("{\"messages\":[{\"role\":\"user\",\"content\":\"ho\"}]}");

    assertThat(redactor.conversation("app", later)).isEqualTo(redactor.conversation("app", first));
    assertThat(redactor.conversation("app", other))
        .isNotEqualTo(redactor.conversation("app", first));
    assertThat(redactor.conversation("lab", first))
        .isNotEqualTo(redactor.conversation("app", first));
    assertThat(redactor.conversation("app", body("{\"input\":\"hi\"}")))
        .isEqualTo(
            redactor.conversation(
                "app",
                body(
                    "{\"input\":[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"assistant\",\"content\":\"x\"}]}")));
  }

  @Test
  void argumentsOfToolsStayJson() {
    String json =
        "{\"messages\":[{\"tool_calls\":[{\"function\":{\"name\":\"find\",\"arguments\":\"{\\\"to\\\":\\\"Fran\\\\u00e7ois Roux\\\",\\\"n\\\":1}\"}}]},{\"content\":\"Fran\u00e7ois Roux\"}]}";

    Redacted.Complete complete = complete(json, "Fran\u00e7ois Roux", FindingType.PERSON);

    String arguments =
        complete.body().tree().at("/messages/0/tool_calls/0/function/arguments").textValue();
    assertThat(body(arguments).tree().path("to").textValue()).startsWith("Person").hasSize(14);
    assertThat(body(arguments).tree().path("n").intValue()).isEqualTo(1);
    assertThat(text(complete)).doesNotContain("Roux");
  }

  @Test
  void findingWithinEscapedArgumentsIsReplacedWithinThem() {
    String inner = "{\"to\":\"a \\\"b\\\" Zo\\u00eb Kern\"}";
    String json =
        "{\"arguments\":" + com.fasterxml.jackson.databind.node.TextNode.valueOf(inner) + "}";
    int start = inner.indexOf("Zo");
    Finding finding =
        new Finding(
            FindingType.PERSON,
            "r",
            PrivacyClass.PERSONAL,
            "/arguments",
            start,
            start + "Zo\\u00eb Kern".length());

    Redacted.Complete complete =
        (Redacted.Complete)
            redactor.redact(new Redactor.Task(body(json), List.of(finding), List.of(), TALK));

    String arguments = complete.body().tree().path("arguments").textValue();
    assertThat(body(arguments).tree().path("to").textValue()).matches("a \"b\" Person[0-9A-Z]{8}");
    assertThat(complete.pseudonyms().all())
        .extracting(Pseudonym::value)
        .containsExactly("Zo\u00eb Kern");
  }

  @Test
  void keysOfTheClientsAreRenamed() {
    String json =
        "{\"messages\":[{\"content\":\"x\"}],\"metadata\":{\"ann@x.test\":1,\"other\":2}}";

    String redacted = redacted(json, "ann@x.test", FindingType.EMAIL);

    assertThat(redacted).matches(".*\"metadata\":\\{\"x\\w{12}@mail.example\":1,\"other\":2}}");
  }

  @Test
  void numberBecomesANumberOfTheSameLength() {
    String json = "{\"a\":4012888888881881,\"b\":\"4012 8888 8888 1881\"}";

    Redacted.Complete complete = complete(json, "4012888888881881", FindingType.CREDIT_CARD);

    assertThat(complete.body().tree().path("a").asText())
        .hasSize(16)
        .startsWith("4")
        .isNotEqualTo("4012888888881881");
    assertThat(complete.body().tree().path("b").textValue())
        .matches("\\d{4}-\\d{4}-\\d{4}-\\d{4}")
        .doesNotContain("8888-8888");
  }

  @Test
  void numberThatHasNoSuchFormKeepsTheRequestAtHome() {
    assertThat(impossible("{\"a\":52000123}", "52000123", FindingType.SALARY)).contains("number");
    assertThat(
            impossible("{\"a\":4012888888881881.5}", "4012888888881881", FindingType.CREDIT_CARD))
        .contains("number");
  }

  @Test
  void valueInAFieldOfTheProtocolKeepsTheRequestAtHome() {
    assertThat(impossible("{\"model\":\"Anna Meyer\"}", "Anna Meyer", FindingType.PERSON))
        .contains("protocol");
    assertThat(
            impossible(
                "{\"tools\":[{\"function\":{\"name\":\"find_anna_meyer\"}}],\"messages\":[{\"content\":\"Anna Meyer\"}]}",
                "Anna Meyer",
                FindingType.PERSON))
        .contains("protocol");
  }

  @Test
  void findingWithoutASpanOrAPlaceKeepsTheRequestAtHome() {
    for (Finding finding :
        List.of(
            new Finding(FindingType.EMAIL, "r", PrivacyClass.PERSONAL, "/a", 0, 0),
            new Finding(FindingType.EMAIL, "r", PrivacyClass.PERSONAL, "/a", 0, 99),
            new Finding(FindingType.EMAIL, "r", PrivacyClass.PERSONAL, "/b", 0, 1),
            new Finding(FindingType.EMAIL, "r", PrivacyClass.PERSONAL, "headers:/a", 0, 1))) {
      assertThat(
              redactor.redact(
                  new Redactor.Task(
                      body("{\"a\":\"ann@x.test\"}"), List.of(finding), List.of(), TALK)))
          .isInstanceOf(Redacted.Impossible.class);
    }
  }

  @Test
  void valueInAHeaderKeepsTheRequestAtHome() {
    JsonBody body = body("{\"a\":\"ann@x.test\"}");
    List<Finding> findings = findings(body, "ann@x.test", FindingType.EMAIL);

    assertThat(redactor.redact(new Redactor.Task(body, findings, List.of("for ANN@x.test"), TALK)))
        .isInstanceOf(Redacted.Impossible.class);
  }

  @Test
  void overlappingFindingsBecomeOneValue() {
    JsonBody body = body("{\"a\":\"Anna Meyer Berlin\"}");
    List<Finding> findings = new ArrayList<>(findings(body, "Anna Meyer", FindingType.PERSON));
    findings.addAll(findings(body, "Meyer Berlin", FindingType.LOCATION));

    Redacted.Complete complete =
        (Redacted.Complete) redactor.redact(new Redactor.Task(body, findings, List.of(), TALK));

    assertThat(complete.pseudonyms().all())
        .extracting(Pseudonym::value)
        .containsExactly("Anna Meyer Berlin");
  }

  @Test
  void tokenNeverStandsInTheRequestAlready() {
    String json = "{\"a\":\"Anna Meyer\"}";
    String token =
        complete(json, "Anna Meyer", FindingType.PERSON).pseudonyms().all().getFirst().token();

    Redacted.Complete again =
        complete(
            "{\"a\":\"Anna Meyer\",\"b\":\"" + token + "\"}", "Anna Meyer", FindingType.PERSON);

    assertThat(again.pseudonyms().all()).extracting(Pseudonym::token).doesNotContain(token);
  }

  @Test
  void shortNumbersAndWordsAreReplacedInTheirOwnPlaceAlone() {
    String json = "{\"a\":\"Age 42\",\"b\":\"42 apples\",\"max_tokens\":42}";
    Finding finding = new Finding(FindingType.AGE, "r", PrivacyClass.PERSONAL, "/a", 4, 6);

    Redacted.Complete complete =
        (Redacted.Complete)
            redactor.redact(new Redactor.Task(body(json), List.of(finding), List.of(), TALK));

    assertThat(text(complete))
        .matches("\\{\"a\":\"Age Age\\w{8}\",\"b\":\"42 apples\",\"max_tokens\":42}");
  }

  @Test
  void valuesShowInNoText() {
    assertThat(new PrivateValue(FindingType.PERSON, "Anna").toString()).doesNotContain("Anna");
  }

  private record Task(String json, String value, FindingType type) {
    String by(Redactor redactor, Conversation conversation) {
      JsonBody body = body(json);
      return text(
          (Redacted.Complete)
              redactor.redact(
                  new Redactor.Task(body, findings(body, value, type), List.of(), conversation)));
    }
  }

  private String redacted(String json, String value, FindingType type) {
    return text(complete(json, value, type));
  }

  private Redacted.Complete complete(String json, String value, FindingType type) {
    JsonBody body = body(json);
    return (Redacted.Complete)
        redactor.redact(new Redactor.Task(body, findings(body, value, type), List.of(), TALK));
  }

  private String impossible(String json, String value, FindingType type) {
    JsonBody body = body(json);
    return ((Redacted.Impossible)
            redactor.redact(new Redactor.Task(body, findings(body, value, type), List.of(), TALK)))
        .why();
  }

  /** The first place where the value stands, as a detector reports it. */
  static List<Finding> findings(JsonBody body, String value, FindingType type) {
    for (JsonText text : JsonTexts.of(new String(body.bytes(), StandardCharsets.UTF_8)).texts()) {
      int at = text.value().indexOf(value);
      if (at >= 0) {
        int start = text.value().codePointCount(0, at);
        int end = start + value.codePointCount(0, value.length());
        Finding finding =
            new Finding(type, "r", PrivacyClass.PERSONAL, pointer(text.path()), start, end);
        return List.of(text.kind() == JsonText.Kind.KEY ? finding.ofKey() : finding);
      }
    }
    throw new IllegalArgumentException("the value is not there");
  }

  private static String pointer(JsonPath path) {
    return path.pointer();
  }

  static String restored(Redacted.Complete complete) {
    String text = text(complete);
    for (Pseudonym each : complete.pseudonyms().all()) {
      text = text.replace(each.token(), each.value());
    }
    return text;
  }

  static String text(Redacted.Complete complete) {
    return new String(complete.body().bytes(), StandardCharsets.UTF_8);
  }

  static JsonBody body(String json) {
    return JsonBody.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  static PseudonymKey key(int seed) {
    byte[] secret = new byte[PseudonymKey.BYTES];
    secret[0] = (byte) seed;
    return new PseudonymKey(secret);
  }
}
