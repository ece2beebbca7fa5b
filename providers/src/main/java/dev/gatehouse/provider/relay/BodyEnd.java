package dev.gatehouse.provider.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The end of a body whose last event has been read. */
public final class BodyEnd {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private BodyEnd() {}

  /**
   * Waits a moment for the body's end, which servers send right behind the last event: only then
   * can the connection be used again. One that keeps the body open has its connection closed.
   */
  public static void await(InputStream body) {
    Thread reader = Thread.ofVirtual().start(() -> readToEnd(body));
    try {
      reader.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readToEnd(InputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | UncheckedIOException e) {
      return; // the answer is whole; its connection will not be used again
    }
  }
}
