package dev.gatehouse.classify.privacy.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the lists and the weights that the jar holds as UTF-8 text, one entry a line. */
public final class ResourceLines {
  private ResourceLines() {}

  /**
   * Every line but remarks, which begin with #, and blank ones.
   *
   * @param owner beside whose class the file lies
   * @throws NullPointerException with the file's name if the jar has no such file
   * @throws UncheckedIOException if the jar cannot be read
   */
  public static List<String> of(Class<?> owner, String name) {
    try (InputStream stream = owner.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(stream, name), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
