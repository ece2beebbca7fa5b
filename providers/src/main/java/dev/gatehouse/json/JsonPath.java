package dev.gatehouse.json;

import java.util.Optional;

/**
 * A place in a document, written out as a JSON pointer (RFC 6901) only when it is asked for.
 *
 * @param parent empty at the root
 * @param token the member's name or the element's index
 * @param digest equal for equal places, and seldom for others
 */
public record JsonPath(Optional<JsonPath> parent, String token, long digest) {

  /** The whole document. */
  public static final JsonPath ROOT = new JsonPath(Optional.empty(), "", 1);

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /** A place directly below. */
  public JsonPath child(String name) {
    return new JsonPath(Optional.of(this), name, (digest + name.hashCode() + 1) * FACTOR);
  }

  /** The place that a pointer names. */
  public static JsonPath of(String pointer) {
    JsonPath path = ROOT;
    String[] tokens = pointer.split("/", -1);
    for (int i = 1; i < tokens.length; i++) {
      path = path.child(tokens[i].replace("~1", "/").replace("~0", "~"));
    }
    return path;
  }

  /** Whether a member of that name is on the way here, this place included. */
  public boolean passes(String name) {
    for (Optional<JsonPath> at = Optional.of(this); at.isPresent(); at = at.get().parent()) {
      if (at.get().token.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** As in {@code /messages/0/content}. */
  public String pointer() {
    return parent
        .map(above -> above.pointer() + "/" + token.replace("~", "~0").replace("/", "~1"))
        .orElse("");
  }
}
