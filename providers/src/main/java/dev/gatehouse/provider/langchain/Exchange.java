package dev.gatehouse.provider.langchain;

import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.provider.EventSink;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one call has come. LangChain4j swallows what its callbacks throw (it logs it and goes
 * on), so nothing here throws: the first failure is kept, ends the reading, and is thrown once the
 * upstream is closed.
 */
final class Exchange implements ServerSentEventParsingHandle {
  private final VendorWire wire;
  private final EventSink sink;
  private List<Event.Header> headers = List.of();
  private boolean opened;
  private boolean started;
  private boolean ended;
  private boolean cancelled;
  private @Nullable RuntimeException failure;

  Exchange(VendorWire wire, EventSink sink) {
    this.wire = wire;
    this.sink = sink;
  }

  VendorWire wire() {
    return wire;
  }

  /** The upstream accepted the call. */
  void open(List<Event.Header> passedHeaders) {
    opened = true;
    headers = passedHeaders;
  }

  /**
   * Hands a piece to the client. The first one starts the answer, so that an upstream which fails
   * before it can still be replaced by another.
   */
  void piece(Event event) {
    if (failure != null || ended) {
      return;
    }
    try {
      start();
      sink.accept(event);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void start() {
    if (!started) {
      started = true;
      sink.accept(new Event.Started(wire.responseModel(), "", headers));
      wire.usage().ifPresent(counted -> sink.accept(new Event.UsageReported(counted)));
    }
  }

  /** The vendor's end marker came; without a reason for the end it does not count as one. */
  void end() {
    Optional<FinishReason> finishReason = wire.finishReason();
    if (finishReason.isPresent()) {
      wire.usage().ifPresent(usage -> piece(new Event.UsageReported(usage)));
      piece(new Event.Ended(finishReason.get(), wire.stopSequence()));
      ended = true;
    }
  }

  void fail(RuntimeException cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  boolean opened() {
    return opened;
  }

  boolean started() {
    return started;
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled || failure != null;
  }
}
