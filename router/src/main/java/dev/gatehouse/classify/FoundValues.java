package dev.gatehouse.classify;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The values that findings stand for, read from the document that was scanned. Findings of one
 * string are best asked for one after the other. For one thread.
 */
public final class FoundValues {
  private final JsonNode document;
  private String path = "";
  private boolean key;
  private Optional<CodePointOffsets> place = Optional.empty();

  /** Of this document. */
  public FoundValues(JsonNode document) {
    this.document = document;
  }

  /**
   * The value itself; empty where the finding stands for a whole part, or has its place outside of
   * the document.
   */
  public Optional<String> of(Finding finding) {
    boolean pointer = finding.path().isEmpty() || finding.path().startsWith("/");
    if (!pointer || finding.start() >= finding.end()) {
      return Optional.empty();
    }
    CodePointOffsets offsets = offsets(finding);
    Optional<Integer> start = offsets.unit(finding.start());
    Optional<Integer> end = offsets.unit(finding.end());
    return start.flatMap(from -> end.map(to -> offsets.text().substring(from, to)));
  }

  private CodePointOffsets offsets(Finding finding) {
    if (place.isEmpty() || !finding.path().equals(path) || finding.inKey() != key) {
      JsonPointer pointer = JsonPointer.compile(finding.path());
      path = finding.path();
      key = finding.inKey();
      place =
          Optional.of(
              new CodePointOffsets(
                  key ? pointer.last().getMatchingProperty() : document.at(pointer).asText()));
    }
    return place.orElseThrow();
  }
}
