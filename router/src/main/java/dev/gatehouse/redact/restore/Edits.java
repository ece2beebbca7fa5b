package dev.gatehouse.redact.restore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  /** The document with every replacement; one within another is lost with what it stood in. */
  byte[] applied(byte[] document) {
    List<Edit> outer = new ArrayList<>();
    int from = 0;
    int length = document.length;
    for (Edit edit : byStart.values()) {
      if (edit.place.start() >= from) {
        outer.add(edit);
        from = edit.place.end();
        length += edit.replacement.length - (edit.place.end() - edit.place.start());
      }
    }
    return applied(document, outer, new byte[length]);
  }

  private static byte[] applied(byte[] document, List<Edit> edits, byte[] edited) {
    int from = 0;
    int to = 0;
    for (Edit edit : edits) {
      int kept = edit.place.start() - from;
      System.arraycopy(document, from, edited, to, kept);
      System.arraycopy(edit.replacement, 0, edited, to + kept, edit.replacement.length);
      to += kept + edit.replacement.length;
      from = edit.place.end();
    }
    System.arraycopy(document, from, edited, to, document.length - from);
    return edited;
  }
}
