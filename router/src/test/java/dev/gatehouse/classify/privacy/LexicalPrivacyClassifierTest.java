package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.PrivacyClass;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalPrivacyClassifierTest {

  private static final String CARD = "4111111111111111";

  @Test
  void harmlessRequestsArePublic() {
    var report =
        new LexicalPrivacyClassifier()
            .scan(
                PrivacyScans.parse(
                    "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"How hot"
                        + " is boiling water?\"}],\"temperature\":0.4111111111111111,\"seed\":42}"));

    assertThat(report.findings()).isEmpty();
    assertThat(report.highest()).isEqualTo(PrivacyClass.PUBLIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"messages\":[{\"content\":\"C\"}]} | /messages/0/content",
        "{\"messages\":[{\"content\":[{\"type\":\"text\",\"text\":\"C\"}]}]} | /messages/0/content/0/text",
        "{\"messages\":[{},{\"tool_calls\":[{\"function\":{\"arguments\":\"C\"}}]}]} |"
            + " /messages/1/tool_calls/0/function/arguments",
        "{\"tools\":[{\"function\":{\"description\":\"C\"}}]} | /tools/0/function/description",
        "{\"messages\":[{\"name\":\"C\"}]} | /messages/0/name",
        "{\"user\":\"C\"} | /user",
        "{\"unknown_field\":{\"x\":\"C\"}} | /unknown_field/x",
        "{\"a/b~c\":\"C\"} | /a~1b~0c",
        "{\"x\":{\"C\":1}} | /x/4111111111111111",
        "{\"x\":C} | /x",
        "{\"x\":[1,C]} | /x/1",
        "{\"x\":C.0} | /x",
        "\"C\" | ^^"
      })
  void everyStringKeyAndNumberIsScannedAndItsPathTold(String template, String path) {
    var card =
        new Finding(FindingType.CREDIT_CARD, "card-luhn", PrivacyClass.FINANCIAL, path, 0, 16);

    var findings = PrivacyScans.ofJson(template.replace("C", CARD));

    assertThat(findings).containsExactly(path.endsWith(CARD) ? card.ofKey() : card);
  }

  @Test
  void offsetsCountCodePoints() {
    var findings = PrivacyScans.ofText("👩‍👩‍👧 𝒳 ok\u200b " + CARD + "\u200b!");

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().path()).isEqualTo("/text");
    assertThat(findings.getFirst().start()).isEqualTo(12);
    assertThat(findings.getFirst().end()).isEqualTo(28);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"card\":\"\\u0034111111111111111\"} | \\u0034111111111111111",
        "{\"a\":\"x\\n4111111111111111\"} | 4111111111111111",
        "{\"a\":\"{\\\"b\\\":\\\"\\\\u0034111111111111111\\\"}\"} | \\\\u0034111111111111111",
        "{\"mail\":\"bob\\u0040example.com\"} | bob\\u0040example.com"
      })
  void escapesInsideJsonTextHideNothingAndOffsetsStayExact(String text, String value) {
    var values = PrivacyScans.valuesIn(text);

    assertThat(values).hasSize(1).first().asString().endsWith("=" + value);
  }

  @Test
  void aValueUnderASecretsNameIsFoundInTheTreeAndInJsonText() {
    var inTree = PrivacyScans.ofJson("{\"db\":{\"password\":\"hunter2horse\"}}");
    var inList = PrivacyScans.ofJson("{\"api_keys\":1,\"token\":[\"9f8e7d6c5b4a39281706\"]}");
    var inSchema = PrivacyScans.ofJson("{\"properties\":{\"password\":{\"type\":\"string\"}}}");

    assertThat(inTree).extracting(Finding::path).containsExactly("/db/password");
    assertThat(inList).extracting(Finding::path).containsExactly("/token/0");
    assertThat(inSchema).isEmpty();
  }

  @Test
  void differentClassesInOneStringAreAllReportedInOrder() {
    var findings = PrivacyScans.ofText("bob@example.com paid with " + CARD);

    assertThat(findings)
        .extracting(Finding::privacyClass)
        .containsExactly(PrivacyClass.PERSONAL, PrivacyClass.FINANCIAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\"}} | image-part",
        "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AAAA\",\"format\":\"wav\"}} | audio-part",
        "{\"type\":\"file\",\"file\":{\"file_id\":\"f1\"}} | file-part",
        "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"data\":\"AA\"}} | image-part",
        "{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"https://example.org/a.pdf\"}} | file-part",
        "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AA\"}} | file-part"
      })
  void partsThatNoRuleCanReadAreUnscannable(String part, String rule) {
    var findings = PrivacyScans.ofJson("{\"messages\":[{\"content\":[" + part + "]}]}");

    assertThat(findings)
        .filteredOn(found -> found.type() != FindingType.URL)
        .containsExactly(opaque(rule, "/messages/0/content/0", 0, 0));
  }

  @Test
  void ollamaImagesAreUnscannableOneByOne() {
    var findings = PrivacyScans.ofJson("{\"messages\":[{\"images\":[\"AAAA\",\"BBBB\"]}]}");

    assertThat(findings)
        .extracting(Finding::path)
        .containsExactly("/messages/0/images/0", "/messages/0/images/1");
  }

  @Test
  void aDocumentWrittenAsTextIsScannedInstead() {
    var findings =
        PrivacyScans.ofJson(
            "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"data\":\"bob@example.com\"}}");

    assertThat(findings).extracting(Finding::type).containsExactly(FindingType.EMAIL);
  }

  @Test
  void dataUrlsAndLongBase64AreUnscannableWithTheirSpan() {
    byte[] bytes = new byte[1200];
    new Random(1).nextBytes(bytes);
    String base64 = Base64.getEncoder().encodeToString(bytes);
    String wrapped = Base64.getMimeEncoder().encodeToString(bytes);

    assertThat(PrivacyScans.ofText("see " + base64 + " there"))
        .containsExactly(opaque("base64-data", "/text", 4, 4 + base64.length()));
    assertThat(PrivacyScans.ofText(wrapped))
        .extracting(Finding::rule)
        .containsExactly("base64-data");
    assertThat(PrivacyScans.ofText("![x](data:image/png;base64,iVBORw0KGgo=) y"))
        .containsExactly(opaque("data-url", "/text", 5, 39));
    assertThat(PrivacyScans.ofText("data:,hello")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: 1,2", "data:1,2", "the data:\nx, y", "metadata: a/b, c"})
  void otherUsesOfTheWordDataAreNoDataUrls(String text) {
    assertThat(PrivacyScans.ofText(text)).isEmpty();
  }

  @Test
  void longProseAndWordListsAreNoBase64() {
    assertThat(PrivacyScans.ofText("word\n".repeat(1000))).isEmpty();
    assertThat(PrivacyScans.ofText("-".repeat(5000))).isEmpty();
  }

  @Test
  void whatIsTooDeepOrTooLargeIsUnscannableAtItsPlace() {
    ScanLimits limits = new ScanLimits(3, 20, 2);
    var classifier = new LexicalPrivacyClassifier(limits, Vocabulary.NONE);

    var deep = classifier.scan(PrivacyScans.parse("[[[[\"x\"]],1]]")).findings();
    var large = classifier.scan(PrivacyScans.parse("[\"0123456789\",\"01234567890\"]")).findings();

    assertThat(deep)
        .extracting(Finding::rule, Finding::path)
        .containsExactly(tuple("too-deep", "/0/0/0/0"));
    assertThat(large)
        .extracting(Finding::rule, Finding::path)
        .containsExactly(tuple("too-large", "/1"));
  }

  @Test
  void moreFindingsThanTheLimitEndTheScanWithOneThatSaysSo() {
    var classifier = new LexicalPrivacyClassifier(new ScanLimits(9, 1000, 2), Vocabulary.NONE);

    var findings =
        classifier
            .scan(PrivacyScans.parse("[\"a@example.com\",\"b@example.com\",\"c@example.com\"]"))
            .findings();

    assertThat(findings)
        .extracting(Finding::rule)
        .containsExactly("email", "email", "too-many-findings");
  }

  @Test
  void documentsNestedAThousandDeepAreReportedNotThrown() {
    JsonNode node = JsonNodeFactory.instance.textNode("x");
    for (int i = 0; i < 100_000; i++) {
      ObjectNode parent = JsonNodeFactory.instance.objectNode();
      parent.set("a", node);
      node = parent;
    }

    var findings = new LexicalPrivacyClassifier().scan(node).findings();

    assertThat(findings).extracting(Finding::rule).containsExactly("too-deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "4111 ",
        "a@",
        "a.",
        "a@a.",
        "@",
        "\"@",
        "://",
        "x://a:",
        "pwd=",
        "token:",
        "eyJ",
        "eyJaaaaaaaa.",
        "sk-",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY",
        "data:",
        "data:a/",
        "DE89 ",
        "DE89370400440532013",
        "\\",
        "\\u0034",
        "\\\\",
        "１",
        "字a@",
        "123456789:",
        "=",
        "A",
        "a/+9"
      })
  void aMegabyteOfAnythingIsScannedInLinearTime(String unit) {
    String text = unit.repeat((1 << 20) / unit.length());

    List<Finding> findings = PrivacyScans.ofText(text);

    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.end()).isLessThanOrEqualTo(1 << 20));
  }

  private static Finding opaque(String rule, String path, int start, int end) {
    return new Finding(
        FindingType.UNSCANNABLE, rule, PrivacyClass.UNSCANNABLE, path, start, end, false, false);
  }

  private static Tuple tuple(Object... values) {
    return Assertions.tuple(values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"reasoning\",\"encrypted_content\":\"%s\"}",
        "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"%s\"}",
        "{\"type\":\"redacted_thinking\",\"data\":\"%s\"}",
      })
  void reasoningThatAVendorSealedIsNoOpaqueData(String item) {
    assertThat(classesOf(item.formatted(sealed()))).containsExactly(PrivacyClass.PUBLIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"encrypted_content\":\"%s\"}",
        "{\"type\":\"reasoning\",\"id\":\"%s\"}",
        "{\"type\":\"reasoning\",\"encrypted_content\":[\"%s\"]}",
        "{\"type\":\"reasoning\",\"encrypted_content\":\"see: %s\"}",
      })
  void elsewhereLongBase64CannotBeRead(String item) {
    assertThat(classesOf(item.formatted(sealed()))).containsExactly(PrivacyClass.UNSCANNABLE);
  }

  @Test
  void secretInPlaceOfSealedReasoningIsFound() {
    String item = "{\"type\":\"reasoning\",\"encrypted_content\":\"AKIAIOSFODNN7QXBMPLF\"}";

    assertThat(classesOf(item)).containsExactly(PrivacyClass.SECRET);
  }

  private static Set<PrivacyClass> classesOf(String json) {
    return new LexicalPrivacyClassifier().scan(PrivacyScans.parse(json)).classes();
  }

  private static String sealed() {
    byte[] bytes = new byte[3000];
    new Random(7).nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
