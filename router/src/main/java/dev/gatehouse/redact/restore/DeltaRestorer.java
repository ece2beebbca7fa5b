package dev.gatehouse.redact.restore;

import dev.gatehouse.inference.Event;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Restores the deltas of the translated lane. Text, reasoning and refusal of one choice follow each
 * other in blocks, and calls of tools come behind them: a block ends where another begins, and what
 * was held back of it goes out before. For one answer and one thread.
 */
final class DeltaRestorer {
  private final TokenMatcher matcher;
  private final Script.Kind answerKind;
  private final Map<Block, Growing> growing = new LinkedHashMap<>();

  /**
   * @param answerKind what the request wants the answer's text to be
   */
  DeltaRestorer(TokenMatcher matcher, Script.Kind answerKind) {
    this.matcher = matcher;
    this.answerKind = answerKind;
  }

  /** What grows; calls of tools by their index beside each other, anything else one by one. */
  private record Block(int choice, Field field, int index) {}

  private enum Field {
    TEXT,
    THINKING,
    REFUSAL,
    ARGUMENTS
  }

  private record Growing(TextRestorer text, Function<String, Event> event) {}

  /**
   * Takes the next event.
   *
   * @return what goes out for it
   */
  List<Event> accept(Event event) {
    List<Event> out = new ArrayList<>();
    switch (event) {
      case Event.TextDelta(int choice, String text) ->
          piece(
              new Block(choice, Field.TEXT, 0),
              text,
              each -> new Event.TextDelta(choice, each),
              out);
      case Event.ThinkingDelta(int choice, String text) ->
          piece(
              new Block(choice, Field.THINKING, 0),
              text,
              each -> new Event.ThinkingDelta(choice, each),
              out);
      case Event.RefusalDelta(int choice, String text) ->
          piece(
              new Block(choice, Field.REFUSAL, 0),
              text,
              each -> new Event.RefusalDelta(choice, each),
              out);
      case Event.ToolCallDelta call -> call(call, out);
      case Event.ThinkingSignature(int choice, _) -> alone(choice, event, out);
      case Event.RedactedThinking(int choice, _) -> alone(choice, event, out);
      case Event.Ended _ -> {
        out.addAll(end());
        out.add(event);
      }
      case Event.Started _,
          Event.UsageReported _,
          Event.Embedding _,
          Event.Verbatim _,
          Event.VerbatimEnd _ ->
          out.add(event);
    }
    return out;
  }

  /** The answer is cut, or has ended: what is held back. */
  List<Event> end() {
    List<Event> out = new ArrayList<>();
    growing.values().forEach(each -> close(each, out));
    growing.clear();
    return out;
  }

  private void alone(int choice, Event event, List<Event> out) {
    closeTexts(choice, out);
    out.add(event);
  }

  private void piece(Block block, String text, Function<String, Event> event, List<Event> out) {
    if (text.isEmpty()) {
      out.add(event.apply(text));
      return;
    }
    if (!growing.containsKey(block)) {
      closeTexts(block.choice, out);
      Script.Kind kind = block.field == Field.TEXT ? answerKind : Script.Kind.PLAIN;
      growing.put(block, new Growing(new TextRestorer(matcher, kind), event));
    }
    String restored = growing.get(block).text.accept(text);
    if (!restored.isEmpty()) {
      out.add(event.apply(restored));
    }
  }

  private void call(Event.ToolCallDelta call, List<Event> out) {
    closeTexts(call.choice(), out);
    Growing arguments =
        growing.computeIfAbsent(
            new Block(call.choice(), Field.ARGUMENTS, call.index()), _ -> arguments(call));
    String restored = arguments.text.accept(call.arguments());
    boolean said = !call.id().isEmpty() || !call.name().isEmpty() || call.arguments().isEmpty();
    if (said || !restored.isEmpty()) {
      out.add(
          new Event.ToolCallDelta(call.choice(), call.index(), call.id(), call.name(), restored));
    }
  }

  private Growing arguments(Event.ToolCallDelta call) {
    return new Growing(
        new TextRestorer(matcher, Script.Kind.JSON),
        each -> new Event.ToolCallDelta(call.choice(), call.index(), "", "", each));
  }

  private void closeTexts(int choice, List<Event> out) {
    for (Iterator<Map.Entry<Block, Growing>> i = growing.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<Block, Growing> each = i.next();
      if (each.getKey().choice == choice && each.getKey().field != Field.ARGUMENTS) {
        close(each.getValue(), out);
        i.remove();
      }
    }
  }

  private static void close(Growing ended, List<Event> out) {
    String rest = ended.text.end();
    if (!rest.isEmpty()) {
      out.add(ended.event.apply(rest));
    }
  }
}
