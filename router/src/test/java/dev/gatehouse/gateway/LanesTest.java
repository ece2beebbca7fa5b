package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.Capability;
import dev.gatehouse.config.ConfigLoader;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.egress.GateJournal;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.pipeline.Asked;
import dev.gatehouse.pipeline.Inbound;
import dev.gatehouse.policy.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model can be asked depends on the lane that a request would take to it. */
final class LanesTest {
  private static final Map<Capability, String> OF_A_RELAY =
      Map.of(
          Capability.LOGPROBS, "logprobs",
          Capability.MULTIPLE_CHOICES, "n",
          Capability.VERBATIM_FIELDS, "logit_bias");

  @TempDir private Path data;

  @Test
  void whatOnlyARelayCarriesIsRefusedByItsFieldOverAnotherWire() throws IOException {
    for (Map.Entry<Capability, String> need : OF_A_RELAY.entrySet()) {
      Decision overAnother = decided(Wire.ANTHROPIC_MESSAGES, need);
      Decision overItsOwn = decided(Wire.OPENAI_CHAT, need);

      assertThat(overItsOwn).isInstanceOf(Decision.Route.class);
      assertThat(overAnother)
          .isInstanceOfSatisfying(
              Decision.Refuse.class,
              refuse -> {
                assertThat(refuse.cause()).isEqualTo(Decision.Cause.UNSUPPORTED_FIELD);
                assertThat(refuse.message()).endsWith(": " + need.getValue());
              });
    }
  }

  @Test
  void whatBothLanesCarryIsRoutedOverEveryWire() throws IOException {
    for (Wire wire : List.of(Wire.ANTHROPIC_MESSAGES, Wire.OLLAMA_CHAT, Wire.OPENAI_CHAT)) {
      assertThat(decided(wire, Map.entry(Capability.TOOLS, "tools")))
          .isInstanceOf(Decision.Route.class);
    }
  }

  private Decision decided(Wire wire, Map.Entry<Capability, String> need) throws IOException {
    Path file =
        Files.writeString(
            data.resolve("gatehouse.yaml"),
            """
            providers:
              - {name: cloud, kind: openai, base-url: http://127.0.0.1:1/v1, models: [{id: gpt-4.1-mini}]}
            """);
    var config = new ConfigLoader(Map.of()).load(Optional.of(file), Optional.of(data));
    try (Deciding deciding =
        new Deciding(config, Map.of(), Providers.Listeners.NONE, GateJournal.NONE)) {
      return deciding
          .decider()
          .consider(inbound(), new Asked(request(wire, need), _ -> request(wire, need)))
          .decision();
    }
  }

  private static ChatRequest request(Wire wire, Map.Entry<Capability, String> need) {
    return new ChatRequest(
        wire,
        JsonBody.parse("{}".getBytes(StandardCharsets.UTF_8)),
        "cloud/gpt-4.1-mini",
        List.of(new Message(Role.USER, List.of(new Part.Text("hi")), Optional.empty())),
        List.of(),
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        GenerationOptions.defaults(),
        false,
        false,
        Map.ofEntries(need),
        List.of());
  }

  private static Inbound inbound() {
    return new Inbound(
        "test",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        PrivacyTreatment.CLOUD_OK,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        new byte[0]);
  }
}
