package dev.gatehouse.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends, read either by its connection's own thread or, while that waits for an
 * upstream, ahead of it: the end of the stream is how a client's leaving shows. What was read ahead
 * is handed over, in order, when the connection reads on.
 */
final class ClientInput implements Supplier<byte @Nullable []> {
  private final HelidonSocket socket;
  private final DataReader before;
  private @Nullable FutureTask<byte @Nullable []> ahead;

  /**
   * @param before holds what was read from the socket before this took over
   */
  ClientInput(HelidonSocket socket, DataReader before) {
    this.socket = socket;
    this.before = before;
  }

  /** The next bytes; null at the end of the stream, as Helidon's reader wants it. */
  @Override
  public byte @Nullable [] get() {
    if (before.available() > 0) {
      return before.readBytes(before.available());
    }
    FutureTask<byte @Nullable []> started = takeReadAhead();
    try {
      return started == null ? socket.get() : started.get();
    } catch (UncheckedIOException e) {
      throw new ServerConnectionException("the client's connection broke", e);
    } catch (ExecutionException e) {
      throw new ServerConnectionException("the client's connection broke", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerConnectionException("interrupted", e);
    }
  }

  private synchronized @Nullable FutureTask<byte @Nullable []> takeReadAhead() {
    FutureTask<byte @Nullable []> started = ahead;
    ahead = null;
    return started;
  }

  /** Begins to read ahead, if it has not begun; only while nobody else reads. */
  synchronized void readAhead() {
    if (ahead == null && before.available() == 0) {
      ahead = new FutureTask<>(socket::get);
      Thread.ofVirtual().name("client-input").start(ahead);
    }
  }

  /** Whether reading ahead has come upon the end of the stream, or upon a broken connection. */
  synchronized boolean ended() {
    if (ahead == null || !ahead.isDone()) {
      return false;
    }
    return switch (ahead.state()) {
      case SUCCESS -> ahead.resultNow() == null;
      case FAILED, CANCELLED -> true;
      case RUNNING -> false;
    };
  }
}
