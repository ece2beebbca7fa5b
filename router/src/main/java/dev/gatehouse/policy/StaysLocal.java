package dev.gatehouse.policy;

import dev.gatehouse.config.PrivacyClass;
import java.util.Collection;
import java.util.Optional;

/**
 * Why a request must stay local though its own classes need not keep it, with nothing of the
 * request in it.
 *
 * @param why to end a sentence with
 * @param remedy what its client can do about it; empty where there is nothing
 */
public record StaysLocal(String why, Optional<String> remedy) {
  private static final String NEW_CONVERSATION =
      "begin a new conversation: without these turns, and under another x-gatehouse-session where"
          + " one is sent";

  /**
   * Redaction would let it out, and does not succeed.
   *
   * @param why to end a sentence with
   */
  public static StaysLocal unredactable(String why) {
    return new StaysLocal("it cannot be redacted: " + why, Optional.empty());
  }

  /**
   * Redaction would let it out, but the turn that was private is gone from it: what the answers
   * since then say of it has no place that is known.
   *
   * @param classes that turn's
   */
  public static StaysLocal privateTurnGone(Collection<PrivacyClass> classes) {
    return new StaysLocal(
        "it goes on from an earlier turn that counted as "
            + classes
            + " and that it no longer holds, so that what was said of it since cannot be redacted",
        Optional.of(NEW_CONVERSATION));
  }

  /** An earlier turn had to stay local, for what it held or because its client said so. */
  public static StaysLocal likeAnEarlierTurn() {
    return new StaysLocal(
        "it goes on from an earlier turn that had to stay local", Optional.of(NEW_CONVERSATION));
  }
}
