package dev.gatehouse.redact.restore;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What is to stand in the place of parts of one document. */
final class Edits {
  private final TreeMap<Integer, Edit> byStart = new TreeMap<>();

  private record Edit(PlacedJson place, byte[] replacement) {}

  /** Puts a JSON text in the place of a value. */
  void put(PlacedJson place, byte[] json) {
    byStart.put(place.start(), new Edit(place, json));
  }

  /** Puts a JSON text in the place of a value. */
  void put(PlacedJson place, String json) {
    put(place, json.getBytes(StandardCharsets.UTF_8));
  }

  boolean isEmpty() {
    return byStart.isEmpty();
  }

  /** The document with every replacement; none of them lies within another. */
  byte[] applied(byte[] document) {
    int length = document.length;
    for (Edit edit : byStart.values()) {
      length += edit.replacement.length - (edit.place.end() - edit.place.start());
    }
    byte[] edited = new byte[length];
    int from = 0;
    int to = 0;
    for (Map.Entry<Integer, Edit> entry : byStart.entrySet()) {
      int kept = entry.getKey() - from;
      System.arraycopy(document, from, edited, to, kept);
      byte[] replacement = entry.getValue().replacement;
      System.arraycopy(replacement, 0, edited, to + kept, replacement.length);
      to += kept + replacement.length;
      from = entry.getValue().place.end();
    }
    System.arraycopy(document, from, edited, to, document.length - from);
    return edited;
  }
}
