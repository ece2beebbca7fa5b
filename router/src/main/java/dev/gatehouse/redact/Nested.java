package dev.gatehouse.redact;

import dev.gatehouse.json.JsonText;
import dev.gatehouse.json.JsonTexts;
import dev.gatehouse.json.JsonTexts.Edit;
import java.util.List;

/** A string that holds a document. Tokens stand within its own strings, so that it stays one. */
final class Nested implements Part {
  private final JsonText text;
  private final Layer document;

  Nested(JsonText text, Layer document) {
    this.text = text;
    this.document = document;
  }

  @Override
  public void mark(Span span) {
    document.mark(span);
  }

  @Override
  public void markAll(Occurrences occurrences) {
    document.markAll(occurrences);
  }

  @Override
  public List<PrivateValue> found() {
    return document.found();
  }

  @Override
  public List<PrivateValue> values() {
    return document.values();
  }

  @Override
  public List<Edit> edits(JsonTexts outer, Tokens tokens) {
    return outer.inDocument(text, document.edits(tokens));
  }
}
