package dev.gatehouse.provider.openai;

import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonEdit;
import dev.gatehouse.provider.ChatCall;
import java.nio.charset.StandardCharsets;

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
   * @param limitField what this kind of server calls the limit of an answer
   */
  static byte[] of(ChatCall call, String limitField) {
    JsonEdit edit = JsonEdit.of(call.request().body().bytes());
    if (!call.request().requestModel().equals(call.model().id())) {
      edit = edit.set("model", call.model().id());
    }
    boolean unlimited = call.request().options().maxOutputTokens().isEmpty();
    if (unlimited && call.limit() == ChatCall.Limit.ALWAYS) {
      byte[] limit = Integer.toString(call.maxOutputTokens()).getBytes(StandardCharsets.US_ASCII);
      edit = edit.setRaw(limitField, limit);
    }
    return call.request().stream() && !call.request().streamUsage()
        ? askForUsage(edit).bytes()
        : edit.bytes();
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
