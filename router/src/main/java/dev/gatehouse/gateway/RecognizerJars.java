package dev.gatehouse.gateway;

import dev.gatehouse.classify.privacy.EntityRecognizer;
import dev.gatehouse.config.ConfigError;
import dev.gatehouse.config.ConfigException;
import dev.gatehouse.config.PrivacyConfig;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The recognisers of the customer's own: services of the jars that the configuration names, and of
 * the class path. They are code that runs with the gateway's own rights, so no jar is loaded but
 * those, and all are loaded at the start.
 */
final class RecognizerJars {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  private RecognizerJars() {}

  /**
   * Makes every recogniser.
   *
   * @throws ConfigException if a jar has none, or one cannot be made, or its name is wrong: a
   *     gateway without it would let out what it finds
   */
  static List<EntityRecognizer> load(PrivacyConfig privacy) {
    List<EntityRecognizer> all = new ArrayList<>();
    ClassLoader parent = RecognizerJars.class.getClassLoader();
    addAll(parent, "class path", all);
    Set<Class<?>> known = new HashSet<>();
    all.forEach(each -> known.add(each.getClass()));
    for (Path jar : privacy.scanning().recognizers()) {
      List<EntityRecognizer> found = new ArrayList<>();
      addAll(loader(jar, parent), jar.toString(), found);
      found.removeIf(each -> known.contains(each.getClass()));
      if (found.isEmpty()) {
        throw wrong(jar.toString(), "no service " + EntityRecognizer.class.getName());
      }
      all.addAll(found);
    }
    checkNames(all);
    return List.copyOf(all);
  }

  /** Stays open: classes are read from it whenever they are first used. */
  private static URLClassLoader loader(Path jar, ClassLoader parent) {
    try {
      return new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every file has a URL", e);
    }
  }

  private static void addAll(ClassLoader loader, String place, List<EntityRecognizer> all) {
    try {
      ServiceLoader.load(EntityRecognizer.class, loader).forEach(all::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw wrong(place, String.valueOf(e.getMessage()));
    }
  }

  private static void checkNames(List<EntityRecognizer> all) {
    Set<String> names = new HashSet<>();
    for (EntityRecognizer each : all) {
      String name = each.name();
      if (!NAME.matcher(name).matches() || !names.add(name)) {
        throw wrong(
            each.getClass().getName(), "the name " + name + ", which is wrong or taken already");
      }
    }
  }

  private static ConfigException wrong(String place, String found) {
    return new ConfigException(
        List.of(
            new ConfigError(
                place,
                "privacy.recognizers",
                "recognisers with names of 1 to 40 of a-z, 0-9 and '-'",
                found)));
  }
}
