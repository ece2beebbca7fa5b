package dev.gatehouse.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of the file, with its place and its dotted path. Reading it as something that it is not
 * reports a problem and gives an empty result, so that reading can go on and find the next one.
 */
final class YamlValue {
  private final YamlContext context;
  private final String path;
  private final Node node;

  YamlValue(YamlContext context, String path, Node node) {
    this.context = context;
    this.path = path;
    this.node = node;
  }

  /** The value as a mapping; nothing at all counts as an empty one. */
  YamlMapping mapping() {
    if (node instanceof MappingNode mapping) {
      return YamlMapping.of(context, path, mapping);
    }
    if (!isNothing()) {
      reject("a mapping of keys to values", kind());
    }
    return YamlMapping.empty(context, path, node.getStartMark());
  }

  /** The value as a list; nothing at all counts as an empty one. */
  List<YamlValue> list() {
    if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      return IntStream.range(0, items.size())
          .mapToObj(index -> new YamlValue(context, path + "[" + index + "]", items.get(index)))
          .toList();
    }
    if (!isNothing()) {
      reject("a list", kind());
    }
    return List.of();
  }

  /** The value as a scalar of some type, variables of the environment put in. */
  <T> Optional<T> as(ScalarType<T> type) {
    if (!(node instanceof ScalarNode scalar) || isNothing()) {
      reject(type.expected(), kind());
      return Optional.empty();
    }
    String written = Interpolation.restore(scalar.getValue());
    return context
        .interpolation()
        .resolve(written, this::reject)
        .flatMap(text -> parse(type, written, text));
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** The dotted path, as in {@code providers[0].base-url}. */
  String path() {
    return path;
  }

  /** The line in the file, from 1. */
  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** Reports that this value cannot stay as it is. */
  void reject(String expected, String found) {
    context.problems().report(node.getStartMark(), path, expected, found);
  }

  private <T> Optional<T> parse(ScalarType<T> type, String written, String text) {
    Optional<T> parsed = type.parse().apply(text);
    if (parsed.isEmpty()) {
      reject(type.expected(), quote(type, written, text));
    }
    return parsed;
  }

  /** What came out of the environment may be a secret wherever it was put, so it is not quoted. */
  private static String quote(ScalarType<?> type, String written, String text) {
    if (text.isBlank()) {
      return "blank text";
    }
    return written.equals(text)
        ? type.shown().apply(text)
        : type.shown().apply(written) + " with the variable's value put in";
  }

  private boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case MAPPING -> "a mapping";
      case SEQUENCE -> "a list";
      case SCALAR -> isNothing() ? "nothing" : "a single value";
      case ANCHOR -> "an anchor";
    };
  }
}
