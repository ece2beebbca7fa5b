package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.conformance.Behaviour.Answer;
import dev.gatehouse.conformance.Behaviour.Finish;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The model behind every scripted upstream: does what words in the last question say. */
public final class ScriptedModel {
  /** Tokens of every prompt, cached ones among them. */
  public static final int INPUT_TOKENS = 321;

  /** Tokens of every prompt that were cached, where a vendor tells. */
  public static final int CACHED_TOKENS = 64;

  /** Tokens of every answer. */
  public static final int OUTPUT_TOKENS = 19;

  /** Seconds that a busy upstream asks for. */
  public static final int RETRY_AFTER = 7;

  public static final String GREETING = "Hello! How can I help?";
  public static final String COUNT = "one two three four five six";
  public static final String THOUGHT = "Let me see.";

  /** Separators that end a line for careless readers, and everything that JSON escapes. */
  public static final String ODD =
      "Gr\u00f6\u00dfe \u6771\u4eac \ud83d\ude42\u2028separated\u2029again\u0085 \"quoted\" \\ back\nline\r\ttab";

  private static final int FEW = 16;
  private static final int MANY = 100;

  private ScriptedModel() {}

  static Behaviour behaviour(Ask ask) {
    String said = ask.lastUserText();
    if (said.contains("fail with ")) {
      return new Behaviour.Failure(
          Integer.parseInt(said.substring(said.indexOf("fail with ") + 10).substring(0, 3)));
    }
    return said.contains("break off") ? new Behaviour.Cut(answer(ask, said)) : answer(ask, said);
  }

  private static Answer answer(Ask ask, String said) {
    if (ask.turns().getLast() instanceof Ask.Result) {
      return text(results(ask));
    }
    if (!ask.tools().isEmpty() && (said.contains("weather") || ask.forcedTool().isPresent())) {
      return new Answer("", List.of(), calls(ask, said), Finish.TOOL_CALLS);
    }
    if (ask.schema().isPresent()) {
      return text(write(instance(ask.schema().get(), "Paris")));
    }
    return spoken(ask, said);
  }

  private static Answer spoken(Ask ask, String said) {
    if (said.contains("count")) {
      return counted(ask);
    }
    if (said.contains("odd characters")) {
      return text(ODD);
    }
    if (said.contains("think")) {
      return new Answer(THOUGHT, pieces(GREETING), List.of(), Finish.STOP);
    }
    if (said.contains("picture")) {
      return text(pictures(ask));
    }
    return text(said.contains("recall") ? recalled(ask) : GREETING);
  }

  private static Answer counted(Ask ask) {
    Optional<String> stop = ask.stop().stream().filter(COUNT::contains).findFirst();
    if (stop.isPresent()) {
      return new Answer(
          "",
          pieces(COUNT.substring(0, COUNT.indexOf(stop.get()))),
          List.of(),
          Finish.STOP_SEQUENCE);
    }
    return ask.maxTokens().orElse(MANY) <= FEW
        ? new Answer("", List.of("one ", "two ", "three"), List.of(), Finish.LENGTH)
        : text(COUNT);
  }

  /** What the tools gave back, in the order of the conversation. */
  private static String results(Ask ask) {
    return ask.turns().stream()
        .filter(Ask.Result.class::isInstance)
        .map(turn -> ((Ask.Result) turn).text())
        .collect(Collectors.joining("; ", "The tools say: ", ""));
  }

  private static String recalled(Ask ask) {
    List<String> lines = new ArrayList<>();
    lines.add("system=" + ask.system());
    for (Ask.Turn turn : ask.turns()) {
      lines.add(
          switch (turn) {
            case Ask.User(String text, _) -> "user=" + text;
            case Ask.Model(String text, _) -> "model=" + text;
            case Ask.Result(_, String text) -> "result=" + text;
          });
    }
    return String.join("|", lines);
  }

  private static String pictures(Ask ask) {
    return ask.pictures().stream()
        .map(picture -> picture.mediaType() + ":" + picture.base64())
        .collect(Collectors.joining(",", "I see ", "."));
  }

  private static List<Ask.Call> calls(Ask ask, String said) {
    Ask.Tool tool =
        ask.tools().stream()
            .filter(each -> ask.forcedTool().map(each.name()::equals).orElse(true))
            .findFirst()
            .orElseThrow();
    List<Ask.Call> calls = new ArrayList<>();
    calls.add(call(1, tool, "Paris"));
    if (said.contains("Rome")) {
      calls.add(call(2, tool, "Rome"));
    }
    return calls;
  }

  private static Ask.Call call(int number, Ask.Tool tool, String city) {
    return new Ask.Call(
        "call_scripted" + number, tool.name(), write(instance(tool.parameters(), city)));
  }

  /** A value that fits a schema; texts are {@code word}. */
  private static JsonNode instance(JsonNode schema, String word) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (schema.has("const")) {
      return schema.path("const");
    }
    for (String choices : List.of("enum", "anyOf", "oneOf")) {
      if (schema.has(choices)) {
        JsonNode first = schema.path(choices).path(0);
        return choices.equals("enum") ? first : instance(first, word);
      }
    }
    return switch (schema.path("type").asText("object").toLowerCase(Locale.ROOT)) {
      case "integer", "number" -> nodes.numberNode(42);
      case "boolean" -> nodes.booleanNode(true);
      case "string" -> nodes.textNode(word);
      case "array" -> nodes.arrayNode().add(instance(schema.path("items"), word));
      default -> object(schema, word);
    };
  }

  private static ObjectNode object(JsonNode schema, String word) {
    ObjectNode object = Json.object();
    schema
        .path("properties")
        .properties()
        .forEach(property -> object.set(property.getKey(), instance(property.getValue(), word)));
    return object;
  }

  private static Answer text(String text) {
    return new Answer("", pieces(text), List.of(), Finish.STOP);
  }

  /** Words with the space behind them. */
  private static List<String> pieces(String text) {
    return Arrays.asList(text.split("(?<= )", -1));
  }

  private static String write(JsonNode tree) {
    return new String(Json.write(tree), StandardCharsets.UTF_8);
  }
}
