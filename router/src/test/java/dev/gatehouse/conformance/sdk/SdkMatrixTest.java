package dev.gatehouse.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.conformance.ScriptedUpstreams;
import dev.gatehouse.conformance.UpstreamKind;
import dev.gatehouse.gateway.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every client, with every kind of upstream, in every scenario that the client can play. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SdkMatrixTest {
  private static final String MARKER = "<!-- matrix -->\n";

  @TempDir private static Path data;

  private final ScriptedUpstreams upstreams = new ScriptedUpstreams();
  private final Map<Sdk, Client> clients = new EnumMap<>(Sdk.class);
  private final Matrix matrix = new Matrix();
  private RunningGateway gateway;

  @BeforeAll
  void start() {
    gateway = RunningGateway.start(upstreams.configuration(), data);
    for (Sdk sdk : Sdk.values()) {
      clients.put(sdk, sdk.connect(gateway.url("")));
    }
  }

  @AfterAll
  void stop() {
    clients.values().forEach(Client::close);
    gateway.close();
    upstreams.close();
  }

  @TestFactory
  Stream<DynamicNode> everyClientWithEveryUpstream() {
    return Stream.concat(
        Arrays.stream(Sdk.values()).map(this::of),
        Stream.of(
            DynamicTest.dynamicTest(
                "the README's matrix is what ran", this::compareWithTheReadme)));
  }

  private DynamicNode of(Sdk sdk) {
    Client client = Objects.requireNonNull(clients.get(sdk));
    List<Scenario> scenarios = Arrays.stream(Scenario.values()).filter(client::can).toList();
    matrix.enter(sdk, scenarios.size());
    return DynamicContainer.dynamicContainer(
        sdk.label(),
        Arrays.stream(UpstreamKind.values())
            .flatMap(
                kind ->
                    scenarios.stream()
                        .map(scenario -> of(sdk, new Cell(client, kind, upstreams), scenario))));
  }

  private DynamicTest of(Sdk sdk, Cell cell, Scenario scenario) {
    return DynamicTest.dynamicTest(
        sdk.label()
            + " ("
            + sdk.dialect()
            + ") -> "
            + cell.upstream().label()
            + ": "
            + scenario.label(),
        () -> {
          scenario.play(cell);
          matrix.pass(sdk, cell.upstream(), scenario);
        });
  }

  private void compareWithTheReadme() {
    String readme = readme();
    int start = readme.indexOf(MARKER);
    assertThat(start).as("the README has a matrix").isNotNegative();

    int end = readme.indexOf(MARKER, start + 1);
    assertThat(readme.substring(start + MARKER.length(), end)).isEqualTo(matrix.table());
  }

  private static String readme() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("providers/pom.xml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
    }
    try {
      return Files.readString(folder.resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
