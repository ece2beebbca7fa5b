package dev.gatehouse.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names given in one list of the file; each may be given once. */
final class UniqueNames {
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /** Notes a name, and reports it if it was noted before. */
  void add(String name, YamlValue place) {
    Integer earlier = lines.putIfAbsent(name, place.line());
    if (earlier != null) {
      place.reject("a name that is given once", name + ", also on line " + earlier);
    }
  }

  Set<String> all() {
    return lines.keySet();
  }
}
