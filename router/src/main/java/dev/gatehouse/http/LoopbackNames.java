package dev.gatehouse.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Which names and addresses mean this machine. */
final class LoopbackNames {
  private LoopbackNames() {}

  static boolean isLoopbackPeer(SocketAddress address) {
    return address instanceof InetSocketAddress inet
        && inet.getAddress() != null
        && inet.getAddress().isLoopbackAddress();
  }

  /**
   * Whether a {@code Host} header names this machine: a page behind a rebound name shows its own
   * name there.
   */
  static boolean isLoopbackHost(String hostHeader) {
    String host = hostHeader.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("[::1]");
  }

  /**
   * Whether an {@code Origin} header names a web site elsewhere; apps and extensions have origins
   * that are not http.
   */
  static boolean isForeignOrigin(String origin) {
    try {
      URI uri = new URI(origin);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web ? !isLoopbackHost(String.valueOf(uri.getHost())) : origin.equals("null");
    } catch (URISyntaxException e) {
      return true;
    }
  }
}
