package dev.gatehouse.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Waits for the first chunk of streamed answers on one connection of its own, which is what wrk
 * does not measure. Knows no more of HTTP than the scripted answers need.
 */
final class FirstChunk implements AutoCloseable {
  private static final int SILENCE_MILLIS = 10_000;
  private static final String FIRST_EVENT = "data: ";
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  private final Socket socket;
  private final InputStream in;
  private final Target target;
  private final Scenario scenario;
  private int sent;

  FirstChunk(Target target, Scenario scenario) throws IOException {
    this.target = target;
    this.scenario = scenario;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), target.port());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Asks once and reads the whole answer; the time from sending to the first event. */
  Duration once() throws IOException {
    byte[] request = request();
    long start = System.nanoTime();
    socket.getOutputStream().write(request);
    skipPast(FIRST_EVENT);
    long first = System.nanoTime();
    skipPast(LAST_CHUNK);
    return Duration.ofNanos(first - start);
  }

  private byte[] request() {
    sent++;
    String fresh = "a".repeat(1 + sent % 7) + Integer.toString(sent, Character.MAX_RADIX);
    byte[] body = scenario.requestBody().replace("%NEW%", fresh).getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(target.path(scenario), body.length);
    return (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  /** No pattern looked for here begins again within itself, but for the CR that is matched anew. */
  private void skipPast(String pattern) throws IOException {
    int matched = 0;
    while (matched < pattern.length()) {
      int next = in.read();
      if (next < 0) {
        throw new IOException(target.name() + " closed the connection in mid-answer");
      }
      matched = next == pattern.charAt(matched) ? matched + 1 : next == pattern.charAt(0) ? 1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
