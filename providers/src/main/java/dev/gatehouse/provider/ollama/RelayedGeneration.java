package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.time.Duration;
import java.util.Optional;

/** One call of {@code POST /api/chat} or {@code /api/generate}, handed on verbatim. */
final class RelayedGeneration implements RelayedCall {
  private final OllamaAttempt attempt;
  private String responseModel = "";
  private boolean toolsCalled;
  private Optional<JsonNode> lastLine = Optional.empty();

  RelayedGeneration(OllamaAttempt attempt) {
    this.attempt = attempt;
  }

  @Override
  public String path() {
    return attempt.call().request().wire() == Wire.OLLAMA_GENERATE ? "/api/generate" : "/api/chat";
  }

  @Override
  public byte[] body() {
    return OllamaBody.of(attempt).options("num_predict", attempt.answerTokens()).bytes();
  }

  @Override
  public Optional<Framing> framing() {
    return attempt.call().request().stream() ? Optional.of(Framing.JSON_LINES) : Optional.empty();
  }

  @Override
  public Optional<Duration> patience() {
    return Optional.of(attempt.patience());
  }

  @Override
  public Seen read(RawEvent event) {
    JsonNode line = event.json(attempt.call().reference());
    if (line.has("error")) {
      throw broken("Ollama reported an error in its answer");
    }
    responseModel = line.path("model").asText(responseModel);
    toolsCalled |= !line.path("message").path("tool_calls").isEmpty();
    boolean last = line.path("done").asBoolean(false);
    if (last) {
      refuseCutPrompt(line);
      lastLine = Optional.of(line);
    }
    return new Seen(event.bytes(), outputCharacters(line), last);
  }

  private void refuseCutPrompt(JsonNode line) {
    long counted = OllamaCounts.promptTokens(line);
    boolean cut =
        attempt.wasCut(counted) || Truncation.shownByContext(line, attempt.contextTokens());
    if (cut) {
      throw broken("the prompt was cut to " + counted + " tokens");
    }
  }

  private ProviderException broken(String why) {
    return new ProviderException(Kind.BROKEN, attempt.call().reference() + ": " + why);
  }

  private static int outputCharacters(JsonNode line) {
    JsonNode message = line.path("message");
    int characters = length(line, "response") + length(line, "thinking");
    characters += length(message, "content") + length(message, "thinking");
    for (JsonNode call : message.path("tool_calls")) {
      characters += call.path("function").toString().length();
    }
    return characters;
  }

  private static int length(JsonNode object, String field) {
    return object.path(field).asText("").length();
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return lastLine.map(
        line -> {
          if (line.path("done_reason").asText("").equals("length")) {
            return FinishReason.LENGTH;
          }
          return toolsCalled ? FinishReason.TOOL_CALLS : FinishReason.STOP;
        });
  }

  /** With its tag, which clients leave out and the ledger does not: one model, one name. */
  @Override
  public String responseModel() {
    return responseModel.isEmpty() ? "" : OllamaModel.withTag(responseModel);
  }

  @Override
  public Optional<Usage> usage() {
    return lastLine.map(OllamaCounts::usage);
  }

  /** The last line of an answer that ended; an empty object before. */
  JsonNode lastLine() {
    return lastLine.orElseGet(Json::object);
  }
}
