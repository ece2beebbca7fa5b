package dev.gatehouse.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** One YAML file (UTF-8, one document). */
final class YamlFile {
  private final Path file;
  private final YamlContext context;

  YamlFile(Path file, Interpolation interpolation) {
    this.file = file;
    Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    this.context = new YamlContext(new Problems(file.toString()), interpolation, directory);
  }

  /**
   * The document's mapping; an empty one for an empty document.
   *
   * @throws ConfigException if the file cannot be read or is not YAML
   */
  YamlMapping root() {
    return new YamlDocument(file.toString(), context).root(text());
  }

  private String text() {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
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

  private ConfigException unreadable(String expected, String found) {
    context.problems().report(Optional.empty(), "", expected, found);
    return context.problems().refusal();
  }
}
