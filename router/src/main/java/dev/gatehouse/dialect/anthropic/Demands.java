package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a request asks of whoever answers it, gathered while it is read. */
final class Demands {
  private final Map<Capability, String> needs = new EnumMap<>(Capability.class);
  private final TreeSet<String> hints = new TreeSet<>();

  /** The first field that asks for a capability is the one that is named. */
  void need(Capability capability, String field) {
    needs.putIfAbsent(capability, Wording.path(field));
  }

  void hint(String field) {
    hints.add(field);
  }

  /** Takes note of a mark on a block or a tool that says what may be cached. */
  void hintIfCached(Fields block) {
    if (block.has("cache_control")) {
      hint("cache_control");
    }
  }

  Map<Capability, String> needs() {
    return needs;
  }

  List<String> hints() {
    return List.copyOf(hints);
  }
}
