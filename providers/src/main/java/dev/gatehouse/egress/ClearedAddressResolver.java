package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.spi.DnsResolver;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Resolves the host of the call that is being sent, and for a LOCAL destination insists that the
 * address is one of the operator's own. A SOCKS proxy of the JVM would come between, and forbids
 * the call: there is no way to keep Helidon's sockets from it. The connection is made to the very
 * address that was judged, so an answer of the name server that changes in between cannot matter.
 */
final class ClearedAddressResolver implements DnsResolver {

  @Override
  public InetAddress resolveAddress(String hostname, DnsAddressLookup lookup) {
    if (!Clearance.CURRENT.isBound()) {
      throw new NotClearedException("no clearance for a connection to " + hostname);
    }
    Destination destination = Clearance.CURRENT.get().destination();
    InetAddress address = resolve(hostname);
    if (destination.locality() == Locality.LOCAL && !isLocal(address)) {
      throw new NotClearedException(
          destination.name() + ": " + hostname + " is not a local address");
    }
    if (isBehindSocksProxy(address, destination.baseUrl().getPort())) {
      throw new NotClearedException(
          destination.name() + ": a SOCKS proxy is set for this JVM; the door uses no proxy");
    }
    return address;
  }

  private static InetAddress resolve(String hostname) {
    try {
      return InetAddress.getByName(hostname);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks what {@link java.net.Socket} is going to ask, which would go to the proxy instead. */
  private static boolean isBehindSocksProxy(InetAddress address, int port) {
    ProxySelector selector = ProxySelector.getDefault();
    String host = new InetSocketAddress(address, 0).getHostString();
    return selector != null
        && selector.select(socketUri(host, port)).stream()
            .anyMatch(proxy -> proxy.type() == Proxy.Type.SOCKS);
  }

  private static URI socketUri(String host, int port) {
    try {
      return new URI("socket", null, host, port, null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a host that was resolved is no host", e);
    }
  }

  /** Loopback, RFC 1918, link-local, RFC 4193, or "this host". */
  static boolean isLocal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
  }
}
