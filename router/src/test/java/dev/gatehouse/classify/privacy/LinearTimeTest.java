package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.classify.PrivacyReport;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight times the text may take no more than 24 times the work, whatever the text holds: quadratic
 * work takes 64 times. Work is the processor time of this thread, so that other work on the machine
 * does not count, and the least of several scans.
 */
class LinearTimeTest {

  private static final int LENGTH = 16_000;
  private static final int TIMES = 8;
  private static final int MOST = 24;

  /** Below this a difference tells nothing. */
  private static final long NOISE_NANOS = 25_000_000;

  private static final int ATTEMPTS = 4;

  private final LexicalPrivacyClassifier classifier =
      new LexicalPrivacyClassifier(
          ScanLimits.defaults(),
          new Vocabulary(
              IntStream.range(0, 1_000).mapToObj(i -> "client" + i + " holdings").toList(),
              List.of()));

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("repeated")
  void theSameAgainAndAgainTakesLinearTime(String part) {
    assertLinear(length -> TextNode.valueOf(repeat(part, length)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void aHostileDocumentTakesLinearTime(String name, IntFunction<JsonNode> ofLength) {
    assertThat(name).isNotEmpty();
    assertLinear(ofLength);
  }

  private static Stream<String> repeated() {
    return Stream.of(
            Stream.of("1234 ", "1234-", "1-", "12.", "1", "a1-", "a1 ", "00 ", "+1 ", "(2", "1:"),
            Stream.of("a@", "a.b@c.", "://", "x://", "http://a:b@", "data:,", "data:a/b;base64,"),
            Stream.of(
                "password is ",
                "password: ",
                "password: hunter ",
                "pw: f(hunter) ",
                "passwort ",
                "pw=",
                "api key ",
                "token="),
            Stream.of("sk-", "AKIA", "eyJ", "eyJ.", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----"),
            Stream.of("curl -u ", "Server=a;", "Password=a;", "a=b;", "seed phrase ", "abandon "),
            Stream.of("\"", "'", "[", "{", "{\"a\":", "(", "<", "P<", "|", "| a ", "a|b\n", "\\"),
            Stream.of("%41", "%", "\\u0041", "&#65;", "&", "QUJDREVG ", "41 42 ", "a b ", "0x41"),
            Stream.of("one two ", "jane dot ", "jane at foo dot ", "march ", "3 march ", "1/2/"),
            Stream.of("My name is ", "Dear ", "diabetes ", "I have diabetes ", "metformin 500 mg "),
            Stream.of("salary ", "my salary is 50000 EUR ", "$100 ", "12 500 ", "name,salary\n"),
            Stream.of("iban DE89 ", "ssn ", "passport abc ", "account number ", "born ", "user "),
            Stream.of("x", "\u00e9", "e\u0301", "\u0301", "\ud83d\ude00", "\n", " ", "\u200b"),
            Stream.of("\u6771\u4eac", "\u306e1", "\u96fb\u8a71\u756a\u53f7", "\u7cd6\u5c3f\u75c5"))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> documents() {
    return Stream.of(
        text("a table of 10,000 columns", n -> "name," + half("salary,", n) + "\n" + half("9,", n)),
        text("a table of persons", n -> "name,salary\n" + repeat("a,1000\n", n)),
        text("sums before words of money", n -> half("100 eur ", n) + half("salary ", n)),
        text("words of money before sums", n -> half("salary ", n) + half("1000 ", n)),
        text("names of passwords before a word", n -> half("password ", n) + half("x", n)),
        text("a word before names of passwords", n -> half("x", n) + half(" password", n)),
        text("lines before a connection string", n -> half("a=b\n", n) + ";"),
        text("lines with semicolons", n -> half("a;b\n", n) + "="),
        text("quoted connection strings", n -> repeat("Server=a;Password=b\"", n)),
        text("users of one curl", n -> "curl" + repeat(" -u x", n)),
        text("a list in a string", n -> "[" + repeat("{\"a\":\"b\"},", n)),
        text("base64 in base64", LinearTimeTest::nested),
        Arguments.of("many keys", document(LinearTimeTest::keys)),
        Arguments.of("a list of groups of digits", document(LinearTimeTest::groups)),
        Arguments.of("deep lists", document(LinearTimeTest::deep)));
  }

  private static Arguments text(String name, IntFunction<String> ofLength) {
    return Arguments.of(name, document(length -> TextNode.valueOf(ofLength.apply(length))));
  }

  private static IntFunction<JsonNode> document(IntFunction<JsonNode> ofLength) {
    return ofLength;
  }

  private static String nested(int length) {
    String text = repeat("hello my friend ", length / 4);
    for (int layer = 0; layer < 4; layer++) {
      text = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
    return text;
  }

  private static JsonNode keys(int length) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    IntStream.range(0, length / 12).forEach(i -> object.put("key" + i, "v" + i));
    return object;
  }

  private static JsonNode groups(int length) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    IntStream.range(0, length / 4).forEach(_ -> list.add("4539"));
    return list;
  }

  private static JsonNode deep(int length) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < length / 300; i++) {
      JsonNode deep = TextNode.valueOf("x");
      for (int depth = 0; depth < 150; depth++) {
        deep = JsonNodeFactory.instance.arrayNode().add(deep);
      }
      all.add(deep);
    }
    return all;
  }

  private static String half(String part, int length) {
    return repeat(part, length / 2);
  }

  private static String repeat(String part, int length) {
    return part.repeat(length / part.length() + 1).substring(0, length);
  }

  private void assertLinear(IntFunction<JsonNode> ofLength) {
    JsonNode shorter = ofLength.apply(LENGTH);
    JsonNode longer = ofLength.apply(LENGTH * TIMES);
    long most = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && least > most; i++) {
      most = Math.max(most, MOST * nanos(shorter) + NOISE_NANOS);
      least = Math.min(least, nanos(longer));
    }
    assertThat(least).isLessThanOrEqualTo(most);
  }

  private long nanos(JsonNode document) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    PrivacyReport report = classifier.scan(document);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(report.findings()).hasSizeLessThanOrEqualTo(10_001);
    return nanos;
  }
}
