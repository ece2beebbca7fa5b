package dev.gatehouse.gateway;

import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;

/** Answers that scripted upstreams of these tests give. */
final class Answers {
  static final String WHOLE =
      "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{\"index\":0,\"message\":"
          + "{\"role\":\"assistant\",\"content\":\"Hi.\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":500,\"total_tokens\":1500,\"prompt_tokens_details\":{\"cached_tokens\":200}}}";

  private Answers() {}

  /** An upstream that gives the same whole answer to every chat. */
  static ScriptedUpstream whole() {
    return ScriptedUpstream.start(Answers::whole);
  }

  static void whole(Exchange exchange) throws IOException {
    exchange.json(200, WHOLE);
  }

  static void streamed(Exchange exchange) throws IOException {
    exchange.begin(200, "text/event-stream");
    exchange.chunk(chunk("{\"role\":\"assistant\",\"content\":\"Hi.\"}", "\"stop\"", ""));
    exchange.chunk(usageChunk(10, 2));
    exchange.chunk("data: [DONE]\n\n");
    exchange.end();
  }

  /** A chunk of a streamed answer. */
  static String chunk(String delta, String finishReason, String more) {
    return "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finishReason
        + "}]"
        + more
        + "}\n\n";
  }

  /** The extra chunk with usage. */
  static String usageChunk(int input, int output) {
    return "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":"
        + input
        + ",\"completion_tokens\":"
        + output
        + ",\"total_tokens\":"
        + (input + output)
        + "}}\n\n";
  }

  /** A configuration with one scripted cloud provider and one scripted local one. */
  static String cloudAndLocal(ScriptedUpstream cloud, ScriptedUpstream local) {
    return """
        providers:
          - {name: cloud, kind: openai, base-url: %s, api-key: sk-test-cloud, models: [{id: gpt-4.1-mini}, {id: gpt-5.2}]}
          - {name: home, kind: openai-compatible, locality: local, base-url: %s, models: [{id: qwen3-8b, quality: 0.5}]}
        """
        .formatted(cloud.url("/v1"), local.url("/v1"));
  }

  /** A configuration with one scripted cloud provider. */
  static String cloudOnly(ScriptedUpstream cloud) {
    return """
        providers:
          - {name: cloud, kind: openai, base-url: %s, api-key: sk-test-cloud, models: [{id: gpt-4.1-mini}]}
        """
        .formatted(cloud.url("/v1"));
  }
}
