package dev.gatehouse.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.Locality;
import io.helidon.webclient.api.DnsAddressLookup;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClearedAddressResolverTest {

  @ParameterizedTest(name = "{0} is local: {1} ({2})")
  @CsvSource({
    "127.0.0.1,               true,  loopback",
    "127.255.255.254,         true,  loopback's last",
    "128.0.0.1,               false, after loopback",
    "126.255.255.255,         false, before loopback",
    "::1,                     true,  loopback v6",
    "::2,                     false, after loopback v6",
    "0.0.0.0,                 true,  this host",
    "0.0.0.1,                 false, this network",
    "::,                      true,  this host v6",
    "10.0.0.0,                true,  RFC 1918",
    "10.255.255.255,          true,  RFC 1918",
    "9.255.255.255,           false, before 10/8",
    "11.0.0.0,                false, after 10/8",
    "172.16.0.0,              true,  RFC 1918",
    "172.31.255.255,          true,  RFC 1918",
    "172.15.255.255,          false, before 172.16/12",
    "172.32.0.0,              false, after 172.16/12",
    "192.168.0.0,             true,  RFC 1918",
    "192.168.255.255,         true,  RFC 1918",
    "192.167.255.255,         false, before 192.168/16",
    "192.169.0.0,             false, after 192.168/16",
    "169.254.0.1,             true,  link-local",
    "169.253.255.255,         false, before link-local",
    "169.255.0.0,             false, after link-local",
    "fe80::1,                 true,  link-local v6",
    "febf:ffff::1,            true,  link-local v6's last",
    "fe7f::1,                 false, before link-local v6",
    "fc00::1,                 true,  RFC 4193",
    "fdff:ffff::1,            true,  RFC 4193's last",
    "fbff::1,                 false, before RFC 4193",
    "fe00::1,                 false, after RFC 4193",
    "fec0::1,                 true,  site-local (RFC 3879) is never routed",
    "ff02::1,                 false, multicast v6",
    "::ffff:127.0.0.1,        true,  loopback mapped into v6",
    "::ffff:192.168.1.1,      true,  RFC 1918 mapped into v6",
    "::ffff:203.0.113.1,      false, public mapped into v6",
    "::ffff:10.0.0.1,         true,  RFC 1918 mapped into v6",
    "::127.0.0.1,             false, the deprecated v4-compatible form",
    "64:ff9b::7f00:1,         false, NAT64 leads out",
    "2002:7f00:1::,           false, 6to4 leads out",
    "100.64.0.1,              false, the carrier's NAT is not the operator's own",
    "100.127.255.255,         false, the carrier's NAT",
    "224.0.0.1,               false, multicast",
    "239.255.255.250,         false, multicast within a site",
    "255.255.255.255,         false, broadcast",
    "192.0.2.1,               false, documentation",
    "203.0.113.1,             false, documentation",
    "8.8.8.8,                 false, public",
    "2001:db8::1,             false, documentation v6",
    "2606:4700::1111,         false, public v6",
  })
  void addressIsJudgedByItsRange(String address, boolean local, String why) {
    InetAddress judged = InetAddress.ofLiteral(address);

    boolean verdict = ClearedAddressResolver.isLocal(judged);

    assertThat(verdict).as(why).isEqualTo(local);
  }

  @Test
  void nothingIsResolvedWithoutClearance() {
    ClearedAddressResolver resolver = new ClearedAddressResolver();

    assertThatThrownBy(() -> resolver.resolveAddress("localhost", DnsAddressLookup.IPV4))
        .isInstanceOf(NotClearedException.class)
        .hasMessageContaining("no clearance");
  }

  @Test
  void localNameOfThisComputerIsLocal() {
    assertThat(resolve("localhost", Locality.LOCAL).isLoopbackAddress()).isTrue();
    assertThat(resolve(NamesForTests.HERE, Locality.LOCAL).isLoopbackAddress()).isTrue();
  }

  @Test
  void nameThatLeadsElsewhereIsRefusedForLocalAndNotForCloud() {
    assertThatThrownBy(() -> resolve(NamesForTests.ELSEWHERE, Locality.LOCAL))
        .isInstanceOf(NotClearedException.class)
        .hasMessageContaining("is not a local address");
    assertThat(resolve(NamesForTests.ELSEWHERE, Locality.CLOUD).getHostAddress())
        .isEqualTo("203.0.113.1");
  }

  @Test
  void nameWithSeveralAddressesIsJudgedByTheOneThatWouldBeConnectedTo() {
    assertThatThrownBy(() -> resolve(NamesForTests.ELSEWHERE_THEN_HERE, Locality.LOCAL))
        .isInstanceOf(NotClearedException.class);
  }

  @Test
  void nameOfNobodyIsNoAnswerAndNotForbidden() {
    assertThatThrownBy(() -> resolve(NamesForTests.NOWHERE, Locality.LOCAL))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static InetAddress resolve(String host, Locality locality) {
    Destination destination = new Destination("test", URI.create("http://" + host), locality);
    Clearance clearance = new Clearance("request", destination, new byte[0]);
    return ScopedValue.where(Clearance.CURRENT, clearance)
        .call(() -> new ClearedAddressResolver().resolveAddress(host, DnsAddressLookup.IPV4));
  }
}
