package dev.gatehouse.conformance.sdk;

import dev.gatehouse.conformance.UpstreamKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which scenarios went well, by client and kind of upstream. Not thread-safe. */
final class Matrix {
  private final Map<Sdk, Map<UpstreamKind, List<Scenario>>> passed = new EnumMap<>(Sdk.class);
  private final Map<Sdk, Integer> played = new EnumMap<>(Sdk.class);

  /**
   * A client takes part.
   *
   * @param scenarios how many it plays with each upstream
   */
  void enter(Sdk sdk, int scenarios) {
    played.put(sdk, scenarios);
  }

  /** A scenario went well. */
  void pass(Sdk sdk, UpstreamKind upstream, Scenario scenario) {
    passed
        .computeIfAbsent(sdk, _ -> new EnumMap<>(UpstreamKind.class))
        .computeIfAbsent(upstream, _ -> new ArrayList<>())
        .add(scenario);
  }

  /** The table of the README: scenarios that went well, of those that the client can play. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(row(Stream.concat(Stream.of("client", "speaks"), upstreams())));
    table.append(row(Stream.generate(() -> "---").limit(2L + UpstreamKind.values().length)));
    for (Sdk sdk : Sdk.values()) {
      table.append(row(Stream.concat(Stream.of(sdk.label(), sdk.dialect()), counts(sdk))));
    }
    return table.toString();
  }

  private static Stream<String> upstreams() {
    return Arrays.stream(UpstreamKind.values()).map(UpstreamKind::label);
  }

  private Stream<String> counts(Sdk sdk) {
    Map<UpstreamKind, List<Scenario>> mine = passed.getOrDefault(sdk, Map.of());
    return Arrays.stream(UpstreamKind.values())
        .map(
            kind ->
                mine.getOrDefault(kind, List.of()).size() + " of " + played.getOrDefault(sdk, 0));
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
