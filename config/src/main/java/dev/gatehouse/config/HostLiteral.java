package dev.gatehouse.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/** What can be told of a host without asking a name server. */
final class HostLiteral {
  private HostLiteral() {}

  /** A loopback address, or the name {@code localhost} (RFC 6761). */
  static boolean isLoopback(String host) {
    return "localhost".equalsIgnoreCase(host)
        || address(host).map(InetAddress::isLoopbackAddress).orElse(false);
  }

  /**
   * Whether the host is written as an address that is not in the operator's own network: neither
   * loopback, RFC 1918, link-local, RFC 4193 nor "this host". Names are judged when they are
   * resolved.
   */
  static boolean isPublicAddress(String host) {
    return address(host).map(literal -> !isOwn(literal)).orElse(false);
  }

  private static boolean isOwn(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
  }

  private static Optional<InetAddress> address(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(withoutBrackets(host)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A URL writes an IPv6 address in brackets. */
  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
