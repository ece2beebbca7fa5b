package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.ResourceLines;
import dev.gatehouse.classify.privacy.text.Words;
import dev.gatehouse.config.PrivacyClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of assistants, models, software and their makers, which are nobody's. A given name that one
 * of them bears is one only where the text says so. Immutable once built.
 */
final class ProductNames {

  private static final String RESOURCE = "products.txt";

  /** Words on each side of a given name that are looked at for what is said of models. */
  private static final int NEARBY = 6;

  private final Map<String, Set<Kind>> kinds = new HashMap<>();

  /** What a word is in such names. */
  private enum Kind {
    MODEL,
    MAKER,
    GIVEN,
    PART,
    TAIL,
    EVIDENCE
  }

  private ProductNames() {}

  /** The names that come with Gatehouse. */
  static ProductNames bundled() {
    ProductNames names = new ProductNames();
    for (String line : ResourceLines.of(ProductNames.class, RESOURCE)) {
      List<String> words = Arrays.asList(line.split(" ", -1));
      Kind kind = Kind.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
      words
          .subList(1, words.size())
          .forEach(word -> names.kinds.computeIfAbsent(word, _ -> new HashSet<>()).add(kind));
    }
    return names;
  }

  /** Those of the matches that are such names. */
  Set<Match> in(NormalizedText text, List<Match> found) {
    Set<Match> products = new HashSet<>();
    Set<String> named = new HashSet<>();
    Set<String> people = new HashSet<>();
    for (Match match : found) {
      if (mayBeOne(match) && holdsKnown(text.words(), match)) {
        addTo(products, named, people, new Mention(text.words(), match));
      }
    }
    named.removeAll(people);
    if (!named.isEmpty()) {
      found.stream()
          .filter(ProductNames::mayBeOne)
          .filter(match -> named.contains(new Mention(text.words(), match).bare()))
          .forEach(products::add);
    }
    return products;
  }

  /** Whether any word of a match is listed, as in most none is. */
  private boolean holdsKnown(Words words, Match match) {
    for (int i = words.at(match.start()); i < words.count() && words.start(i) < match.end(); i++) {
      if (kinds.containsKey(words.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeOne(Match match) {
    FindingType type = match.rule().type();
    return match.rule().privacyClass() == PrivacyClass.INTERNAL
        && (type == FindingType.PERSON
            || type == FindingType.ORGANIZATION
            || type == FindingType.LOCATION
            || type == FindingType.ADDRESS);
  }

  /**
   * Files a name: as a product's; as a given name that the text gives to a model; as a person's
   * whose given name is no model's in this text.
   */
  private void addTo(Set<Match> products, Set<String> named, Set<String> people, Mention mention) {
    boolean all = true;
    boolean product = false;
    boolean part = false;
    String given = "";
    for (int i = mention.first(); i < mention.end(); i++) {
      String word = mention.words().lower(i);
      product |= is(word, Kind.MODEL) || is(word, Kind.MAKER);
      part |= is(word, Kind.PART);
      given = is(word, Kind.GIVEN) ? word : given;
      all &= !mention.words().isWord(i) || isNumber(word) || isOfNames(word);
    }
    if (!all) {
      people.add(given);
    } else if (product || (!given.isEmpty() && part)) {
      products.add(mention.match());
    } else if (!given.isEmpty() && isSaidOfModels(mention)) {
      named.add(given);
    }
  }

  private boolean isSaidOfModels(Mention mention) {
    Words words = mention.words();
    int end = mention.end();
    int from = Math.max(0, mention.first() - NEARBY);
    int to = Math.min(words.count(), end + NEARBY);
    if (end < words.count() && isNumber(words.lower(end)) && words.lower(end).length() == 1) {
      return true;
    }
    for (int i = from; i < to; i++) {
      boolean model = is(words.lower(i), Kind.EVIDENCE) || is(words.lower(i), Kind.MODEL);
      boolean language = i > from && is(words.lower(i - 1) + "-" + words.lower(i), Kind.EVIDENCE);
      if (model || language) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfNames(String word) {
    return kinds.getOrDefault(word, Set.of()).stream().anyMatch(kind -> kind != Kind.EVIDENCE);
  }

  private boolean is(String word, Kind kind) {
    return kinds.getOrDefault(word, Set.of()).contains(kind);
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> Character.isDigit(c) || c == '.');
  }

  /** The words that a match covers. */
  private record Mention(Words words, Match match, int first, int end) {
    Mention(Words words, Match match) {
      this(
          words,
          match,
          words.at(match.start()),
          Math.max(words.at(match.start()) + 1, words.at(match.end())));
    }

    /** Its only word, but a possessive ending. */
    String bare() {
      return words.lower(first);
    }
  }
}
