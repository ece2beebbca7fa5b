package dev.gatehouse.provider.embedded;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One completion in OpenAI's JSON. Source: the API reference's "chat completion object" and "chat
 * completion chunk object".
 *
 * @param id the same in every chunk
 * @param created seconds since 1970
 */
record CompletionReply(String id, long created, String model) {
  private static final String FINGERPRINT = "fp_llama_4_2_0";

  /** A reply with an id of its own. */
  static CompletionReply begin(String model) {
    String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
    return new CompletionReply(id, Instant.now().getEpochSecond(), model);
  }

  ObjectNode whole(String text, int promptTokens, LlamaGenerator.Outcome outcome) {
    ObjectNode root = root("chat.completion");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
    choice.putNull("logprobs").put("finish_reason", finishReason(outcome));
    root.set("usage", usage(promptTokens, outcome));
    return root;
  }

  /** The chunk that names the role. */
  ObjectNode firstChunk(boolean includeUsage) {
    ObjectNode root = chunkRoot(includeUsage);
    delta(root).put("role", "assistant").put("content", "").putNull("refusal");
    return root;
  }

  ObjectNode chunk(String text, boolean includeUsage) {
    ObjectNode root = chunkRoot(includeUsage);
    delta(root).put("content", text);
    return root;
  }

  /** The chunk that tells why the answer ended. */
  ObjectNode lastChunk(LlamaGenerator.Outcome outcome, boolean includeUsage) {
    ObjectNode root = chunkRoot(includeUsage);
    delta(root);
    ObjectNode choice = (ObjectNode) root.path("choices").path(0);
    choice.put("finish_reason", finishReason(outcome));
    return root;
  }

  /** The extra chunk without choices that {@code stream_options.include_usage} asks for. */
  ObjectNode usageChunk(int promptTokens, LlamaGenerator.Outcome outcome) {
    ObjectNode root = root("chat.completion.chunk");
    root.putArray("choices");
    root.set("usage", usage(promptTokens, outcome));
    return root;
  }

  private ObjectNode chunkRoot(boolean includeUsage) {
    ObjectNode root = root("chat.completion.chunk");
    root.putArray("choices");
    if (includeUsage) {
      root.putNull("usage");
    }
    return root;
  }

  private static ObjectNode delta(ObjectNode root) {
    ObjectNode choice = root.withArray("choices").addObject().put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    choice.putNull("logprobs").putNull("finish_reason");
    return delta;
  }

  private ObjectNode root(String object) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", model)
        .put("system_fingerprint", FINGERPRINT);
  }

  private static ObjectNode usage(int promptTokens, LlamaGenerator.Outcome outcome) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", outcome.tokens())
        .put("total_tokens", promptTokens + outcome.tokens());
  }

  private static String finishReason(LlamaGenerator.Outcome outcome) {
    return outcome.limited() ? "length" : "stop";
  }
}
