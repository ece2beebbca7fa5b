package dev.gatehouse.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A dated list in YAML: {@code as-of} and, by name, lists of rows. What is wrong in it is a mistake
 * of the build, so it is thrown as {@link IllegalStateException}.
 */
final class CatalogueFile {
  private final MappingNode root;

  private CatalogueFile(MappingNode root) {
    this.root = root;
  }

  /** Reads a resource of this package. */
  static CatalogueFile bundled(String name) {
    try (InputStream resource = CatalogueFile.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(resource, name).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static CatalogueFile parse(String yaml) {
    Compose compose = new Compose(LoadSettings.builder().build());
    if (compose.composeString(yaml).orElseThrow() instanceof MappingNode mapping) {
      return new CatalogueFile(mapping);
    }
    throw new IllegalStateException("a catalogue must be a mapping");
  }

  /** The day the list was valid. */
  LocalDate asOf(String key) {
    if (value(key) instanceof ScalarNode scalar) {
      return LocalDate.parse(scalar.getValue());
    }
    throw new IllegalStateException(key + " is not a date");
  }

  List<CatalogueRow> rows(String key) {
    if (value(key) instanceof SequenceNode list) {
      return list.getValue().stream().map(CatalogueRow::new).toList();
    }
    throw new IllegalStateException(key + " is not a list");
  }

  /** The keys of a mapping. */
  Set<String> names(String key) {
    return new CatalogueRow(value(key)).names();
  }

  private Node value(String key) {
    return root.getValue().stream()
        .filter(
            tuple -> tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a catalogue without " + key));
  }
}
