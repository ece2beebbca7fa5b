package dev.gatehouse.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.json.Json;
import org.junit.jupiter.api.Test;

final class FoundValuesTest {
  private final ObjectNode document =
      Json.object().put("a", "\uD83D\uDE00 Ann and \uD83D\uDE00 Bob").put("x/y", "z");
  private final FoundValues values = new FoundValues(document);

  @Test
  void valuesAreReadByCodePointsInAnyOrder() {
    assertThat(values.of(at("/a", 2, 5))).contains("Ann");
    assertThat(values.of(at("/a", 12, 15))).contains("Bob");
    assertThat(values.of(at("/a", 0, 1))).contains("\uD83D\uDE00");
    assertThat(values.of(at("/a", 2, 15))).contains("Ann and \uD83D\uDE00 Bob");
  }

  @Test
  void aKeyIsReadFromItsPathAndItsValueFromTheDocument() {
    assertThat(values.of(at("/x~1y", 0, 3).ofKey())).contains("x/y");
    assertThat(values.of(at("/x~1y", 0, 1))).contains("z");
  }

  @Test
  void whatHasNoPlaceInTheDocumentHasNoValue() {
    assertThat(values.of(at("/a", 12, 16))).isEmpty();
    assertThat(values.of(at("/a", 0, 0))).isEmpty();
    assertThat(values.of(at("headers:/a", 0, 1))).isEmpty();
    assertThat(values.of(at("/a", 2, 5))).contains("Ann");
  }

  private static Finding at(String path, int start, int end) {
    return new Finding(FindingType.PERSON, "test", PrivacyClass.PERSONAL, path, start, end);
  }
}
