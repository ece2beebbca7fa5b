package dev.gatehouse.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a recogniser and packs it as its author would. */
final class RecognizerJar {
  private static final String SERVICE =
      "META-INF/services/dev.gatehouse.classify.privacy.EntityRecognizer";

  private RecognizerJar() {}

  /**
   * Makes a jar.
   *
   * @param source of a class in the package {@code com.example}
   */
  static void write(Path jar, String className, String source) {
    try {
      Path classes = Files.createTempDirectory(jar.getParent(), "classes");
      Path file = Files.writeString(classes.resolve(className + ".java"), source);
      compile(file, classes);
      pack(jar, classes, "com.example." + className);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path file, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int errors =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            file.toString());
    if (errors != 0) {
      throw new IllegalArgumentException(file + " does not compile");
    }
  }

  private static void pack(Path jar, Path classes, String service) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      packed.putNextEntry(new JarEntry(SERVICE));
      packed.write((service + "\n").getBytes(StandardCharsets.UTF_8));
      List<Path> compiled = files.filter(each -> each.toString().endsWith(".class")).toList();
      for (Path each : compiled) {
        packed.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, packed);
      }
    }
  }
}
