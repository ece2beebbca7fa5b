package dev.gatehouse.provider.embedded;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a chat completion request asks, as far as this engine follows it. Unknown fields are passed
 * over; known ones that change the answer and cannot be followed are errors.
 *
 * @param maxTokens output limit; empty means the engine's own
 * @param includeUsage whether a stream ends with a chunk of token counts
 */
record ChatBody(
    List<Turn> turns,
    Sampling sampling,
    OptionalInt maxTokens,
    boolean stream,
    boolean includeUsage) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_STOPS = 4;

  ChatBody {
    turns = List.copyOf(turns);
  }

  /**
   * One message, as the chat template sees it.
   *
   * @param role system, user or assistant
   */
  record Turn(String role, String text) {}

  /**
   * Reads a request.
   *
   * @throws ApiException (400) naming the field that is wrong or not supported
   */
  static ChatBody parse(byte[] bytes) {
    JsonNode root = tree(bytes);
    if (!root.isObject()) {
      throw ApiException.invalid("the body must be a JSON object", "");
    }
    refuseUnsupported(root);
    return new ChatBody(
        turns(root.path("messages")),
        Sampling.of(new Fields(root), stops(root.path("stop"))),
        maxTokens(new Fields(root)),
        flag(root.path("stream"), "stream"),
        flag(root.path("stream_options").path("include_usage"), "stream_options.include_usage"));
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw ApiException.invalid("the body is not valid JSON", "");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  private static void refuseUnsupported(JsonNode root) {
    for (String field : List.of("tools", "functions", "logit_bias")) {
      if (!root.path(field).isEmpty()) {
        throw ApiException.unsupported(field);
      }
    }
    String format = root.path("response_format").path("type").asText("text");
    if (!format.equals("text")) {
      throw ApiException.unsupported("response_format");
    }
    if (root.path("logprobs").asBoolean(false)) {
      throw ApiException.unsupported("logprobs");
    }
    if (root.path("n").asInt(1) != 1) {
      throw ApiException.unsupported("n");
    }
    if (root.hasNonNull("audio")) {
      throw ApiException.unsupported("audio");
    }
  }

  private static List<Turn> turns(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty()) {
      throw ApiException.invalid("'messages' must be a list with at least one message", "messages");
    }
    List<Turn> turns = new ArrayList<>();
    for (JsonNode message : messages) {
      String at = "messages[" + turns.size() + "]";
      if (!message.isObject()) {
        throw ApiException.invalid("a message must be an object", at);
      }
      turns.add(
          new Turn(role(message.path("role").asText(""), at), text(message.path("content"), at)));
    }
    return turns;
  }

  /** The template of a small model knows three roles; a tool's result is told by the user. */
  private static String role(String role, String at) {
    return switch (role) {
      case "system", "developer" -> "system";
      case "user", "tool", "function" -> "user";
      case "assistant" -> "assistant";
      default -> throw ApiException.invalid("unknown role", at + ".role");
    };
  }

  private static String text(JsonNode content, String at) {
    if (content.isTextual()) {
      return content.textValue();
    }
    if (content.isNull() || content.isMissingNode()) {
      return "";
    }
    if (!content.isArray()) {
      throw ApiException.invalid("content must be text or a list of parts", at + ".content");
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < content.size(); i++) {
      text.append(part(content.get(i), at + ".content[" + i + "]"));
    }
    return text.toString();
  }

  private static String part(JsonNode part, String at) {
    return switch (part.path("type").asText("")) {
      case "text" -> part.path("text").asText("");
      case "refusal" -> part.path("refusal").asText("");
      default -> throw ApiException.unsupported(at + ".type");
    };
  }

  private static List<String> stops(JsonNode stop) {
    List<String> stops = new ArrayList<>();
    if (stop.isTextual()) {
      stops.add(stop.textValue());
    } else if (stop.isArray() && stop.size() <= MOST_STOPS) {
      stop.forEach(each -> stops.add(each.asText("")));
    } else if (!stop.isNull() && !stop.isMissingNode()) {
      throw ApiException.invalid("'stop' must be text or a list of at most 4", "stop");
    }
    stops.removeIf(String::isEmpty);
    return stops;
  }

  private static OptionalInt maxTokens(Fields fields) {
    String field = fields.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
    return fields.has(field)
        ? OptionalInt.of((int) fields.integer(field, 1, Integer.MAX_VALUE))
        : OptionalInt.empty();
  }

  private static boolean flag(JsonNode node, String field) {
    if (!node.isBoolean() && !node.isNull() && !node.isMissingNode()) {
      throw ApiException.invalid("expected true or false", field);
    }
    return node.asBoolean(false);
  }

  /** Numbers of a request, checked. */
  record Fields(JsonNode root) {

    boolean has(String field) {
      return root.hasNonNull(field);
    }

    long integer(String field, long least, long most) {
      JsonNode node = root.path(field);
      if (!node.isIntegralNumber()
          || !node.canConvertToLong()
          || node.longValue() < least
          || node.longValue() > most) {
        throw ApiException.invalid("expected an integer, at least " + least, field);
      }
      return node.longValue();
    }

    double number(String field, double least, double most) {
      JsonNode node = root.path(field);
      if (!node.isNumber() || node.doubleValue() < least || node.doubleValue() > most) {
        throw ApiException.invalid("expected a number from %s to %s".formatted(least, most), field);
      }
      return node.doubleValue();
    }
  }
}
