package dev.gatehouse.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A name server of five names under {@code .test} (RFC 6761); other names resolve as usual. */
public final class NamesForTests extends InetAddressResolverProvider {
  static final String HERE = "here.test";
  static final String ELSEWHERE = "elsewhere.test";
  static final String ELSEWHERE_THEN_HERE = "elsewhere-then-here.test";
  static final String NOWHERE = "nowhere.test";

  /** Here when it is asked for first, and elsewhere from then on. */
  static final String HERE_THEN_ELSEWHERE = "here-then-elsewhere.test";

  private static final Map<String, List<InetAddress>> NAMES =
      Map.of(
          HERE, List.of(InetAddress.ofLiteral("127.0.0.1")),
          ELSEWHERE, List.of(InetAddress.ofLiteral("203.0.113.1")),
          ELSEWHERE_THEN_HERE,
              List.of(InetAddress.ofLiteral("203.0.113.1"), InetAddress.ofLiteral("127.0.0.1")),
          NOWHERE, List.of());

  @Override
  public String name() {
    return "names for tests";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Names(configuration.builtinResolver(), new AtomicBoolean());
  }

  private record Names(InetAddressResolver others, AtomicBoolean asked)
      implements InetAddressResolver {

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      List<InetAddress> known = NAMES.get(host);
      if (host.equals(HERE_THEN_ELSEWHERE)) {
        String address = asked.getAndSet(true) ? "203.0.113.1" : "127.0.0.1";
        return Stream.of(InetAddress.ofLiteral(address));
      }
      if (known == null) {
        return others.lookupByName(host, policy);
      }
      if (known.isEmpty()) {
        throw new UnknownHostException(host);
      }
      return known.stream();
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return others.lookupByAddress(address);
    }
  }
}
