package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.config.Preset;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassifiersTest {
  private static final JsonNode LONG_TEXT =
      TextNode.valueOf("The offer for Nordlicht is ready. ".repeat(20));

  @TempDir private Path folder;

  @Test
  void whatOneTenantsScanFoundIsNotTakenForAnothers() throws IOException {
    PrivacyConfig own = PrivacyConfig.of(Preset.INDIVIDUAL);
    PrivacyConfig tenant =
        new PrivacyConfig(
            own.names(),
            own.rules(),
            false,
            List.of(Files.writeString(folder.resolve("words.txt"), "Nordlicht\n")),
            List.of());
    Classifiers classifiers = new Classifiers(own);
    RequestClassifier gateway = classifiers.of(own, FailureListener.NONE);
    RequestClassifier theirs = classifiers.of(tenant, FailureListener.NONE);

    PrivacyClass first = gateway.privacy(LONG_TEXT).highest();
    PrivacyClass second = theirs.privacy(LONG_TEXT).highest();
    PrivacyClass again = gateway.privacy(LONG_TEXT).highest();

    assertThat(second).isEqualTo(PrivacyClass.CUSTOMER);
    assertThat(again).isEqualTo(first).isNotEqualTo(PrivacyClass.CUSTOMER);
  }
}
