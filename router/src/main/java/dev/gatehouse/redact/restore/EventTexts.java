package dev.gatehouse.redact.restore;

import dev.gatehouse.redact.restore.Script.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The texts of the model that one wire's reader found in one event, and what ends with it. */
final class EventTexts {
  /** What a vendor must get back as it gave it, and names that programs go by. */
  private static final Set<String> NOT_TEXT =
      Set.of(
          "id",
          "call_id",
          "tool_use_id",
          "name",
          "type",
          "role",
          "status",
          "model",
          "object",
          "data",
          "signature",
          "encrypted_content",
          "encrypted_index",
          "logprobs",
          "sequence_number");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

  private final Kind answerKind;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Whole> wholes = new ArrayList<>();
  private final List<Blank> blanks = new ArrayList<>();
  private final List<Predicate<AnswerText>> ends = new ArrayList<>();
  private Optional<PlacedJson> number = Optional.empty();

  /**
   * @param answerKind what the request wants the answer's text to be
   */
  EventTexts(Kind answerKind) {
    this.answerKind = answerKind;
  }

  /** A piece of a text that grows. */
  record Piece(AnswerText channel, Kind kind, PlacedJson place) {}

  /** A text that is there as a whole: a string, or the JSON text of any other value. */
  record Whole(Kind kind, PlacedJson place) {}

  /** What an additional event must not say again. */
  record Blank(PlacedJson place, String json) {}

  List<Piece> pieces() {
    return pieces;
  }

  List<Whole> wholes() {
    return wholes;
  }

  List<Blank> blanks() {
    return blanks;
  }

  /** The place of the event's number; empty where its wire does not count. */
  Optional<PlacedJson> number() {
    return number;
  }

  boolean endsAny() {
    return !ends.isEmpty();
  }

  boolean ends(AnswerText channel) {
    return ends.stream().anyMatch(each -> each.test(channel));
  }

  /** A piece of what is said to the user, in the form that the request asks for. */
  void answer(AnswerText channel, PlacedJson place) {
    piece(channel, answerKind, place);
  }

  /** A piece of any other text. */
  void prose(AnswerText channel, PlacedJson place) {
    piece(channel, Kind.PLAIN, place);
  }

  /** A tool call's arguments: a piece of their JSON text, or all of them as a value. */
  void arguments(AnswerText channel, PlacedJson place) {
    if (place.isObject()) {
      json(place);
    } else {
      piece(channel, Kind.JSON, place);
    }
  }

  private void piece(AnswerText channel, Kind kind, PlacedJson place) {
    if (place.isString()) {
      pieces.add(new Piece(channel, kind, place));
    }
  }

  /** All of what is said to the user. */
  void wholeAnswer(PlacedJson place) {
    whole(answerKind, place);
  }

  /** All of any other text. */
  void wholeProse(PlacedJson place) {
    whole(Kind.PLAIN, place);
  }

  /** All of a tool call's arguments, as a text or as a value. */
  void wholeArguments(PlacedJson place) {
    if (place.isObject()) {
      json(place);
    } else {
      whole(Kind.JSON, place);
    }
  }

  private void whole(Kind kind, PlacedJson place) {
    if (place.isString()) {
      wholes.add(new Whole(kind, place));
    }
  }

  /** A value in which any string, key and number may be the model's. */
  void json(PlacedJson value) {
    if (!value.isMissing()) {
      wholes.add(new Whole(Kind.JSON, value));
    }
  }

  /** Every text in a value that says something. */
  void texts(PlacedJson value) {
    for (int i = 0; i < value.values().size(); i++) {
      String name = value.names().isEmpty() ? "" : value.names().get(i);
      if (!NOT_TEXT.contains(name)) {
        text(value, name, value.values().get(i));
      }
    }
  }

  private void text(PlacedJson holder, String name, PlacedJson value) {
    if (name.equals("arguments")) {
      wholeArguments(value);
    } else if (name.equals("input") && value.isObject()) {
      json(value);
    } else if (name.equals("text") && holder.path("type").text().equals("output_text")) {
      wholeAnswer(value);
    } else if (value.isString()) {
      whole(Kind.PLAIN, value);
    } else {
      texts(value);
    }
  }

  /** What stands here belongs to this event alone. */
  void once(PlacedJson place, String blank) {
    if (!place.isMissing()) {
      blanks.add(new Blank(place, blank));
    }
  }

  void numbered(PlacedJson place) {
    number = Optional.of(place).filter(each -> NUMBER.matcher(each.spelt()).matches());
  }

  void endsBlock(String block) {
    ends.add(channel -> channel.block().equals(block));
  }

  void ends(Predicate<AnswerText> which) {
    ends.add(which);
  }

  void endsAll() {
    ends.add(_ -> true);
  }
}
