package dev.gatehouse.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FirstTurnsTest {

  @ParameterizedTest
  @EnumSource(Wire.class)
  void whatAConversationBeginsWithIsKnownOverEveryWire(Wire wire) {
    asks(wire, "Hello there")
        .ifPresent(
            body -> {
              assertThat(turns(body)).contains("Hello there");
              assertThat(turns(body)).isNotEqualTo(turns(asks(wire, "Good bye").orElseThrow()));
            });
  }

  private static String turns(String body) {
    return FirstTurns.of(JsonBody.parse(body.getBytes(StandardCharsets.UTF_8)).tree());
  }

  /** A request that begins a conversation; empty for what has none. */
  private static Optional<String> asks(Wire wire, String text) {
    Optional<String> request =
        switch (wire) {
          case OPENAI_CHAT, ANTHROPIC_MESSAGES, ANTHROPIC_COUNT_TOKENS, OLLAMA_CHAT ->
              Optional.of("{'messages':[{'role':'user','content':'%s'}]}");
          case OPENAI_RESPONSES ->
              Optional.of(
                  "{'input':[{'role':'user','content':[{'type':'input_text','text':'%s'}]}]}");
          case OPENAI_COMPLETIONS, OLLAMA_GENERATE -> Optional.of("{'prompt':'%s'}");
          case OPENAI_EMBEDDINGS, OLLAMA_EMBED, OLLAMA_EMBEDDINGS -> Optional.empty();
        };
    return request.map(json -> json.formatted(text).replace('\'', '"'));
  }
}
