package dev.gatehouse.redact;

import dev.gatehouse.json.JsonTexts;
import dev.gatehouse.json.JsonTexts.Edit;
import java.util.List;

/** A text of a document: plain, or a document again, as the arguments of tools are written. */
sealed interface Part permits Leaf, Nested {

  /**
   * Has a part of the text replaced.
   *
   * @throws NotRedactableException if there is no such part
   */
  void mark(Span span);

  /** Has every value replaced that stands in the text. */
  void markAll(Occurrences occurrences);

  /** What was marked, one by one. */
  List<PrivateValue> found();

  /** What was marked, those that overlap as one. */
  List<PrivateValue> values();

  /**
   * The marks as edits of the document that the text is of.
   *
   * @throws NotRedactableException if no token can stand in the place of one
   */
  List<Edit> edits(JsonTexts document, Tokens tokens);
}
