package dev.gatehouse.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrivacyReportTest {

  @Test
  void whatARuleOfAnyNameCouldNotScanWasNotRead() {
    Finding unknown =
        new Finding(
            FindingType.UNSCANNABLE, "named-tomorrow", PrivacyClass.UNSCANNABLE, "/a", 0, 0);

    assertThat(new PrivacyReport(List.of(unknown)).complete()).isFalse();
    assertThat(new PrivacyReport(List.of(unknown.ofKey())).complete()).isFalse();
    assertThat(new PrivacyReport(List.of(unknown.at("headers:/a"))).complete()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\"}}",
        "{\"images\":[\"AAAA\"]}",
        "\"see data:image/png;base64,iVBORw0KGgo=\""
      })
  void partThatNobodyCanReadLeavesTheRestRead(String part) {
    var report =
        new LexicalPrivacyClassifier().scan(Json.read(part.getBytes(StandardCharsets.UTF_8)));

    assertThat(report.classes()).contains(PrivacyClass.UNSCANNABLE);
    assertThat(report.complete()).isTrue();
  }
}
