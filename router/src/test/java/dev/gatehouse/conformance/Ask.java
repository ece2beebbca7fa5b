package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of a model, in no vendor's form: clients are told to ask it, and upstreams tell
 * what reached them.
 *
 * @param system the system prompt; empty for none
 * @param forcedTool the one tool that must be called
 * @param schema what the answer's JSON has to look like
 */
public record Ask(
    String system,
    List<Turn> turns,
    List<Tool> tools,
    Optional<String> forcedTool,
    Optional<JsonNode> schema,
    List<String> stop,
    OptionalInt maxTokens,
    boolean stream) {

  public Ask {
    turns = List.copyOf(turns);
    tools = List.copyOf(tools);
    stop = List.copyOf(stop);
  }

  /** One part of a conversation. */
  public sealed interface Turn {}

  /** What the user says. */
  public record User(String text, List<Picture> pictures) implements Turn {
    public User {
      pictures = List.copyOf(pictures);
    }
  }

  /** What the model said before. */
  public record Model(String text, List<Call> calls) implements Turn {
    public Model {
      calls = List.copyOf(calls);
    }
  }

  /** What a tool gave back for a call. */
  public record Result(String callId, String text) implements Turn {}

  /** An image within the request. */
  public record Picture(String mediaType, String base64) {}

  /** A call of a tool; {@code arguments} is a JSON object as text. */
  public record Call(String id, String name, String arguments) {}

  /** A tool on offer. */
  public record Tool(String name, String description, JsonNode parameters) {}

  /** A question and nothing else. */
  public static Ask of(String text) {
    return of(List.of(new User(text, List.of())));
  }

  /** A conversation and nothing else. */
  public static Ask of(List<Turn> turns) {
    return new Ask(
        "",
        turns,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        false);
  }

  public Ask withSystem(String text) {
    return new Ask(text, turns, tools, forcedTool, schema, stop, maxTokens, stream);
  }

  public Ask withTools(List<Tool> more) {
    return new Ask(system, turns, more, forcedTool, schema, stop, maxTokens, stream);
  }

  public Ask withForcedTool(String name) {
    return new Ask(system, turns, tools, Optional.of(name), schema, stop, maxTokens, stream);
  }

  public Ask withSchema(JsonNode wanted) {
    return new Ask(system, turns, tools, forcedTool, Optional.of(wanted), stop, maxTokens, stream);
  }

  public Ask withStop(String... texts) {
    return new Ask(system, turns, tools, forcedTool, schema, List.of(texts), maxTokens, stream);
  }

  public Ask withMaxTokens(int most) {
    return new Ask(system, turns, tools, forcedTool, schema, stop, OptionalInt.of(most), stream);
  }

  /** The same, answered piece by piece. */
  public Ask streamed() {
    return new Ask(system, turns, tools, forcedTool, schema, stop, maxTokens, true);
  }

  /** What the user said last; empty if nothing. */
  public String lastUserText() {
    return turns.reversed().stream()
        .flatMap(
            turn ->
                turn instanceof User user
                    ? Optional.of(user.text()).stream()
                    : Optional.<String>empty().stream())
        .findFirst()
        .orElse("");
  }

  /** Every image of the conversation. */
  public List<Picture> pictures() {
    return turns.stream()
        .flatMap(
            turn ->
                turn instanceof User user ? user.pictures().stream() : List.<Picture>of().stream())
        .toList();
  }
}
