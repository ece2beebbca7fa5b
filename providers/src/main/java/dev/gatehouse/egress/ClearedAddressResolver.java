package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.spi.DnsResolver;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Resolves the host of the call that is being sent, and for a LOCAL destination insists that the
 * address is one of the operator's own. The connection is made to the very address that was judged,
 * so an answer of the name server that changes in between cannot matter.
 */
final class ClearedAddressResolver implements DnsResolver {

  @Override
  public InetAddress resolveAddress(String hostname, DnsAddressLookup lookup) {
    if (!Clearance.CURRENT.isBound()) {
      throw new NotClearedException("no clearance for a connection to " + hostname);
    }
    InetAddress address = resolve(hostname);
    if (Clearance.CURRENT.get().destination().locality() == Locality.LOCAL && !isLocal(address)) {
      throw new NotClearedException(
          Clearance.CURRENT.get().destination().name()
              + ": "
              + hostname
              + " is not a local address");
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

  /** Loopback, RFC 1918, link-local, RFC 4193, or "this host". */
  static boolean isLocal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
  }
}
