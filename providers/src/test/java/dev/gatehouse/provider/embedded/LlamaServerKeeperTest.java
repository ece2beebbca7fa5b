package dev.gatehouse.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedModelForTests.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stands in for a binary by a shell script")
final class LlamaServerKeeperTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  private @TempDir Path data;

  @Test
  void configuredLlamaServerIsRunOnLoopbackAndEndsWithTheEngine() throws Exception {
    Path told = data.resolve("told");

    long pid;
    try (Egress egress = new Egress();
        EmbeddedEngine engine = engine(script(told), egress)) {
      engine.start();
      assertThat(engine.awaitReady(LONG)).as(engine.describe()).isTrue();
      pid = Long.parseLong(Files.readAllLines(told).getFirst());
      assertThat(ProcessHandle.of(pid)).isPresent();
    }

    assertThat(Files.readAllLines(told).getLast())
        .contains("--host 127.0.0.1")
        .contains("--ctx-size 8192")
        .contains("--alias smollm2-135m-instruct");
    ProcessHandle.of(pid).ifPresent(LlamaServerKeeperTest::awaitEnd);
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void llamaServerThatDoesNotStartIsNamed() throws Exception {
    Path script = Files.writeString(data.resolve("broken"), "#!/bin/sh\necho no GPU >&2\nexit 7\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    try (Egress egress = new Egress();
        EmbeddedEngine engine = engine(script, egress)) {
      engine.start();

      assertThat(engine.awaitReady(LONG)).isFalse();
      assertThat(engine.describe()).contains("does not start").contains("no GPU");
    }
  }

  private EmbeddedEngine engine(Path llamaServer, Egress egress) {
    EmbeddedSettings settings =
        new EmbeddedSettings(
            "embedded",
            TestData.directory(),
            WeightsSource.Published.SMOLLM2,
            Optional.of(llamaServer));
    return new EmbeddedEngine(settings, new PrivacyGate(Map.of(), false), egress, _ -> {});
  }

  private Path script(Path told) throws IOException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FakeLlamaServer.class.getName(),
            told.toString());
    String quoted = "'" + String.join("' '", java) + "'";
    Path script =
        Files.writeString(data.resolve("llama"), "#!/bin/sh\nexec " + quoted + " \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private static void awaitEnd(ProcessHandle process) {
    process.onExit().orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
  }
}
