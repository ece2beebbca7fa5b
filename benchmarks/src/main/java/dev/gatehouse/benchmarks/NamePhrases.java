package dev.gatehouse.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up names, addresses and the like of a language, from name-phrases.txt: a grammar whose
 * symbols stand in braces. The prefixes {@code lower} and {@code caps} change a symbol's case.
 */
final class NamePhrases {

  private static final String RESOURCE = "name-phrases.txt";
  private static final Pattern SYMBOL = Pattern.compile("\\{([A-Za-z0-9]+)}");
  private static final Pattern BAR = Pattern.compile(" \\| ");
  private static final List<String> LATIN =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "xx", "xx", "xx");
  private static final List<String> SPLICED = List.of("given", "surname", "city", "town");

  /** One in so many names is put together of two, so that names of no list occur as well. */
  private static final int ONE_SPLICED_IN = 4;

  private final Map<String, List<String>> values = new HashMap<>();
  private final Random random;

  NamePhrases(Random random) {
    this.random = random;
    for (String line : Resources.text(RESOURCE).split("\n", -1)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        List<String> parts = List.of(BAR.split(line));
        values.put(parts.getFirst().strip(), parts.subList(1, parts.size()));
      }
    }
  }

  /** A language to take names of for a text in {@code language}: names travel. */
  String languageOfNames(String language) {
    boolean latin = LATIN.contains(language);
    return latin && random.nextInt(100) < (language.equals("en") ? 65 : 25)
        ? LATIN.get(random.nextInt(LATIN.size()))
        : language;
  }

  /** One phrase of a symbol. */
  String phrase(String symbol, String language) {
    if (symbol.startsWith("lower") && !symbol.equals("lowerletter")) {
      return mapped(phrase(symbol.substring(5), language), false);
    }
    if (symbol.startsWith("caps")) {
      return mapped(phrase(symbol.substring(4), language), true);
    }
    return switch (symbol) {
      case "number" -> Integer.toString(1 + random.nextInt(random.nextBoolean() ? 99 : 9_999));
      case "year" -> Integer.toString(1850 + random.nextInt(176));
      case "zip" -> digits(5);
      case "zip2" -> digits(2);
      case "zip3" -> digits(3);
      case "zip4" -> digits(4);
      case "letter", "initial" -> letter('A');
      case "lowerletter" -> letter('a');
      case "ukzip" ->
          letter('A') + letter('A') + digits(1) + " " + digits(1) + letter('A') + letter('A');
      default -> listed(symbol, language);
    };
  }

  /** In lower case or in capitals, unit by unit, so that offsets stay. */
  static String mapped(String text, boolean upper) {
    StringBuilder mapped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      mapped.append(upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return mapped.toString();
  }

  private String listed(String symbol, String language) {
    List<String> list = list(symbol, language);
    String value = list.get(random.nextInt(list.size()));
    if (SPLICED.contains(symbol) && random.nextInt(ONE_SPLICED_IN) == 0) {
      return spliced(value, list.get(random.nextInt(list.size())));
    }
    Matcher inner = SYMBOL.matcher(value);
    return inner.replaceAll(each -> Matcher.quoteReplacement(phrase(each.group(1), language)));
  }

  private List<String> list(String symbol, String language) {
    for (String key : List.of(language, "*", "en", "xx")) {
      List<String> list = values.get(symbol + " " + key);
      if (list != null) {
        return list;
      }
    }
    throw new IllegalArgumentException(RESOURCE + ": no line for " + symbol + " " + language);
  }

  private static String spliced(String one, String other) {
    if (one.length() < 4
        || other.length() < 4
        || one.indexOf(' ') >= 0
        || other.indexOf(' ') >= 0) {
      return one;
    }
    return one.substring(0, one.length() / 2)
        + other.substring(other.length() / 2).toLowerCase(Locale.ROOT);
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String letter(char first) {
    return String.valueOf((char) (first + random.nextInt(26)));
  }

  /** The symbols of a template and what stands between, in order: every other one a symbol. */
  static List<String> parts(String template) {
    List<String> parts = new ArrayList<>();
    Matcher symbols = SYMBOL.matcher(template);
    int end = 0;
    while (symbols.find()) {
      parts.add(template.substring(end, symbols.start()));
      parts.add(symbols.group(1));
      end = symbols.end();
    }
    parts.add(template.substring(end));
    return parts;
  }
}
