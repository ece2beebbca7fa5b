package dev.gatehouse.provider.openai;

import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonEdit;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.Model;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What goes upstream: the caller's own JSON with the model's name, in streams the wish for usage,
 * and where money must be bounded the limit of the answer put in.
 */
final class ChatBody {
  private static final byte[] INCLUDE_USAGE =
      "{\"include_usage\":true}".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);

  private ChatBody() {}

  /**
   * @param limitField what this kind of server calls the limit of an answer; empty where none is to
   *     be set
   */
  static byte[] of(ChatCall call, Optional<String> limitField) {
    JsonEdit edit = named(call.request(), call.model());
    boolean unlimited = call.request().options().maxOutputTokens().isEmpty();
    if (unlimited && call.limit() == ChatCall.Limit.ALWAYS && limitField.isPresent()) {
      byte[] limit = Integer.toString(call.maxOutputTokens()).getBytes(StandardCharsets.US_ASCII);
      edit = edit.setRaw(limitField.get(), limit);
    }
    return call.request().stream() && !call.request().streamUsage()
        ? askForUsage(edit).bytes()
        : edit.bytes();
  }

  /** The caller's own JSON with the model's name as this upstream knows it. */
  static JsonEdit named(InferenceRequest request, Model model) {
    JsonEdit edit = JsonEdit.of(request.body().bytes());
    return request.requestModel().equals(model.id()) ? edit : edit.set("model", model.id());
  }

  private static JsonEdit askForUsage(JsonEdit edit) {
    byte[] asked =
        edit.value("stream_options")
            .filter(options -> Json.read(options).isObject())
            .map(options -> JsonEdit.of(options).setRaw("include_usage", TRUE).bytes())
            .orElse(INCLUDE_USAGE);
    return edit.setRaw("stream_options", asked);
  }
}
