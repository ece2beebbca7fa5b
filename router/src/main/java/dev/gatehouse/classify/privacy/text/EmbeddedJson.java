package dev.gatehouse.classify.privacy.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that is itself a JSON document (RFC 8259), as a tool call's arguments are: its keys,
 * strings and numbers, each with the key that it stands under.
 */
final class EmbeddedJson {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_LABEL = 64;
  private static final int MAX_JOINED = 64;
  private static final int MAX_GROUP = 24;

  /** Shorter numbers are read well enough in the text around. */
  private static final int MIN_NUMBER = 4;

  private final NormalizedText source;
  private final String text;
  private final List<Value> values = new ArrayList<>();
  private final List<List<Value>> joined = new ArrayList<>();
  private int at;

  private EmbeddedJson(NormalizedText source) {
    this.source = source;
    this.text = source.text();
  }

  /** An object, whose keys are all known only at its end. */
  private static final class Scope {
    private final List<String> keys = new ArrayList<>();

    private List<String> siblings = List.of();

    Surroundings under(String key) {
      siblings = siblings.size() == keys.size() ? siblings : List.copyOf(keys);
      return new Surroundings(key, siblings);
    }
  }

  /**
   * A scalar that is to be read.
   *
   * @param scope none for a key, and for what stands in no object
   */
  private record Value(int start, int end, String key, Scope scope) {}

  /** Adds what the document holds; false where the text is none, and nothing is added. */
  static boolean decode(NormalizedText source, Decodings found) {
    EmbeddedJson json = new EmbeddedJson(source);
    if (!json.mayBe() || !json.document()) {
      return false;
    }
    json.values.forEach(value -> json.add(value, found));
    json.joined.forEach(elements -> json.add(elements, found));
    return true;
  }

  private boolean mayBe() {
    int first = afterSpace(0);
    int last = text.length() - 1;
    while (last > first && text.charAt(last) <= ' ') {
      last--;
    }
    return last > first
        && switch (text.charAt(first)) {
          case '{' -> text.charAt(last) == '}';
          case '[' -> text.charAt(last) == ']';
          case '"' -> text.charAt(last) == '"';
          default -> false;
        };
  }

  private void add(Value value, Decodings found) {
    OffsetMap decoded = JsonEscapes.decode(text, value.start(), value.end(), source.origin());
    found.add(decoded, value.scope().under(value.key()));
  }

  private void add(List<Value> elements, Decodings found) {
    OffsetMap number = new OffsetMap(64);
    for (Value element : elements) {
      number.copy(text, source.origin(), element.start(), element.end());
      number.append(
          ' ', source.originalStart(element.end()), source.originalEnd(element.end() + 1));
    }
    Value first = elements.getFirst();
    found.add(number, first.scope().under(first.key()));
  }

  private boolean document() {
    at = afterSpace(0);
    return value("", new Scope(), 0) && afterSpace(at) == text.length();
  }

  private boolean value(String key, Scope scope, int depth) {
    at = afterSpace(at);
    if (at >= text.length() || depth > MAX_DEPTH) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> array(key, scope, depth);
      case '"' -> string(key, scope);
      default -> literal(key, scope);
    };
  }

  private boolean object(int depth) {
    Scope scope = new Scope();
    at = afterSpace(at + 1);
    if (ends('}')) {
      return true;
    }
    do {
      at = afterSpace(at);
      int start = at + 1;
      if (at >= text.length() || text.charAt(at) != '"' || !string("", new Scope())) {
        return false;
      }
      String key = label(start, at - 1);
      if (scope.keys.size() < Surroundings.MOST_SIBLINGS) {
        scope.keys.add(key);
      }
      at = afterSpace(at);
      if (!ends(':') || !value(key, scope, depth + 1)) {
        return false;
      }
      at = afterSpace(at);
    } while (ends(','));
    return ends('}');
  }

  private boolean array(String key, Scope scope, int depth) {
    int first = values.size();
    at = afterSpace(at + 1);
    if (ends(']')) {
      return true;
    }
    do {
      if (!value(key, scope, depth + 1)) {
        return false;
      }
      at = afterSpace(at);
    } while (ends(','));
    join(values.subList(first, values.size()));
    return ends(']');
  }

  /** Groups of digits are one number as well. */
  private void join(List<Value> elements) {
    if (elements.size() > 1
        && elements.size() <= MAX_JOINED
        && elements.stream().allMatch(this::isGroup)) {
      joined.add(List.copyOf(elements));
    }
  }

  private boolean isGroup(Value value) {
    for (int i = value.start(); i < value.end(); i++) {
      if (!Alphabet.DIGIT.has(text.charAt(i)) && text.charAt(i) != ' ') {
        return false;
      }
    }
    return value.end() - value.start() <= MAX_GROUP;
  }

  private boolean string(String key, Scope scope) {
    int start = at + 1;
    int end = start;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      return false;
    }
    at = end + 1;
    if (end > start) {
      values.add(new Value(start, end, key, scope));
    }
    return true;
  }

  /** A number, true, false or null. */
  private boolean literal(String key, Scope scope) {
    int start = at;
    while (at < text.length()
        && (Alphabet.ALPHANUMERIC.has(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at - start >= MIN_NUMBER && Alphabet.DIGIT.has(text.charAt(at - 1))) {
      values.add(new Value(start, at, key, scope));
    }
    return at > start;
  }

  private boolean ends(char sign) {
    boolean there = at < text.length() && text.charAt(at) == sign;
    at += there ? 1 : 0;
    return there;
  }

  private int afterSpace(int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    return next;
  }

  /** Names are judged by how they end. */
  private String label(int start, int end) {
    return JsonEscapes.decode(text, Math.max(start, end - MAX_LABEL), end, Origin.ITSELF).text();
  }
}
