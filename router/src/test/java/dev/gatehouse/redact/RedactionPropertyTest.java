package dev.gatehouse.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.json.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every request, tried with 3,000 that are drawn by fixed seeds. */
final class RedactionPropertyTest {
  private static final List<String> FILLER =
      List.of(
          "the",
          "caf\u00e9",
          "\u00fcber",
          "a\\u0301\n",
          "\ud83d\ude00",
          "\"quoted\"",
          "1/2",
          "\\",
          "\u65e5\u672c",
          "x");
  private static final List<String> FIRST =
      List.of("Anna", "Zo\u00eb", "Piotr", "Ng\u1ecdc", "Aditi");
  private static final List<String> LAST =
      List.of("Meyer", "O'Neil", "W\u00f3jcik", "Rao", "D\u00edaz");

  @Test
  void redactedRequestIsValidHoldsNoValueAndIsRestoredToTheOriginal() {
    Redactor redactor = new Redactor(RedactorTest.key(3));
    for (int seed = 0; seed < 3000; seed++) {
      Drawn drawn = new Drawn(new Random(seed));
      JsonBody body = RedactorTest.body(drawn.json());
      List<Finding> findings = new ArrayList<>();
      drawn.values.forEach(
          each -> findings.addAll(RedactorTest.findings(body, each.text(), each.type())));

      Redacted redacted =
          redactor.redact(new Redactor.Task(body, findings, List.of(), new Conversation("t", "c")));

      assertThat(redacted).as("seed " + seed).isInstanceOf(Redacted.Complete.class);
      Redacted.Complete complete = (Redacted.Complete) redacted;
      String text = RedactorTest.text(complete);
      for (PrivateValue value : drawn.values) {
        assertThat(complete.body().tree().toString())
            .as("seed " + seed)
            .doesNotContain(value.text());
        assertThat(text).as("seed " + seed).doesNotContain(quoted(value.text()));
      }
      assertThat(restored(text, complete.pseudonyms())).as("seed " + seed).isEqualTo(drawn.json());
    }
  }

  private static String restored(String text, Pseudonyms pseudonyms) {
    String restored = text;
    for (Pseudonym each : pseudonyms.all()) {
      restored = restored.replace(each.token(), quoted(each.value()));
    }
    return restored;
  }

  private static String quoted(String text) {
    String written = TextNode.valueOf(text).toString();
    return written.substring(1, written.length() - 1);
  }

  /** A request with values in random places. */
  private static final class Drawn {
    private final Random random;
    private final List<PrivateValue> values = new ArrayList<>();
    private final String json;

    Drawn(Random random) {
      this.random = random;
      for (int i = 0; i <= random.nextInt(4); i++) {
        PrivateValue value = value();
        if (values.stream().noneMatch(each -> overlaps(each.text(), value.text()))) {
          values.add(value);
        }
      }
      json =
          "{\"messages\" :[{\"role\":\"user\",\"content\":%s}, {\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":%s}]}],\"metadata\":{%s:1.0e2, \"n\": 7}}"
              .formatted(
                  text(values),
                  text(List.of(random.nextBoolean() ? values.getFirst() : values.getLast())),
                  TextNode.valueOf("k " + values.getFirst().text()));
    }

    private static boolean overlaps(String one, String other) {
      return one.equals(other) || one.contains(other) || other.contains(one);
    }

    String json() {
      return json;
    }

    private String text(List<PrivateValue> these) {
      StringBuilder text = new StringBuilder();
      for (PrivateValue value : these) {
        text.append(any(FILLER))
            .append(' ')
            .append(value.text())
            .append(", ")
            .append(any(FILLER))
            .append(' ');
      }
      return TextNode.valueOf(text.toString()).toString();
    }

    private PrivateValue value() {
      return switch (random.nextInt(6)) {
        case 0 -> new PrivateValue(FindingType.PERSON, any(FIRST) + " " + any(LAST));
        case 1 ->
            new PrivateValue(
                FindingType.EMAIL, "u" + random.nextInt(100000, 999999) + "@firm.test");
        case 2 ->
            new PrivateValue(FindingType.PHONE, "+49 170 " + random.nextInt(1000000, 9999999));
        case 3 ->
            new PrivateValue(
                FindingType.CREDIT_CARD, "4012 8888 8888 " + random.nextInt(1000, 9999));
        case 4 ->
            new PrivateValue(
                FindingType.DATE_OF_BIRTH,
                "19" + random.nextInt(10, 99) + "-0" + random.nextInt(1, 9) + "-11");
        default ->
            new PrivateValue(
                FindingType.ADDRESS, any(LAST) + " Stra\u00dfe " + random.nextInt(10, 99));
      };
    }

    private String any(List<String> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
