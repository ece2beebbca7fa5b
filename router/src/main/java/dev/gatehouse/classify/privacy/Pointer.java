package dev.gatehouse.classify.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document, written out as a JSON pointer (RFC 6901) only when it is asked for.
 *
 * @param parent null at the root
 * @param token the member's name or the element's index
 * @param depth 0 at the root
 */
record Pointer(@Nullable Pointer parent, String token, int depth) {

  static final Pointer ROOT = new Pointer(null, "", 0);

  Pointer child(String name) {
    return new Pointer(this, name, depth + 1);
  }

  @Override
  public String toString() {
    StringBuilder pointer = new StringBuilder();
    for (Pointer at = this; at.parent != null; at = at.parent) {
      pointer.insert(0, "/" + at.token.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
