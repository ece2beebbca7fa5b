package dev.gatehouse.benchmarks;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The gateway's configuration file: a cloud provider with a priced model for each scenario, all
 * else at its default, so that scanning, choosing and the ledger are on.
 */
final class GatewayConfig {
  private GatewayConfig() {}

  static String text(int upstreamPort) {
    String providers =
        Arrays.stream(Scenario.values())
            .map(scenario -> provider(scenario, upstreamPort))
            .collect(Collectors.joining());
    return "server: {host: 127.0.0.1, port: 0}\nproviders:\n" + providers;
  }

  private static String provider(Scenario scenario, int upstreamPort) {
    return """
          - name: %s
            kind: openai-compatible
            locality: cloud
            base-url: http://127.0.0.1:%d/%s/v1
            models: [{id: %s, input-price: 0.40, output-price: 1.60, context-tokens: 131072}]
        """
        .formatted(scenario.provider(), upstreamPort, scenario.provider(), CannedAnswer.MODEL);
  }
}
