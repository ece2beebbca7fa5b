package dev.gatehouse.inference;

import java.util.List;
import java.util.Optional;

/**
 * One step of an answer. An answer is {@link Started}, then any number of pieces, then exactly one
 * {@link Ended} or {@link VerbatimEnd}; a call that fails throws instead of ending.
 *
 * <p>The faithful lane gives {@link Verbatim} pieces, the translated lane deltas.
 */
public sealed interface Event {

  /**
   * The upstream accepted the call and the answer begins.
   *
   * @param responseModel the model that answers, by the upstream's name; may be empty text where it
   *     does not say yet
   * @param contentType the upstream's content type; faithful lane only, else empty text
   * @param headers the upstream's headers worth passing on (request ids, rate limits)
   */
  record Started(String responseModel, String contentType, List<Header> headers) implements Event {
    public Started {
      headers = List.copyOf(headers);
    }
  }

  /** A piece of answer text of choice {@code choice}. */
  record TextDelta(int choice, String text) implements Event {}

  /** A piece of reasoning text. */
  record ThinkingDelta(int choice, String text) implements Event {}

  /**
   * The end of a block of reasoning.
   *
   * @param signature the vendor's proof that its model thought it; to be given back with it
   */
  record ThinkingSignature(int choice, String signature) implements Event {}

  /**
   * A block of reasoning that only its vendor can read.
   *
   * @param data to be given back as it is
   */
  record RedactedThinking(int choice, String data) implements Event {}

  /** A piece of the model's refusal. */
  record RefusalDelta(int choice, String text) implements Event {}

  /**
   * A piece of a tool call. The first piece of a call has id and name; later ones only arguments.
   *
   * @param index position of the call among the answer's calls, from 0
   * @param id empty text after the first piece
   * @param name empty text after the first piece
   * @param arguments a fragment of JSON text
   */
  record ToolCallDelta(int choice, int index, String id, String name, String arguments)
      implements Event {}

  /**
   * Bytes to hand on as they are.
   *
   * @param bytes not to be changed by anyone
   * @param outputCharacters how many characters of model output they carry, for an estimate if the
   *     call is cut short
   */
  record Verbatim(byte[] bytes, int outputCharacters) implements Event {}

  /** Tokens as the upstream counted them; a later one replaces an earlier one. */
  record UsageReported(Usage usage) implements Event {}

  /**
   * One vector.
   *
   * @param index position of the input that it stands for, from 0
   * @param vector not to be changed by anyone
   */
  record Embedding(int index, float[] vector) implements Event {}

  /**
   * The answer is complete.
   *
   * @param stopSequence the caller's stop sequence that ended it; empty where the upstream does not
   *     say, or something else did
   */
  record Ended(FinishReason finishReason, Optional<String> stopSequence) implements Event {

    /** An end that no stop sequence is known to have made. */
    public static Ended of(FinishReason finishReason) {
      return new Ended(finishReason, Optional.empty());
    }
  }

  /**
   * The answer is complete, and these are its last bytes, to be released only once it is paid for.
   *
   * @param outputCharacters how many characters of model output they carry, for an answer without
   *     usage
   */
  record VerbatimEnd(byte[] bytes, FinishReason finishReason, int outputCharacters)
      implements Event {}

  /** One HTTP header. */
  record Header(String name, String value) {}
}
