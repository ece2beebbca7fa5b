package dev.gatehouse.redact;

import dev.gatehouse.json.JsonBody;
import java.util.Set;

/** What redacting came to. */
public sealed interface Redacted {

  /**
   * Every private value is replaced.
   *
   * @param body of the request, every other byte as it was
   * @param pseudonyms those that stand in it
   * @param values that must not be in it, parts of names included
   */
  record Complete(JsonBody body, Pseudonyms pseudonyms, Set<PrivateValue> values)
      implements Redacted {
    public Complete {
      values = Set.copyOf(values);
    }
  }

  /**
   * The request has no form that may leave.
   *
   * @param why in a few words, with nothing of the request in them
   */
  record Impossible(String why) implements Redacted {}
}
