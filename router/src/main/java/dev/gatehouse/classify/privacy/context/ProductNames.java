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
 * Names of assistants, models, software and their makers, which are nobody's. A name that people
 * have as well (Claude, Kafka) is a product's only where it stands alone, something is said of
 * models or software beside it, and nothing anywhere in the text makes it a person's. Immutable
 * once built.
 */
final class ProductNames {

  private static final String RESOURCE = "products.txt";

  /** Words on each side of a given name that are looked at for what is said of models. */
  private static final int NEARBY = 6;

  /** Words before a name in which stands what somebody is. */
  private static final int BEFORE = 3;

  private static final long PERSON =
      Cue.HONORIFIC.bit()
          | Cue.GREETING.bit()
          | Cue.KIN.bit()
          | Cue.SOCIAL.bit()
          | Cue.CLIENT.bit();

  private final Map<String, Set<Kind>> kinds = new HashMap<>();

  /** What a word is in such names. */
  private enum Kind {
    COINED,
    SHARED,
    GIVEN,
    PART,
    TAIL,
    EVIDENCE
  }

  private final CueLexicon lexicon;

  private ProductNames(CueLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The names that come with Gatehouse. */
  static ProductNames bundled(CueLexicon lexicon) {
    ProductNames names = new ProductNames(lexicon);
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
        addTo(products, named, people, new Mention(text, match));
      }
    }
    named.removeAll(people);
    if (!named.isEmpty()) {
      found.stream()
          .filter(ProductNames::mayBeOne)
          .filter(match -> named.contains(new Mention(text, match).bare()))
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
   * Files a name: as a product's; as one that the text gives to a product; as a person's, whose
   * name is no product's in this text.
   */
  private void addTo(Set<Match> products, Set<String> named, Set<String> people, Mention mention) {
    boolean all = true;
    boolean telling = false;
    boolean tail = false;
    String shared = "";
    for (int i = mention.first(); i < mention.end(); i++) {
      String word = mention.words().lower(i);
      telling |= is(word, Kind.COINED) || is(word, Kind.PART);
      tail |= is(word, Kind.TAIL);
      shared = is(word, Kind.GIVEN) || is(word, Kind.SHARED) ? word : shared;
      all &= !mention.words().isWord(i) || isNumber(word) || isOfNames(word);
    }
    if (!all || isSaidOfPeople(mention)) {
      people.add(shared);
    } else if (telling || (tail && is(shared, Kind.SHARED))) {
      products.add(mention.match());
    } else if (mention.end() > mention.first() + 1) {
      people.add(shared);
    } else if (isSaidOfModels(mention)) {
      named.add(shared);
    }
  }

  /** Whether a title, a greeting or what somebody is to the writer stands before the name. */
  private boolean isSaidOfPeople(Mention mention) {
    Words words = mention.words();
    for (int i = Math.max(0, mention.first() - BEFORE); i < mention.first(); i++) {
      if ((lexicon.of(mention.text(), words.start(i), words.end(i)) & PERSON) != 0) {
        return true;
      }
    }
    return false;
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
      boolean model = is(words.lower(i), Kind.EVIDENCE) || is(words.lower(i), Kind.COINED);
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
  private record Mention(String text, Words words, Match match, int first, int end) {
    Mention(NormalizedText text, Match match) {
      this(
          text.text(),
          text.words(),
          match,
          text.words().at(match.start()),
          Math.max(text.words().at(match.start()) + 1, text.words().at(match.end())));
    }

    /** Its only word, but a possessive ending. */
    String bare() {
      return words.lower(first);
    }
  }
}
