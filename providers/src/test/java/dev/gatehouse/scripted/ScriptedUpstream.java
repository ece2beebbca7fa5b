package dev.gatehouse.scripted;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP/1.1 server on loopback that answers as a test says, byte for byte, and remembers every
 * connection and request.
 */
public final class ScriptedUpstream implements AutoCloseable {
  private final ServerSocket server;
  private final Script script;
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private ScriptedUpstream(Script script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Starts a server that answers every request by {@code script}. */
  public static ScriptedUpstream start(Script script) {
    try {
      return new ScriptedUpstream(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code http://127.0.0.1:PORT} followed by {@code path}. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  /** The port it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** How many connections were ever opened to it. */
  public int connections() {
    return connections.get();
  }

  /** Every request so far, in order of arrival. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        Exchange exchange = Exchange.read(in, socket);
        exchanges.add(exchange);
        script.answer(exchange);
        if (exchange.closed) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // the peer left, which is what several tests are about
    } finally {
      exchanges.forEach(exchange -> exchange.peerLeft(socket));
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers one request by writing to it. */
  @FunctionalInterface
  public interface Script {
    /** Answers; may return without having written anything. */
    void answer(Exchange exchange) throws IOException;
  }

  /** One request and the means to answer it. */
  public static final class Exchange {
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final String head;
    private final byte[] body;
    private final Socket socket;
    private final CountDownLatch peerGone = new CountDownLatch(1);
    private volatile boolean closed;

    private Exchange(String head, Map<String, String> headers, byte[] body, Socket socket) {
      String[] start = head.split("[ \\r\\n]", 3);
      this.method = start[0];
      this.path = start[1];
      this.headers = headers;
      this.head = head;
      this.body = body;
      this.socket = socket;
    }

    private static Exchange read(InputStream in, Socket socket) throws IOException {
      StringBuilder head = new StringBuilder(line(in));
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        head.append('\n').append(line);
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      return new Exchange(head.toString(), headers, body(in, headers), socket);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
      if (!"chunked".equalsIgnoreCase(headers.getOrDefault("transfer-encoding", ""))) {
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int size = Integer.parseInt(line(in), 16);
          size > 0;
          size = Integer.parseInt(line(in), 16)) {
        all.write(in.readNBytes(size));
        line(in);
      }
      line(in);
      return all.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new EOFException();
        }
        if (b != '\r') {
          line.write(b);
        }
      }
      return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** The request's method. */
    public String method() {
      return method;
    }

    /** The request's path with its query. */
    public String path() {
      return path;
    }

    /** A request header, by lower-case name; empty text where absent. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** The request's headers, names in lower case. */
    public Map<String, String> headers() {
      return Map.copyOf(headers);
    }

    /** The request line and every header, as they came. */
    public String head() {
      return head;
    }

    /** The request's body as it came. */
    public byte[] body() {
      return body.clone();
    }

    /** The request's body as text. */
    public String bodyText() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** Answers with a whole JSON body. */
    public void json(int status, String json) throws IOException {
      respond(
          status,
          Map.of("Content-Type", "application/json"),
          json.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with a whole body; the connection stays open. */
    public void respond(int status, Map<String, String> responseHeaders, byte[] bytes)
        throws IOException {
      raw(head(status, responseHeaders) + "Content-Length: " + bytes.length + "\r\n\r\n");
      raw(bytes);
    }

    /** Begins a chunked answer. */
    public void begin(int status, String contentType) throws IOException {
      raw(head(status, Map.of("Content-Type", contentType)) + "Transfer-Encoding: chunked\r\n\r\n");
    }

    /** Sends one chunk at once. */
    public void chunk(byte[] bytes) throws IOException {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      chunk.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      chunk.write(bytes);
      chunk.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      raw(chunk.toByteArray());
    }

    /** Sends one chunk at once. */
    public void chunk(String text) throws IOException {
      chunk(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends a chunked answer. */
    public void end() throws IOException {
      raw("0\r\n\r\n");
    }

    /** Sends bytes outside any framing. */
    public void raw(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Sends text outside any framing. */
    public void raw(String text) throws IOException {
      raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Closes the connection in an orderly way (FIN). */
    public void hangUp() throws IOException {
      closed = true;
      socket.close();
    }

    /** Breaks the connection (RST). */
    public void reset() throws IOException {
      closed = true;
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /**
     * Blocks until the peer has closed the connection; false if it has not after the time given.
     */
    public boolean awaitPeerGone(long seconds) throws IOException, InterruptedException {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  if (socket.getInputStream().read() < 0) {
                    peerGone.countDown();
                  }
                } catch (IOException e) {
                  peerGone.countDown();
                }
              });
      return peerGone.await(seconds, TimeUnit.SECONDS);
    }

    private void peerLeft(Socket left) {
      if (left == socket) {
        peerGone.countDown();
      }
    }

    private static String head(int status, Map<String, String> headers) {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
      headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      return head.toString();
    }
  }
}
