package dev.gatehouse.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML text, parsed into nodes that know their lines.
 *
 * @param name what errors call it
 */
record YamlDocument(String name, YamlContext context) {

  /**
   * The document's mapping; an empty one for an empty document.
   *
   * @throws ConfigException if the text is not YAML
   */
  YamlMapping root(String text) {
    Optional<Node> document = parse(Interpolation.protect(text));
    if (document.isPresent() && document.get() instanceof MappingNode mapping) {
      return YamlMapping.of(context, "", mapping);
    }
    return document
        .map(node -> new YamlValue(context, "", node).mapping())
        .orElseGet(() -> YamlMapping.empty(context, "", Optional.empty()));
  }

  private Optional<Node> parse(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setSchema(new CoreSchema()).build();
    try {
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      throw broken(e.getProblemMark(), Interpolation.restore(String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      throw broken(Optional.empty(), Interpolation.restore(String.valueOf(e.getMessage())));
    }
  }

  private ConfigException broken(Optional<Mark> place, String problem) {
    context.problems().report(place, "", "YAML that can be parsed", problem);
    return context.problems().refusal();
  }
}
