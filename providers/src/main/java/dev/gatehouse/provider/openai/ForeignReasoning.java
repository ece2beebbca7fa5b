package dev.gatehouse.provider.openai;

import java.util.Optional;

/**
 * How reasoning that another vendor's model did stands in {@code encrypted_content} of OpenAI's
 * reasoning items, so that a client gives it back with the next turn. OpenAI cannot read it, nor
 * can other vendors read what OpenAI encrypted; the marks tell them apart.
 */
public final class ForeignReasoning {
  private static final String MARK = "gatehouse-";
  private static final String SIGNED = MARK + "signed-";
  private static final String REDACTED = MARK + "redacted-";

  private ForeignReasoning() {}

  /** A signature, as the text of {@code encrypted_content}. */
  public static String ofSignature(String signature) {
    return SIGNED + signature;
  }

  /** Reasoning that only its vendor can read, as the text of {@code encrypted_content}. */
  public static String ofRedacted(String data) {
    return REDACTED + data;
  }

  /** The signature that stands there; empty where something else does. */
  public static Optional<String> signature(String encryptedContent) {
    return after(SIGNED, encryptedContent);
  }

  /** What {@link #ofRedacted} was given; empty where something else stands there. */
  public static Optional<String> redacted(String encryptedContent) {
    return after(REDACTED, encryptedContent);
  }

  /** Whether OpenAI did not write this. */
  static boolean isForeign(String encryptedContent) {
    return encryptedContent.startsWith(MARK);
  }

  private static Optional<String> after(String mark, String text) {
    return text.startsWith(mark) ? Optional.of(text.substring(mark.length())) : Optional.empty();
  }
}
