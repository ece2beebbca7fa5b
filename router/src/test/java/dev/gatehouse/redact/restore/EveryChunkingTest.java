package dev.gatehouse.redact.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However an answer is cut into chunks, the restored stream says what the restored whole says. */
final class EveryChunkingTest {
  private static final int CHUNKINGS = 10_000;
  private static final NaiveRestorer NAIVE = new NaiveRestorer(RandomAnswers.PSEUDONYMS);

  @ParameterizedTest
  @EnumSource
  void relayedStreamSaysWhatTheWholeSays(WireScript wire) {
    for (int seed = 0; seed < CHUNKINGS; seed++) {
      RandomAnswers random = new RandomAnswers(seed);
      Said said = Said.random(random);

      Said restored = wire.read(relayed(wire, wire.stream(said, random), true));

      requireRestored(wire, said, restored);
    }
  }

  @ParameterizedTest
  @EnumSource
  void relayedWholeIsRestored(WireScript wire) {
    for (int seed = 0; seed < CHUNKINGS / 5; seed++) {
      RandomAnswers random = new RandomAnswers(seed);
      Said said = Said.random(random);

      String whole = relayed(wire, List.of(wire.whole(said, random)), false);

      requireRestored(wire, said, wire.read(List.of(NaiveRestorer.read(whole))));
    }
  }

  @Test
  void translatedStreamSaysWhatTheWholeSays() {
    for (int seed = 0; seed < CHUNKINGS; seed++) {
      RandomAnswers random = new RandomAnswers(seed);
      Said said = Said.random(random);
      List<Event> events = new ArrayList<>();
      random.pieces(said.thinking()).forEach(e -> events.add(new Event.ThinkingDelta(0, e)));
      random.pieces(said.text()).forEach(e -> events.add(new Event.TextDelta(0, e)));
      events.add(new Event.ToolCallDelta(0, 0, "call_1", "f", ""));
      random
          .pieces(said.arguments())
          .forEach(e -> events.add(new Event.ToolCallDelta(0, 0, "", "", e)));
      events.add(Event.Ended.of(FinishReason.TOOL_CALLS));

      List<Event> out = restored(events);

      requireRestored(WireScript.CHAT, said, read(out));
      assertThat(out.getLast()).isInstanceOf(Event.Ended.class);
    }
  }

  @Test
  void callsThatComeAtOnceAreKeptApart() {
    for (int seed = 0; seed < CHUNKINGS / 5; seed++) {
      RandomAnswers random = new RandomAnswers(seed);
      List<String> arguments = List.of(random.json(), random.json());
      List<List<String>> pieces =
          List.of(random.pieces(arguments.get(0)), random.pieces(arguments.get(1)));
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < Math.max(pieces.get(0).size(), pieces.get(1).size()); i++) {
        for (int call = 0; call < 2; call++) {
          if (i < pieces.get(call).size()) {
            events.add(new Event.ToolCallDelta(0, call, "", "", pieces.get(call).get(i)));
          }
        }
      }
      events.add(Event.Ended.of(FinishReason.TOOL_CALLS));

      List<Event> out = restored(events);

      for (int call = 0; call < 2; call++) {
        StringBuilder restored = new StringBuilder();
        for (Event event : out) {
          if (event instanceof Event.ToolCallDelta each && each.index() == call) {
            restored.append(each.arguments());
          }
        }
        assertThat(NaiveRestorer.read(restored.toString()))
            .isEqualTo(NAIVE.restoreJson(arguments.get(call)));
      }
    }
  }

  @Test
  void eventsOfResponsesAreNumberedWithoutGapsAndSayTheSameTwice() {
    for (int seed = 0; seed < CHUNKINGS / 5; seed++) {
      RandomAnswers random = new RandomAnswers(seed);
      Said said = Said.random(random);
      WireScript wire = WireScript.RESPONSES;

      List<JsonNode> events = wire.events(relayed(wire, wire.stream(said, random), true));

      Said restored = wire.read(events);
      for (int i = 0; i < events.size(); i++) {
        JsonNode event = events.get(i);
        assertThat(event.path("sequence_number").intValue()).isEqualTo(i);
        switch (event.path("type").asText()) {
          case "response.output_text.done" ->
              assertThat(event.path("text").asText()).isEqualTo(restored.text());
          case "response.function_call_arguments.done" ->
              assertThat(event.path("arguments").asText()).isEqualTo(restored.arguments());
          case "response.completed" ->
              assertThat(wire.read(List.of(event.path("response")))).isEqualTo(restored);
          default -> {}
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void cutStreamGivesWhatWasHeldBack(WireScript wire) {
    for (int seed = 0; seed < CHUNKINGS / 5; seed++) {
      RandomAnswers random = new RandomAnswers(seed);
      Said said = new Said("", random.text(), "{}");
      List<String> events = wire.stream(said, random);
      int cut = events.size() / 2;
      String came = wire.read(String.join("", events.subList(0, cut))).text();
      Sink sink = new Sink();
      Restoration restoration = restoration(wire.wire(), true, sink);

      events
          .subList(0, cut)
          .forEach(e -> restoration.accept(new Event.Verbatim(WireScript.bytes(e), 0)));
      restoration.release();

      assertThat(wire.read(sink.text()).text()).isEqualTo(NAIVE.restore(came));
    }
  }

  private static void requireRestored(WireScript wire, Said said, Said restored) {
    boolean thinks = wire != WireScript.COMPLETIONS;
    boolean calls = thinks && wire != WireScript.OLLAMA_GENERATE;
    assertThat(restored.text()).as(said.text()).isEqualTo(NAIVE.restore(said.text()));
    assertThat(restored.thinking()).isEqualTo(thinks ? NAIVE.restore(said.thinking()) : "");
    if (calls) {
      assertThat(NaiveRestorer.read(restored.arguments()))
          .as(said.arguments())
          .isEqualTo(NAIVE.restoreJson(said.arguments()));
    }
  }

  private static String relayed(WireScript wire, List<String> events, boolean stream) {
    Sink sink = new Sink();
    Restoration restoration = restoration(wire.wire(), stream, sink);
    for (String event : events.subList(0, events.size() - 1)) {
      restoration.accept(new Event.Verbatim(WireScript.bytes(event), 0));
    }
    restoration.accept(
        new Event.VerbatimEnd(WireScript.bytes(events.getLast()), FinishReason.STOP, 0));
    assertThat(sink.events.getLast()).isInstanceOf(Event.VerbatimEnd.class);
    return sink.text();
  }

  private static List<Event> restored(List<Event> events) {
    Sink sink = new Sink();
    Restoration restoration = restoration(Wire.OPENAI_CHAT, true, sink);
    events.forEach(restoration::accept);
    return sink.events;
  }

  private static Said read(List<Event> events) {
    StringBuilder thinking = new StringBuilder();
    StringBuilder text = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    for (Event event : events) {
      switch (event) {
        case Event.ThinkingDelta(_, String piece) -> thinking.append(piece);
        case Event.TextDelta(_, String piece) -> text.append(piece);
        case Event.ToolCallDelta call -> arguments.append(call.arguments());
        default -> {}
      }
    }
    return new Said(thinking.toString(), text.toString(), arguments.toString());
  }

  static Restoration restoration(Wire wire, boolean stream, Sink sink) {
    return Restoration.of(RandomAnswers.PSEUDONYMS, request(wire, stream), sink.events::add);
  }

  static ChatRequest request(Wire wire, boolean stream) {
    return request(wire, stream, new ResponseFormat.Text());
  }

  static ChatRequest request(Wire wire, boolean stream, ResponseFormat format) {
    return new ChatRequest(
        wire,
        JsonBody.parse(WireScript.bytes("{}")),
        "up/model",
        List.of(new Message(Role.USER, List.of(new Part.Text("hi")), Optional.empty())),
        List.of(),
        new ToolChoice.Auto(),
        format,
        GenerationOptions.defaults(),
        stream,
        false,
        Map.of(),
        List.of());
  }

  /** Keeps what comes. */
  static final class Sink {
    final List<Event> events = new ArrayList<>();

    /** The bytes of everything relayed. */
    String text() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (Event event : events) {
        if (event instanceof Event.Verbatim(byte[] bytes, _)) {
          all.writeBytes(bytes);
        } else if (event instanceof Event.VerbatimEnd(byte[] bytes, _, _)) {
          all.writeBytes(bytes);
        }
      }
      return all.toString(StandardCharsets.UTF_8);
    }
  }
}
