package dev.gatehouse.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One row of a list in YAML, its numbers as they are written. */
final class CatalogueRow {
  private final Map<String, Node> cells;

  CatalogueRow(Node node) {
    this.cells = cells(node);
  }

  /**
   * @throws IllegalStateException if the row has no such text
   */
  String text(String key) {
    return optionalText(key)
        .orElseThrow(
            () -> new IllegalStateException("a row without " + key + ": " + cells.keySet()));
  }

  Optional<String> optionalText(String key) {
    return Optional.ofNullable(cells.get(key)).map(CatalogueRow::scalar);
  }

  BigDecimal number(String key) {
    return new BigDecimal(text(key));
  }

  Optional<BigDecimal> optionalNumber(String key) {
    return optionalText(key).map(BigDecimal::new);
  }

  /** What its cells are called. */
  Set<String> names() {
    return Set.copyOf(cells.keySet());
  }

  /** A row within this one. */
  Optional<CatalogueRow> optionalRow(String key) {
    return Optional.ofNullable(cells.get(key)).map(CatalogueRow::new);
  }

  /**
   * Checks that every cell has a name that somebody reads.
   *
   * @throws IllegalStateException if one has not
   */
  void allow(Set<String> names) {
    for (String name : cells.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalStateException("an unknown cell " + name + " in " + cells.keySet());
      }
    }
  }

  /** A mapping of names to numbers; empty if it is not there. */
  Map<String, BigDecimal> numbers(String key) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    Node node = cells.get(key);
    if (node != null) {
      cells(node).forEach((name, value) -> numbers.put(name, new BigDecimal(scalar(value))));
    }
    return numbers;
  }

  private static Map<String, Node> cells(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw new IllegalStateException("not a row: " + node.getStartMark());
    }
    Map<String, Node> cells = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      cells.put(scalar(tuple.getKeyNode()), tuple.getValueNode());
    }
    return cells;
  }

  private static String scalar(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw new IllegalStateException("not a single value: " + node.getStartMark());
    }
    return scalar.getValue();
  }
}
