package dev.gatehouse.redact.restore;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes answers as one vendor does, and reads them as that vendor's clients do. */
enum WireScript {
  CHAT(Wire.OPENAI_CHAT, true) {
    @Override
    List<String> stream(Said said, RandomAnswers random) {
      List<String> all = new ArrayList<>();
      all.add(chunk("\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null"));
      pieces(all, random, said.thinking(), each -> delta("\"reasoning_content\":" + each));
      pieces(all, random, said.text(), each -> delta("\"content\":" + each));
      all.add(
          delta(
              "\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]"));
      pieces(
          all,
          random,
          said.arguments(),
          each ->
              delta("\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":" + each + "}}]"));
      all.add(chunk("\"delta\":{},\"finish_reason\":\"tool_calls\""));
      all.add("data: [DONE]\n\n");
      return all;
    }

    private String delta(String members) {
      return chunk("\"delta\":{" + members + "},\"logprobs\":null,\"finish_reason\":null");
    }

    private String chunk(String choice) {
      return "data: {\"id\":\"c\",\"choices\":[{\"index\":0," + choice + "}]}\n\n";
    }

    @Override
    String whole(Said said, RandomAnswers random) {
      return "{\"id\":\"c\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":%s,\"reasoning_content\":%s,\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":%s}}]},\"finish_reason\":\"tool_calls\"}],\"usage\":{\"prompt_tokens\":1.50,\"completion_tokens\":2}}"
          .formatted(
              random.literal(said.text()),
              random.literal(said.thinking()),
              random.literal(said.arguments()));
    }

    @Override
    Said read(List<JsonNode> events) {
      Growing said = new Growing();
      for (JsonNode event : events) {
        JsonNode choice = event.path("choices").path(0);
        JsonNode message = choice.has("delta") ? choice.path("delta") : choice.path("message");
        said.text(message.path("content"));
        said.thinking(message.path("reasoning_content"));
        said.arguments(message.path("tool_calls").path(0).path("function").path("arguments"));
      }
      return said.said();
    }
  },

  COMPLETIONS(Wire.OPENAI_COMPLETIONS, true) {
    @Override
    List<String> stream(Said said, RandomAnswers random) {
      List<String> all = new ArrayList<>();
      pieces(all, random, said.text(), each -> chunk(each, "null"));
      all.add(chunk("\"\"", "\"stop\""));
      all.add("data: [DONE]\n\n");
      return all;
    }

    private String chunk(String text, String finishReason) {
      return "data: {\"choices\":[{\"text\":%s,\"index\":0,\"logprobs\":null,\"finish_reason\":%s}]}\n\n"
          .formatted(text, finishReason);
    }

    @Override
    String whole(Said said, RandomAnswers random) {
      return "{\"choices\":[{\"text\":%s,\"index\":0,\"finish_reason\":\"stop\"}]}"
          .formatted(random.literal(said.text()));
    }

    @Override
    Said read(List<JsonNode> events) {
      Growing said = new Growing();
      events.forEach(event -> said.text(event.path("choices").path(0).path("text")));
      return said.said();
    }
  },

  RESPONSES(Wire.OPENAI_RESPONSES, true) {
    @Override
    List<String> stream(Said said, RandomAnswers random) {
      List<String> all = new ArrayList<>();
      all.add(event("created", "\"response\":{\"id\":\"r\",\"instructions\":null,\"output\":[]}"));
      String at = "\"item_id\":\"i0\",\"output_index\":0,\"summary_index\":0,";
      pieces(
          all,
          random,
          said.thinking(),
          each -> event("reasoning_summary_text.delta", at + "\"delta\":" + each));
      all.add(
          event("reasoning_summary_text.done", at + "\"text\":" + random.literal(said.thinking())));
      all.add(event("output_item.done", "\"output_index\":0,\"item\":" + reasoning(said, random)));
      String in = "\"item_id\":\"i1\",\"output_index\":1,\"content_index\":0,";
      pieces(
          all,
          random,
          said.text(),
          each -> event("output_text.delta", in + "\"logprobs\":[],\"delta\":" + each));
      all.add(event("output_text.done", in + "\"text\":" + random.literal(said.text())));
      all.add(event("output_item.done", "\"output_index\":1,\"item\":" + message(said, random)));
      String call = "\"item_id\":\"i2\",\"output_index\":2,";
      pieces(
          all,
          random,
          said.arguments(),
          each -> event("function_call_arguments.delta", call + "\"delta\":" + each));
      all.add(
          event(
              "function_call_arguments.done",
              call + "\"arguments\":" + random.literal(said.arguments())));
      all.add(event("output_item.done", "\"output_index\":2,\"item\":" + call(said, random)));
      all.add(event("completed", "\"response\":" + whole(said, random)));
      return numbered(all);
    }

    private String event(String type, String members) {
      return "event: response.%s\ndata: {\"type\":\"response.%s\",\"sequence_number\":#,%s}\n\n"
          .formatted(type, type, members);
    }

    private List<String> numbered(List<String> events) {
      List<String> numbered = new ArrayList<>();
      for (String event : events) {
        numbered.add(
            event.replace("\"sequence_number\":#", "\"sequence_number\":" + numbered.size()));
      }
      return numbered;
    }

    private String reasoning(Said said, RandomAnswers random) {
      return "{\"id\":\"i0\",\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\",\"text\":%s}]}"
          .formatted(random.literal(said.thinking()));
    }

    private String message(Said said, RandomAnswers random) {
      return "{\"id\":\"i1\",\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"annotations\":[],\"text\":%s}]}"
          .formatted(random.literal(said.text()));
    }

    private String call(Said said, RandomAnswers random) {
      return "{\"id\":\"i2\",\"type\":\"function_call\",\"name\":\"f\",\"arguments\":%s}"
          .formatted(random.literal(said.arguments()));
    }

    @Override
    String whole(Said said, RandomAnswers random) {
      return "{\"id\":\"r\",\"object\":\"response\",\"output\":[%s,%s,%s]}"
          .formatted(reasoning(said, random), message(said, random), call(said, random));
    }

    @Override
    Said read(List<JsonNode> events) {
      Growing said = new Growing();
      for (JsonNode event : events) {
        switch (event.path("type").asText()) {
          case "response.reasoning_summary_text.delta" -> said.thinking(event.path("delta"));
          case "response.output_text.delta" -> said.text(event.path("delta"));
          case "response.function_call_arguments.delta" -> said.arguments(event.path("delta"));
          case "" -> items(event.path("output"), said);
          default -> {}
        }
      }
      return said.said();
    }

    private void items(JsonNode output, Growing said) {
      said.thinking(output.path(0).path("summary").path(0).path("text"));
      said.text(output.path(1).path("content").path(0).path("text"));
      said.arguments(output.path(2).path("arguments"));
    }
  },

  ANTHROPIC(Wire.ANTHROPIC_MESSAGES, true) {
    @Override
    List<String> stream(Said said, RandomAnswers random) {
      List<String> all = new ArrayList<>();
      all.add(event("message_start", "\"message\":{\"type\":\"message\",\"content\":[]}"));
      block(all, 0, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
      pieces(all, random, said.thinking(), each -> delta(0, "thinking", "thinking", each));
      all.add(delta(0, "signature", "signature", "\"Org1a2b3c4d=\""));
      all.add(event("content_block_stop", "\"index\":0"));
      block(all, 1, "{\"type\":\"text\",\"text\":\"\"}");
      pieces(all, random, said.text(), each -> delta(1, "text", "text", each));
      all.add(event("content_block_stop", "\"index\":1"));
      block(all, 2, "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{}}");
      pieces(all, random, said.arguments(), each -> delta(2, "input_json", "partial_json", each));
      all.add(event("content_block_stop", "\"index\":2"));
      all.add(event("message_delta", "\"delta\":{\"stop_reason\":\"tool_use\"}"));
      all.add(event("message_stop", "\"x\":1"));
      return all;
    }

    private void block(List<String> all, int index, String block) {
      all.add(event("content_block_start", "\"index\":" + index + ",\"content_block\":" + block));
    }

    private String delta(int index, String type, String field, String literal) {
      return event(
          "content_block_delta",
          "\"index\":%s,\"delta\":{\"type\":\"%s_delta\",\"%s\":%s}"
              .formatted(index, type, field, literal));
    }

    private String event(String type, String members) {
      return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, members);
    }

    @Override
    String whole(Said said, RandomAnswers random) {
      return "{\"type\":\"message\",\"content\":[{\"type\":\"thinking\",\"thinking\":%s,\"signature\":\"Org1a2b3c4d=\"},{\"type\":\"text\",\"text\":%s},{\"type\":\"tool_use\",\"name\":\"f\",\"input\":%s}],\"stop_reason\":\"tool_use\"}"
          .formatted(
              random.literal(said.thinking()), random.literal(said.text()), said.arguments());
    }

    @Override
    Said read(List<JsonNode> events) {
      Growing said = new Growing();
      for (JsonNode event : events) {
        said.thinking(event.path("delta").path("thinking"));
        said.text(event.path("delta").path("text"));
        said.arguments(event.path("delta").path("partial_json"));
        said.thinking(event.path("content").path(0).path("thinking"));
        said.text(event.path("content").path(1).path("text"));
        said.arguments(event.path("content").path(2).path("input"));
      }
      return said.said();
    }
  },

  OLLAMA_CHAT(Wire.OLLAMA_CHAT, false) {
    @Override
    List<String> stream(Said said, RandomAnswers random) {
      List<String> all = new ArrayList<>();
      pieces(all, random, said.thinking(), each -> line("\"content\":\"\",\"thinking\":" + each));
      pieces(all, random, said.text(), each -> line("\"content\":" + each));
      all.add(
          line(
              "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":"
                  + said.arguments().replace("\n", " ")
                  + "}}]"));
      all.add(
          "{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"eval_count\":1}\n");
      return all;
    }

    private String line(String members) {
      return "{\"model\":\"m\",\"message\":{\"role\":\"assistant\","
          + members
          + "},\"done\":false}\n";
    }

    @Override
    String whole(Said said, RandomAnswers random) {
      return "{\"message\":{\"content\":%s,\"thinking\":%s,\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":%s}}]},\"done\":true}"
          .formatted(
              random.literal(said.text()), random.literal(said.thinking()), said.arguments());
    }

    @Override
    Said read(List<JsonNode> events) {
      Growing said = new Growing();
      for (JsonNode event : events) {
        JsonNode message = event.path("message");
        said.text(message.path("content"));
        said.thinking(message.path("thinking"));
        said.arguments(message.path("tool_calls").path(0).path("function").path("arguments"));
      }
      return said.said();
    }
  },

  OLLAMA_GENERATE(Wire.OLLAMA_GENERATE, false) {
    @Override
    List<String> stream(Said said, RandomAnswers random) {
      List<String> all = new ArrayList<>();
      pieces(
          all,
          random,
          said.thinking(),
          each -> "{\"response\":\"\",\"thinking\":" + each + ",\"done\":false}\r\n");
      pieces(all, random, said.text(), each -> "{\"response\":" + each + ",\"done\":false}\r\n");
      all.add("{\"done\":true,\"context\":[1,2]}");
      return all;
    }

    @Override
    String whole(Said said, RandomAnswers random) {
      return "{\"response\":%s,\"thinking\":%s,\"done\":true,\"context\":[5555341244441115]}"
          .formatted(random.literal(said.text()), random.literal(said.thinking()));
    }

    @Override
    Said read(List<JsonNode> events) {
      Growing said = new Growing();
      events.forEach(event -> said.text(event.path("response")));
      events.forEach(event -> said.thinking(event.path("thinking")));
      return said.said();
    }
  };

  private final Wire wire;
  private final boolean serverSentEvents;

  WireScript(Wire wire, boolean serverSentEvents) {
    this.wire = wire;
    this.serverSentEvents = serverSentEvents;
  }

  Wire wire() {
    return wire;
  }

  /** The events of a stream, in each of which one piece of a text comes. */
  abstract List<String> stream(Said said, RandomAnswers random);

  /** The same in one piece. */
  abstract String whole(Said said, RandomAnswers random);

  /** What a client makes of events or of a whole answer; empty where the wire has no such text. */
  abstract Said read(List<JsonNode> events);

  /** What a client makes of the bytes of a stream. */
  final Said read(String stream) {
    return read(events(stream));
  }

  final List<JsonNode> events(String stream) {
    List<JsonNode> events = new ArrayList<>();
    for (String each : stream.split(serverSentEvents ? "\n\n" : "\n", -1)) {
      String json = each.replaceFirst("(?s)^(event: [^\n]*\n)?data: ", "");
      if (!json.isBlank() && !json.equals("[DONE]")) {
        events.add(NaiveRestorer.read(json));
      }
    }
    return events;
  }

  private static void pieces(
      List<String> all, RandomAnswers random, String text, UnaryOperator<String> event) {
    random.pieces(text).forEach(piece -> all.add(event.apply(random.literal(piece))));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a client has put together so far. */
  private static final class Growing {
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();

    void thinking(JsonNode piece) {
      thinking.append(piece.asText(""));
    }

    void text(JsonNode piece) {
      text.append(piece.asText(""));
    }

    void arguments(JsonNode piece) {
      arguments.append(piece.isObject() ? piece.toString() : piece.asText(""));
    }

    Said said() {
      return new Said(thinking.toString(), text.toString(), arguments.toString());
    }
  }
}
