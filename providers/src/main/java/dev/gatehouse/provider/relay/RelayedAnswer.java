package dev.gatehouse.provider.relay;

import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.RelayedCall.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far one relayed answer has come. For the request's thread only. */
final class RelayedAnswer {
  private static final byte[] NOTHING = {};
  private static final int MAX_WAITING_BYTES = 64 * 1024;

  private final String providerName;
  private final RelayedCall call;
  private final List<Event.Header> headers;
  private final EventSink sink;
  private final List<byte[]> waiting = new ArrayList<>();
  private int waitingBytes;
  private boolean started;
  private Optional<Usage> reported = Optional.empty();

  RelayedAnswer(String providerName, RelayedCall call, List<Event.Header> headers, EventSink sink) {
    this.providerName = providerName;
    this.call = call;
    this.headers = headers;
    this.sink = sink;
  }

  /**
   * Hands on one event of a stream. Comments and announcements before the first piece of an answer
   * wait for it: alone they would bind the client to an upstream that has said nothing yet.
   *
   * @return whether it was the last
   */
  boolean event(RawEvent event) {
    if (event.data().length == 0) {
      comment(event.bytes());
      return false;
    }
    Seen seen = call.read(event);
    if (seen.opening() && !started) {
      keep(seen.bytes());
      return false;
    }
    start();
    report();
    if (seen.last()) {
      end(seen);
    } else if (seen.bytes().length > 0) {
      sink.accept(new Event.Verbatim(seen.bytes(), seen.outputCharacters()));
    }
    return seen.last();
  }

  private void comment(byte[] bytes) {
    if (started) {
      sink.accept(new Event.Verbatim(bytes, 0));
    } else if (waitingBytes + bytes.length <= MAX_WAITING_BYTES) {
      keep(bytes);
    }
  }

  private void keep(byte[] bytes) {
    waiting.add(bytes);
    waitingBytes += bytes.length;
  }

  /** The stream ended without an end mark, which is an end only where the answer is whole. */
  void endOfStream() {
    end(new Seen(NOTHING, 0, true));
  }

  /** Hands on an answer that came in one piece. */
  void whole(byte[] bytes) {
    Seen seen = call.read(new RawEvent(bytes, bytes));
    start();
    report();
    end(seen);
  }

  private void start() {
    if (!started) {
      started = true;
      String contentType = call.framing().map(Framing::contentType).orElse("application/json");
      sink.accept(new Event.Started(call.responseModel(), contentType, headers));
      waiting.forEach(bytes -> sink.accept(new Event.Verbatim(bytes, 0)));
    }
  }

  private void report() {
    Optional<Usage> usage = call.usage();
    if (!usage.equals(reported)) {
      reported = usage;
      usage.ifPresent(each -> sink.accept(new Event.UsageReported(each)));
    }
  }

  private void end(Seen last) {
    FinishReason finishReason =
        call.finishReason()
            .orElseThrow(
                () ->
                    new ProviderException(
                        Kind.BROKEN, providerName + ": the stream ended before the answer did"));
    sink.accept(new Event.VerbatimEnd(last.bytes(), finishReason, last.outputCharacters()));
  }
}
