package dev.gatehouse.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of the file. Its reader asks for every key it knows and then calls {@link
 * #rejectUnknownKeys}: what was asked for is what is known.
 */
final class YamlMapping {
  private final YamlContext context;
  private final String path;
  private final Optional<Mark> place;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private YamlMapping(YamlContext context, String path, Optional<Mark> place) {
    this.context = context;
    this.path = path;
    this.place = place;
  }

  static YamlMapping of(YamlContext context, String path, MappingNode node) {
    YamlMapping mapping = new YamlMapping(context, path, node.getStartMark());
    node.getValue().forEach(mapping::add);
    return mapping;
  }

  static YamlMapping empty(YamlContext context, String path, Optional<Mark> place) {
    return new YamlMapping(context, path, place);
  }

  /** The value of a key, if it is written. */
  Optional<YamlValue> value(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  /** The scalar of a key, if it is written and right. */
  <T> Optional<T> scalar(String key, ScalarType<T> type) {
    return value(key).flatMap(value -> value.as(type));
  }

  /** The scalar of a key; its absence is a problem. */
  <T> Optional<T> required(String key, ScalarType<T> type) {
    requireKey(key, type);
    return scalar(key, type);
  }

  /** Reports a key that is not written; does not look at its value. */
  void requireKey(String key, ScalarType<?> type) {
    if (value(key).isEmpty()) {
      context.problems().report(place, child(key), type.expected(), "nothing");
    }
  }

  /** The mapping of a key; an empty one if it is not written. */
  YamlMapping mapping(String key) {
    return value(key).map(YamlValue::mapping).orElseGet(() -> empty(context, child(key), place));
  }

  /** The list of a key; an empty one if it is not written. */
  List<YamlValue> list(String key) {
    return value(key).map(YamlValue::list).orElse(List.of());
  }

  /** Every key with its value, in file order, for mappings whose keys are the operator's own. */
  Map<String, YamlValue> all() {
    known.addAll(entries.keySet());
    Map<String, YamlValue> values = new LinkedHashMap<>();
    entries.forEach((key, entry) -> values.put(key, entry.value()));
    return values;
  }

  /** Reports every key that nobody asked for. */
  void rejectUnknownKeys() {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            report(
                entry.key(),
                child(key),
                NearestWord.hint("key", key, known),
                "the unknown key " + key);
          }
        });
  }

  /** Reports a problem of the mapping as a whole. */
  void reject(String expected, String found) {
    context.problems().report(place, path, expected, found);
  }

  YamlContext context() {
    return context;
  }

  private void add(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      report(tuple.getKeyNode(), path, "a plain key", "a list or mapping as key");
      return;
    }
    String key = Interpolation.restore(keyNode.getValue());
    Entry entry = new Entry(keyNode, new YamlValue(context, child(key), tuple.getValueNode()));
    Entry earlier = entries.putIfAbsent(key, entry);
    if (earlier != null) {
      report(keyNode, child(key), "each key once", "it is also on line " + line(earlier.key()));
    }
  }

  private void report(Node node, String where, String expected, String found) {
    context.problems().report(node.getStartMark(), where, expected, found);
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private record Entry(Node key, YamlValue value) {}
}
