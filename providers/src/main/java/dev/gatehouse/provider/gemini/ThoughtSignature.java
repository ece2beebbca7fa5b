package dev.gatehouse.provider.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Gemini signs a tool call with the thoughts that led to it, and refuses the next turn without the
 * signature. Clients of other dialects have no field for it but give a call's id back untouched, so
 * it travels inside the id.
 *
 * @param id the call's own id
 * @param signature as Gemini gave it; empty text where it gave none
 */
record ThoughtSignature(String id, String signature) {

  /**
   * What Google says to send with a tool call that Gemini did not make (Gemini API, "Thought
   * signatures").
   */
  static final String OF_ANOTHER_MODEL = "skip_thought_signature_validator";

  private static final String SEPARATOR = "__thought__";

  /** Takes apart an id that a client gave back; an id that holds no signature is only an id. */
  static ThoughtSignature of(String packed) {
    int at = packed.indexOf(SEPARATOR);
    if (at < 0) {
      return new ThoughtSignature(packed, "");
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(packed.substring(at + SEPARATOR.length()));
      return new ThoughtSignature(
          packed.substring(0, at), new String(signature, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new ThoughtSignature(packed, "");
    }
  }

  /** The id to give to a client: letters, digits, {@code _} and {@code -}. */
  String packed() {
    return signature.isEmpty()
        ? id
        : id
            + SEPARATOR
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(signature.getBytes(StandardCharsets.UTF_8));
  }
}
