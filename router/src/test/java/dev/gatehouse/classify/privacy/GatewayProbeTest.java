package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures, and does not tune, against the shared probe of values that gateways miss. */
class GatewayProbeTest {

  /** Probes whose private values are of the types that the rules know. */
  private static final List<String> KNOWN_TYPES =
      List.of(
          "probe-1",
          "probe-7",
          "probe-9",
          "probe-11",
          "probe-12",
          "probe-13",
          "probe-15",
          "probe-17",
          "probe-20",
          "probe-21",
          "probe-22",
          "probe-23",
          "probe-24",
          "probe-34");

  @Test
  void plainlyWrittenValuesOfTheProbeAreFound() throws IOException {
    Path probe = shared("data/privacy/gateway_probe.jsonl");
    assumeTrue(Files.exists(probe), "the shared data is not beside the repository");
    List<JsonNode> rows = Files.readAllLines(probe).stream().map(PrivacyScans::parse).toList();

    List<String> touched =
        rows.stream().filter(GatewayProbeTest::isTouched).map(GatewayProbeTest::id).toList();

    System.out.println(
        "gateway probe: documents of known types found "
            + touched.stream().filter(KNOWN_TYPES::contains).count()
            + " of "
            + KNOWN_TYPES.size()
            + ", not found "
            + KNOWN_TYPES.stream().filter(id -> !touched.contains(id)).toList()
            + ", others found "
            + touched.stream().filter(id -> !KNOWN_TYPES.contains(id)).toList());
    assertThat(touched).contains("probe-1", "probe-7", "probe-9", "probe-13", "probe-15");
  }

  private static boolean isTouched(JsonNode row) {
    List<Finding> findings = PrivacyScans.ofText(row.path("text").textValue());
    for (JsonNode span : row.path("spans")) {
      for (Finding finding : findings) {
        int overlap =
            Math.min(finding.end(), span.path("end").intValue())
                - Math.max(finding.start(), span.path("start").intValue());
        if (overlap * 2 >= span.path("end").intValue() - span.path("start").intValue()) {
          return true;
        }
      }
    }
    return false;
  }

  private static String id(JsonNode row) {
    return row.path("id").textValue();
  }

  /** The folder beside the repository, found by walking up. */
  private static Path shared(String file) {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(folder -> folder.resolve("../shared").resolve(file).normalize())
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of("shared", file));
  }
}
