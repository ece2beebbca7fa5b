package dev.gatehouse.redact;

import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.json.JsonText;
import dev.gatehouse.json.JsonTexts;
import dev.gatehouse.json.JsonTexts.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A document with its texts: the request, or one that a string of it holds. */
final class Layer {

  /** A document in a string in a string ...: deeper ones are plain text. */
  private static final int DEEPEST = 4;

  private final JsonTexts document;
  private final List<JsonText> texts;
  private final List<Part> parts = new ArrayList<>();

  private Layer(JsonTexts document, int depth) {
    this.document = document;
    this.texts = document.texts();
    texts.forEach(text -> parts.add(part(text, depth)));
  }

  static Layer of(String json) {
    return new Layer(JsonTexts.of(json), 0);
  }

  private static Part part(JsonText text, int depth) {
    Optional<String> json =
        Optional.of(text)
            .filter(each -> each.kind() == JsonText.Kind.STRING && depth < DEEPEST)
            .map(JsonText::value)
            .filter(Layer::isDocument);
    return json.<Part>map(each -> new Nested(text, new Layer(JsonTexts.of(each), depth + 1)))
        .orElseGet(() -> new Leaf(text, depth == 0 && ProtocolFields.holds(text)));
  }

  private static boolean isDocument(String text) {
    String bare = text.strip();
    if (!(bare.startsWith("{") && bare.endsWith("}"))
        && !(bare.startsWith("[") && bare.endsWith("]"))) {
      return false;
    }
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8)).isContainerNode();
    } catch (JsonException _) { // a text in brackets
      return false;
    }
  }

  int size() {
    return texts.size();
  }

  JsonText text(int index) {
    return texts.get(index);
  }

  /** Marks a part of the text of that number. */
  void mark(int index, Span span) {
    parts.get(index).mark(span);
  }

  /** Marks what a part of the document's own writing holds of its texts. */
  void mark(Span span) {
    boolean marked = false;
    for (int i = firstBeyond(span.start());
        i < texts.size() && texts.get(i).start() < span.end();
        i++) {
      JsonText text = texts.get(i);
      int start = document.unit(text, Math.max(span.start(), text.start()), false);
      int end = document.unit(text, Math.min(span.end(), text.end()), true);
      if (end > start) {
        parts.get(i).mark(new Span(start, end, span.type()));
        marked = true;
      }
    }
    if (!marked) {
      throw new NotRedactableException("a finding has no place");
    }
  }

  /** The first text that ends behind a place. */
  private int firstBeyond(int place) {
    int low = 0;
    int high = texts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (texts.get(middle).end() > place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  void markAll(Occurrences occurrences) {
    parts.forEach(part -> part.markAll(occurrences));
  }

  List<PrivateValue> found() {
    return all(Part::found);
  }

  List<PrivateValue> values() {
    return all(Part::values);
  }

  private List<PrivateValue> all(Function<Part, List<PrivateValue>> values) {
    return parts.stream().flatMap(part -> values.apply(part).stream()).toList();
  }

  List<Edit> edits(Tokens tokens) {
    List<Edit> edits = new ArrayList<>();
    parts.forEach(part -> edits.addAll(part.edits(document, tokens)));
    return edits;
  }
}
