package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.json.JsonEdit;
import java.nio.charset.StandardCharsets;

/**
 * The caller's own JSON for a native endpoint, with only what the gateway owns changed: the model
 * (where the caller wrote another name for it), the context length, no cut without a word.
 */
final class OllamaBody {
  private final JsonNode options;
  private final JsonEdit edited;

  private OllamaBody(JsonNode options, JsonEdit edited) {
    this.options = options;
    this.edited = edited;
  }

  static OllamaBody of(OllamaAttempt attempt) {
    InferenceRequest request = attempt.call().request();
    OllamaModel model = attempt.call().model();
    JsonEdit body = JsonEdit.of(request.body().bytes());
    JsonNode asked = request.body().tree().path("model");
    if (!model.isCalled(asked.asText(""))) {
      body = body.set("model", model.name());
    }
    return new OllamaBody(
            request.body().tree().path("options"), body.setRaw("truncate", ascii("false")))
        .options("num_ctx", attempt.contextTokens());
  }

  /**
   * Sets a member of {@code options}; options of a wrong type are left for the server to refuse.
   */
  OllamaBody options(String name, int value) {
    if (!options.isObject() && !options.isMissingNode() && !options.isNull()) {
      return this;
    }
    byte[] before = edited.value("options").filter(each -> each[0] == '{').orElse(ascii("{}"));
    byte[] after = JsonEdit.of(before).setRaw(name, ascii(Integer.toString(value))).bytes();
    return new OllamaBody(options, edited.setRaw("options", after));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] bytes() {
    return edited.bytes();
  }
}
