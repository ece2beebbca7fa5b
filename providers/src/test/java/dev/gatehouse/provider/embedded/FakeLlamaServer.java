package dev.gatehouse.provider.embedded;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stands in for {@code llama-server}: takes its options, writes them and its process id to the file
 * in its first argument, is healthy at the second question, and says nothing else. {@link
 * ScriptedUpstream} chooses its own port, which this must not.
 */
final class FakeLlamaServer {

  private FakeLlamaServer() {}

  /** Serves until it is destroyed. */
  public static void main(String[] arguments) throws IOException {
    List<String> options = List.of(arguments).subList(1, arguments.length);
    int port = Integer.parseInt(options.get(options.indexOf("--port") + 1));
    Files.writeString(
        Path.of(arguments[0]), ProcessHandle.current().pid() + "\n" + String.join(" ", options));
    try (ServerSocket server = new ServerSocket(port, 8, InetAddress.getLoopbackAddress())) {
      for (int question = 0; ; question++) {
        try (Socket socket = server.accept()) {
          answer(socket, question == 0 ? "503 Loading" : "200 OK");
        }
      }
    }
  }

  private static void answer(Socket socket, String status) throws IOException {
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    in.readNBytes(4);
    String head = "HTTP/1.1 " + status + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    socket.shutdownOutput();
    in.readAllBytes();
  }
}
