package dev.gatehouse.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One YAML file (UTF-8, one document), parsed into nodes that know their lines. */
final class YamlFile {
  private final Path file;
  private final Problems problems;
  private final YamlContext context;

  YamlFile(Path file, Interpolation interpolation) {
    this.file = file;
    this.problems = new Problems(file.toString());
    Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    this.context = new YamlContext(problems, interpolation, directory);
  }

  /**
   * The document's mapping; an empty one for an empty document.
   *
   * @throws ConfigException if the file cannot be read or is not YAML
   */
  YamlMapping root() {
    Optional<Node> document = parse(text());
    if (document.isPresent() && document.get() instanceof MappingNode mapping) {
      return YamlMapping.of(context, "", mapping);
    }
    return document
        .map(node -> new YamlValue(context, "", node).mapping())
        .orElseGet(() -> YamlMapping.empty(context, "", Optional.empty()));
  }

  private String text() {
    try {
      String text = Files.readString(file);
      return Interpolation.protect(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException _) {
      throw unreadable("a file here (create it, or start without --config)", "no such file");
    } catch (AccessDeniedException _) {
      throw unreadable("a file that this user may read (check its permissions)", "access denied");
    } catch (CharacterCodingException _) {
      throw unreadable("text in UTF-8", "bytes that are not UTF-8");
    } catch (IOException e) {
      throw unreadable("a readable file", reason(e));
    }
  }

  private String reason(IOException failure) {
    return Files.isDirectory(file) ? "a directory" : String.valueOf(failure.getMessage());
  }

  private Optional<Node> parse(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setSchema(new CoreSchema()).build();
    try {
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      throw broken(e.getProblemMark(), Interpolation.restore(String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      throw broken(Optional.empty(), Interpolation.restore(String.valueOf(e.getMessage())));
    }
  }

  private ConfigException broken(Optional<Mark> place, String problem) {
    return refusal(place, "YAML that can be parsed", problem);
  }

  private ConfigException unreadable(String expected, String found) {
    return refusal(Optional.empty(), expected, found);
  }

  private ConfigException refusal(Optional<Mark> place, String expected, String found) {
    problems.report(place, "", expected, found);
    return problems.refusal();
  }
}
