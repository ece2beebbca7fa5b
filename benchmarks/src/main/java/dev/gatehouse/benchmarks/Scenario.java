package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * A kind of answer. Each is a provider of its own to the gateway, and a path of its own to nginx.
 */
enum Scenario {
  /** One JSON answer. */
  PLAIN(false),
  /** 30 chunks, as fast as they go. */
  STREAMED(true),
  /** 30 chunks 5 ms apart, as a model would write them. */
  PACED(true);

  private final boolean streamed;

  Scenario(boolean streamed) {
    this.streamed = streamed;
  }

  boolean streamed() {
    return streamed;
  }

  /** The provider's name, and the first step of the path. */
  String provider() {
    return switch (this) {
      case PLAIN -> "plain";
      case STREAMED -> "streamed";
      case PACED -> "paced";
    };
  }

  /**
   * A chat of 1 KB of text for this scenario's model by name; {@code %NEW%} in it is to be
   * replaced.
   */
  String requestBody() {
    ObjectNode body = Json.object();
    body.put("model", provider() + "/" + CannedAnswer.MODEL);
    body.putArray("messages").addObject().put("role", "user").put("content", Question.TEXT);
    if (streamed) {
      body.put("stream", true);
    }
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }
}
