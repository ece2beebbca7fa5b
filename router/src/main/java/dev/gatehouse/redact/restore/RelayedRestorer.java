package dev.gatehouse.redact.restore;

import dev.gatehouse.redact.restore.EventTexts.Blank;
import dev.gatehouse.redact.restore.EventTexts.Piece;
import dev.gatehouse.redact.restore.EventTexts.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Restores the upstream's own bytes. An event in which nothing is restored or held back goes on as
 * it came, and of any other only the strings that carry the model's texts are written anew. What is
 * still held back when its text ends goes out in one more event, of the shape of that text's last.
 * For one answer and one thread.
 */
final class RelayedRestorer {
  private static final String EMPTY = "\"\"";

  private final TokenMatcher matcher;
  private final AnswerWire wire;
  private final Function<byte[], Frame> framing;
  private final Script.Kind answerKind;
  private final Map<AnswerText, Growing> growing = new LinkedHashMap<>();
  private long additional;
  private long lastNumber = -1;

  /**
   * @param framing how one event is parted from its JSON
   * @param answerKind what the request wants the answer's text to be
   */
  RelayedRestorer(
      TokenMatcher matcher,
      AnswerWire wire,
      Function<byte[], Frame> framing,
      Script.Kind answerKind) {
    this.matcher = matcher;
    this.wire = wire;
    this.framing = framing;
    this.answerKind = answerKind;
  }

  /** A text that grows, and how one more piece of it can be sent. */
  private static final class Growing {
    private final TextRestorer text;
    private Optional<Template> template = Optional.empty();

    Growing(TextRestorer text) {
      this.text = text;
    }
  }

  /** What one event carries of a text, restored. */
  private static final class Restored {
    private final Piece piece;
    private final StringBuilder text;

    Restored(Piece piece, String text) {
      this.piece = piece;
      this.text = new StringBuilder(text);
    }
  }

  /** An event that can be said once more with another text. */
  private record Template(Frame frame, PlacedJson place, EventTexts reading) {

    byte[] with(String text, long number) {
      Edits edits = new Edits();
      reading.pieces().forEach(each -> edits.put(each.place(), EMPTY));
      reading
          .wholes()
          .forEach(each -> edits.put(each.place(), each.place().isString() ? EMPTY : "{}"));
      for (Blank blank : reading.blanks()) {
        edits.put(blank.place(), blank.json());
      }
      reading.number().ifPresent(each -> edits.put(each, Long.toString(number)));
      edits.put(place, StringLiteral.of(text));
      return edits.applied(frame.bytes());
    }
  }

  /**
   * Takes the next event.
   *
   * @param last whether nothing follows
   * @return what goes out: events that must come before it, and it
   */
  List<byte[]> accept(byte[] event, boolean last) {
    Frame frame = framing.apply(event);
    List<byte[]> out = new ArrayList<>();
    if (!frame.hasObject()) {
      if (last) {
        out.addAll(end());
      }
      out.add(event);
      return out;
    }
    EventTexts reading = new EventTexts(answerKind);
    wire.read(frame.json(), reading);
    if (last) {
      reading.endsAll();
    }
    List<Restored> restored = grow(frame, reading);
    reading.number().ifPresent(place -> lastNumber = Long.parseLong(place.spelt()));
    close(reading, restored, out);
    Edits edits = edits(reading, restored);
    out.add(edits.isEmpty() ? event : edits.applied(frame.bytes()));
    return out;
  }

  /** The answer is cut: what is held back, as additional events. */
  List<byte[]> end() {
    List<byte[]> out = new ArrayList<>();
    lastNumber++;
    growing.forEach((_, each) -> additional(each, each.text.end()).ifPresent(out::add));
    growing.clear();
    return out;
  }

  private List<Restored> grow(Frame frame, EventTexts reading) {
    List<Restored> restored = new ArrayList<>();
    for (Piece piece : reading.pieces()) {
      Growing grown =
          growing.computeIfAbsent(
              piece.channel(), _ -> new Growing(new TextRestorer(matcher, piece.kind())));
      String text = grown.text.accept(piece.place().text());
      restored.add(new Restored(piece, text));
      grown.template =
          grown.text.holds()
              ? Optional.of(new Template(frame, piece.place(), reading))
              : Optional.empty();
    }
    return restored;
  }

  /** Ends texts: in this event where it carries them, in an additional one before it else. */
  private void close(EventTexts reading, List<Restored> restored, List<byte[]> out) {
    if (!reading.endsAny()) {
      return;
    }
    Map<AnswerText, StringBuilder> here = new HashMap<>();
    restored.forEach(each -> here.put(each.piece.channel(), each.text));
    for (Iterator<Map.Entry<AnswerText, Growing>> i = growing.entrySet().iterator();
        i.hasNext(); ) {
      Map.Entry<AnswerText, Growing> each = i.next();
      if (reading.ends(each.getKey())) {
        String rest = each.getValue().text.end();
        Optional.ofNullable(here.get(each.getKey()))
            .ifPresentOrElse(
                text -> text.append(rest),
                () -> additional(each.getValue(), rest).ifPresent(out::add));
        i.remove();
      }
    }
  }

  private Optional<byte[]> additional(Growing text, String rest) {
    return rest.isEmpty()
        ? Optional.empty()
        : text.template.map(each -> each.with(rest, lastNumber + additional++));
  }

  private Edits edits(EventTexts reading, List<Restored> restored) {
    Edits edits = new Edits();
    restored.forEach(each -> edit(edits, each.piece.place(), each.text.toString()));
    reading.wholes().forEach(whole -> edit(edits, whole));
    if (additional > 0) {
      reading.number().ifPresent(place -> edits.put(place, Long.toString(lastNumber + additional)));
    }
    return edits;
  }

  private void edit(Edits edits, Whole whole) {
    PlacedJson place = whole.place();
    String text = place.isString() ? place.text() : place.spelt();
    String restored = TextRestorer.whole(matcher, whole.kind(), text);
    if (place.isString()) {
      edit(edits, place, restored);
    } else if (!restored.equals(text)) {
      edits.put(place, restored);
    }
  }

  private static void edit(Edits edits, PlacedJson place, String text) {
    if (!text.equals(place.text())) {
      edits.put(place, StringLiteral.of(text));
    }
  }
}
