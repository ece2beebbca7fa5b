package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSeamsTest {

  private static final String KEY = "sk-" + "proj-" + "a1B2c3D4e5F6g7H8j9K0".repeat(4);
  private static final LexicalPrivacyClassifier ALL = new LexicalPrivacyClassifier();

  @Test
  void aKeyIsFoundAtTheListWhereverItIsCut() {
    for (int cut = 1; cut < KEY.length(); cut++) {
      List<String> texts =
          List.of("my key is " + KEY.substring(0, cut), KEY.substring(cut) + " ok?");

      assertThat(held(parts(texts))).as("cut at %d", cut).contains("SECRET at /content");
      assertThat(held(strings(texts))).as("cut at %d", cut).contains("SECRET at /content");
    }
  }

  @Test
  void aKeyIsFoundThatIsCutIntoManyShortParts() {
    List<String> texts = List.of(KEY.split("(?<=\\G.{3})"));

    assertThat(held(parts(texts))).contains("SECRET at /content");
    assertThat(held(strings(texts))).contains("SECRET at /content");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Please write to petra.kalten | brunner@holm-mail.org today | EMAIL",
        "Please write to petra@holm- | mail.org today | EMAIL",
        "Please call me at +49 221 9018 | 2736 today | PHONE",
        "My name is Petra Kalten | brunner and I live at Lindenstrasse 5. | PERSON",
        "My wife was told that she has dia | betes last week. | HEALTH"
      })
  void otherValuesAreFoundWhereAWordOrANumberIsCut(String first, String second, FindingType type) {
    assertThat(held(parts(List.of(first, second)))).contains(type + " at /content");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Please write to petra@holm-mail.org | Thanks a lot",
        "My name is Petra Kaltenbrunner | Please draft a letter to my landlord.",
        "My name is Petra Kaltenbrunner. | Anna Bell is my neighbour.",
        "Call me at 030 901827364 | The rest is below.",
        "See the manual. | Next, read the notes of the committee.",
        "The patient Petra Kaltenbrunner has diabetes | Draft a letter."
      })
  void valuesThatEndWhereTheNextTextBeginsAreFoundInTheirOwnPlaceAlone(
      String first, String second) {
    assertThat(held(parts(List.of(first, second))))
        .noneMatch(each -> each.endsWith(" at /content"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Petra Kaltenbrunner|Hans Meier|Anna Bell",
        "petra kaltenbrunner|hans meier",
        "petra@holm-mail.org|hans@holm-mail.org",
        "4712345678|4098765432|12345678",
        "+4930901827364|+4930901827365",
        "red|green|dia|betes",
        "celsius|fahrenheit",
        "d41d8cd98f00b204e9800998ecf8427e|9e107d9d372bb6826bd81d3542a419d6"
      })
  void listsOfValuesAreNotRead(String list) {
    assertThat(held(strings(List.of(list.split("\\|")))))
        .noneMatch(each -> each.endsWith(" at /content"));
  }

  @Test
  void manyPartsAreReadInOneGo() {
    assertThat(TextSeams.of(strings(List.of("ab,".repeat(9000).split("(?<=,)"))).get("content")))
        .isEmpty();
    assertThat(TextSeams.of(strings(List.of("ab".repeat(9000).split("(?<=b)"))).get("content")))
        .singleElement()
        .satisfies(seams -> assertThat(seams.text()).hasSize(18000));
    assertThat(
            TextSeams.of(
                strings(List.of("x ".repeat(5000) + "x", "x" + " x".repeat(5000))).get("content")))
        .singleElement()
        .satisfies(seams -> assertThat(seams.text()).hasSizeLessThan(300));
  }

  private static JsonNode parts(List<String> texts) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    texts.forEach(text -> parts.addObject().put("type", "text").put("text", text));
    return JsonNodeFactory.instance.objectNode().set("content", parts);
  }

  private static JsonNode strings(List<String> texts) {
    ArrayNode strings = JsonNodeFactory.instance.arrayNode();
    texts.forEach(strings::add);
    return JsonNodeFactory.instance.objectNode().set("content", strings);
  }

  private static List<String> held(JsonNode document) {
    return ALL.scan(document).findings().stream()
        .filter(each -> each.privacyClass().compareTo(PrivacyClass.INTERNAL) > 0)
        .map(TextSeamsTest::placed)
        .toList();
  }

  private static String placed(Finding finding) {
    return finding.type() + " at " + finding.path();
  }
}
