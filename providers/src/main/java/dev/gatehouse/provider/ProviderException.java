package dev.gatehouse.provider;

import dev.gatehouse.inference.Event;
import java.util.List;
import java.util.Optional;

/**
 * An upstream did not answer. Its message names provider, model and status, never a prompt, an
 * answer or a key.
 */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Optional<Answer> answer;

  /** A failure without an answer from the upstream. */
  public ProviderException(Kind kind, String message) {
    this(kind, message, Optional.empty());
  }

  /** A failure without an answer from the upstream, with its cause. */
  public ProviderException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.answer = Optional.empty();
  }

  /** A failure that the upstream reported in an answer of its own. */
  public ProviderException(Kind kind, String message, Optional<Answer> answer) {
    super(message);
    this.kind = kind;
    this.answer = answer;
  }

  /** What a caller may do about it. */
  public Kind kind() {
    return kind;
  }

  /**
   * What the upstream said, for the client where {@link Kind#REJECTED}, {@link Kind#TOO_LONG} or
   * nothing else is left to try.
   */
  public Optional<Answer> answer() {
    return answer;
  }

  /** What went wrong, by what a caller may do about it. */
  public enum Kind {
    /**
     * No connection, or it broke before a byte of an answer: the same provider may be tried again.
     */
    UNREACHABLE,
    /** Silence for too long: another candidate may be tried. */
    TIMEOUT,
    /** Rate limit or overload (429, 503): wait, or try another. */
    BUSY,
    /** The upstream failed (5xx), or refused the gateway itself (401, 403, 404): try another. */
    FAILED,
    /**
     * The request itself is wrong (400, 413, 422): no other candidate will do better; tell the
     * client.
     */
    REJECTED,
    /**
     * Prompt and answer do not fit this model's context: another model's may be longer; if none is,
     * tell the client both numbers.
     */
    TOO_LONG,
    /** The answer began and was cut, or is not what the protocol demands. */
    BROKEN
  }

  /**
   * An error answer as the upstream gave it.
   *
   * @param status HTTP status
   * @param body may be empty
   * @param headers those worth passing on: retry-after, request ids
   */
  public record Answer(int status, String contentType, byte[] body, List<Event.Header> headers) {
    public Answer {
      headers = List.copyOf(headers);
    }
  }
}
