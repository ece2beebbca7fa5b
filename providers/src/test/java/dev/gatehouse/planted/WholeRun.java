package dev.gatehouse.planted;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The private values that the tests of this process planted, and everything that was seen of its
 * gateways from outside. One for the process, since tests know nothing of each other.
 */
public final class WholeRun {
  private static final Set<String> PLANTED = ConcurrentHashMap.newKeySet();
  private static final Map<String, String> SEEN = new ConcurrentHashMap<>();

  static {
    PLANTED.addAll(PlantedWords.USED_BY_MANY);
  }

  private WholeRun() {}

  /** Notes a private value before it is used, and gives it back. */
  public static String plant(String value) {
    PLANTED.add(value);
    return value;
  }

  /**
   * Notes what anybody but the client itself can see.
   *
   * @param where what it is: a log, say
   */
  public static void saw(String where, String text) {
    text.lines().forEach(line -> SEEN.putIfAbsent(line, where));
  }

  /** Notes bytes that anybody but the client itself can see. */
  public static void saw(String where, byte[] bytes) {
    saw(where, new String(bytes, StandardCharsets.UTF_8));
  }

  /** How much is searched, for people to read. */
  static String extent() {
    Map<String, Integer> lines = new TreeMap<>();
    SEEN.values().forEach(where -> lines.merge(where, 1, Integer::sum));
    return PLANTED.size() + " planted values, lines seen " + lines;
  }

  /** Where which planted value shows. */
  public static Set<String> shown() {
    ValueSearch search = new ValueSearch(PLANTED);
    Set<String> shown = new TreeSet<>();
    SEEN.forEach(
        (line, where) -> search.in(line).forEach(value -> shown.add(where + " shows " + value)));
    return shown;
  }
}
