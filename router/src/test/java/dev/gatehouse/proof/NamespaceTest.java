package dev.gatehouse.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kernel's own count: a gateway in a network namespace of its own, with one interface that
 * leads out. Skipped where the machine does not let the test make such a namespace.
 */
final class NamespaceTest {

  /** IPv6 is off, since the kernel itself sends packets to find its neighbours. */
  private static final String SETUP =
      """
      set -e
      for each in all default; do
        echo 1 > /proc/sys/net/ipv6/conf/$each/disable_ipv6 || true
      done 2>/dev/null
      ip link set lo up
      { ip link add %1$s type veth peer name far0 && ip link set far0 up; } ||
        ip link add %1$s type dummy
      ip link set %1$s arp off
      ip addr add 192.0.2.2/24 dev %1$s
      ip link set %1$s up
      ip route add default via 192.0.2.1 dev %1$s
      """
          .formatted(LonelyGateway.WAY_OUT);

  @TempDir private Path data;

  @Test
  void noPacketOfALocalOnlyRequestLeavesTheHost() throws Exception {
    assumeTrue(
        run(List.of("unshare", "-n", "sh", "-c", SETUP)).status() == 0,
        "no network namespace can be made here (needs root or CAP_NET_ADMIN, unshare, and ip of iproute2)");

    Ended ended =
        run(
            List.of(
                "unshare",
                "-n",
                "sh",
                "-c",
                SETUP + "exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file", ""),
                "-cp",
                System.getProperty("java.class.path"),
                LonelyGateway.class.getName(),
                data.toString()));
    Map<String, Long> counted = ended.numbers();
    System.out.println("In a network namespace: " + counted);

    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(counted)
        .containsEntry("requests", 1000L)
        .containsEntry("packets", 0L)
        .containsEntry("questions", 0L)
        .containsEntry("shown", 0L);
    assertThat(counted.get("answered")).isGreaterThan(200);
    assertThat(counted.get("control-packets")).isPositive();
    assertThat(counted.get("control-questions")).isPositive();
  }

  private record Ended(int status, String output) {

    /** Its lines of {@code name=number}. */
    Map<String, Long> numbers() {
      return output
          .lines()
          .filter(line -> line.matches("[a-z-]+=\\d+"))
          .map(line -> line.split("=", -1))
          .collect(Collectors.toMap(line -> line[0], line -> Long.parseLong(line[1])));
    }
  }

  private static Ended run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      return new Ended(1, String.valueOf(e.getMessage())); // there is no such program
    }
  }
}
