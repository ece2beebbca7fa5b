package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scripted upstream says: OpenAI's chat completion object and its streamed form (OpenAI
 * API reference, "Chat Completions"), usage included, since the gateway always asks for it.
 */
final class CannedAnswer {
  /** The name of the model that answers. */
  static final String MODEL = "scripted-1";

  /** Chunks of a streamed answer: role, text, finish reason and usage. */
  static final int CHUNKS = 30;

  private static final String WORDS = " measure the disk before you change";

  private CannedAnswer() {}

  /** The answer in one piece. */
  static String whole() {
    ObjectNode answer = envelope("chat.completion");
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", WORDS.repeat(CHUNKS - 3));
    choice.put("finish_reason", "stop");
    usage(answer);
    return text(answer);
  }

  /** The data of each chunk, {@link #CHUNKS} of them, without the closing {@code [DONE]}. */
  static List<String> chunks() {
    List<String> chunks = new ArrayList<>();
    chunks.add(chunk(Json.object().put("role", "assistant").put("content", ""), null));
    for (int i = 0; i < CHUNKS - 3; i++) {
      chunks.add(chunk(Json.object().put("content", WORDS), null));
    }
    chunks.add(chunk(Json.object(), "stop"));
    ObjectNode last = envelope("chat.completion.chunk");
    last.putArray("choices");
    usage(last);
    chunks.add(text(last));
    return List.copyOf(chunks);
  }

  private static String chunk(ObjectNode delta, @Nullable String finish) {
    ObjectNode chunk = envelope("chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject();
    choice.put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finish);
    chunk.putNull("usage");
    return text(chunk);
  }

  private static ObjectNode envelope(String object) {
    return Json.object()
        .put("id", "chatcmpl-scripted")
        .put("object", object)
        .put("created", 1_750_000_000)
        .put("model", MODEL);
  }

  private static void usage(ObjectNode answer) {
    answer
        .putObject("usage")
        .put("prompt_tokens", 240)
        .put("completion_tokens", 162)
        .put("total_tokens", 402);
  }

  private static String text(ObjectNode node) {
    return new String(Json.write(node), StandardCharsets.UTF_8);
  }
}
