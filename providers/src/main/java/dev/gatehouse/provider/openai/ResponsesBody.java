package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonEdit;
import dev.gatehouse.provider.ChatCall;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What goes to {@code POST /responses}: the caller's own JSON with what the gateway owns put in.
 * The gateway keeps answers itself, so the upstream is told to keep none; it can then go on with
 * its own reasoning only where that comes back encrypted, which is why a reasoning model is asked
 * for it.
 */
final class ResponsesBody {
  private static final String ENCRYPTED = "reasoning.encrypted_content";
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /** Other models refuse {@code include: [reasoning.encrypted_content]}. */
  private static final Pattern REASONING_MODEL =
      Pattern.compile("(ft:)?(o[1-9](?!-(mini|preview))|o[34]-mini|gpt-[5-9](?!.*-chat)|codex).*");

  private ResponsesBody() {}

  static byte[] of(ChatCall call) {
    JsonNode asked = call.request().body().tree();
    JsonEdit edit = JsonEdit.of(call.request().body().bytes());
    if (!call.request().requestModel().equals(call.model().id())) {
      edit = edit.set("model", call.model().id());
    }
    edit = edit.setRaw("store", FALSE);
    boolean unlimited = call.request().options().maxOutputTokens().isEmpty();
    if (unlimited && call.limit() == ChatCall.Limit.ALWAYS) {
      byte[] limit = Integer.toString(call.maxOutputTokens()).getBytes(StandardCharsets.US_ASCII);
      edit = edit.setRaw("max_output_tokens", limit);
    }
    return readable(include(edit, asked, call.model().id()), asked).bytes();
  }

  private static JsonEdit include(JsonEdit edit, JsonNode asked, String model) {
    if (!REASONING_MODEL.matcher(model).matches()) {
      return edit;
    }
    ArrayNode include = Json.array();
    for (JsonNode each : asked.path("include")) {
      if (each.asText().equals(ENCRYPTED)) {
        return edit;
      }
      include.add(each);
    }
    return edit.setRaw("include", Json.write(include.add(ENCRYPTED)));
  }

  /** An upstream that keeps nothing refuses reasoning that it cannot read in the request itself. */
  private static JsonEdit readable(JsonEdit edit, JsonNode asked) {
    ArrayNode items = Json.array();
    for (JsonNode item : asked.path("input")) {
      if (!isUnreadable(item)) {
        items.add(item);
      }
    }
    return items.size() == asked.path("input").size()
        ? edit
        : edit.setRaw("input", Json.write(items));
  }

  private static boolean isUnreadable(JsonNode item) {
    String content = item.path("encrypted_content").asText("");
    return item.path("type").asText().equals("reasoning")
        && (content.isEmpty() || ForeignReasoning.isForeign(content));
  }
}
