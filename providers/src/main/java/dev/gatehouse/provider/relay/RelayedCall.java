package dev.gatehouse.provider.relay;

import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One call on one vendor's wire, handed on verbatim. One object a call, one thread. */
public interface RelayedCall {

  /** Appended to the upstream's base URL; begins with a slash. */
  String path();

  /** The caller's own JSON, with only what the gateway owns changed. */
  byte[] body();

  /**
   * Longest wait for the first byte of the answer; empty means the upstream's own longest silence,
   * which also holds between two parts of it.
   */
  default Optional<Duration> patience() {
    return Optional.empty();
  }

  /** Headers of the caller's own protocol that go along. */
  default List<Event.Header> headers() {
    return List.of();
  }

  /** How a streamed answer is parted; empty where the answer comes whole. */
  Optional<Framing> framing();

  /**
   * Takes note of one event of a stream, or of the whole answer.
   *
   * @return what to hand on in its place
   * @throws dev.gatehouse.provider.ProviderException if it reports an error, or is not what the
   *     protocol demands
   */
  Seen read(RawEvent event);

  /** Why the answer ended; empty where, after all that was read, it has not. */
  Optional<FinishReason> finishReason();

  /** The model that answers, by the upstream's name; empty text while unknown. */
  String responseModel();

  /** Tokens as the upstream counted them so far; empty where it gave none. */
  Optional<Usage> usage();

  /**
   * What was read.
   *
   * @param bytes to hand on; empty for nothing
   * @param outputCharacters how many characters of model output they carry
   * @param last whether nothing of the answer follows
   * @param opening whether it only announces an answer: it waits for the first piece of one, so
   *     that an upstream which fails before it can still be replaced
   */
  record Seen(byte[] bytes, int outputCharacters, boolean last, boolean opening) {

    /** A piece of the answer. */
    public Seen(byte[] bytes, int outputCharacters, boolean last) {
      this(bytes, outputCharacters, last, false);
    }

    /** What announces an answer. */
    public static Seen opening(byte[] bytes) {
      return new Seen(bytes, 0, false, true);
    }
  }
}
