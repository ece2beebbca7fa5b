package dev.gatehouse.classify.privacy.names;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Word lists: which words are given names, surnames, places and so on, and which words of several
 * languages mean the same. Immutable; safe for use by any thread.
 */
final class Gazetteer {

  /** The kinds of words, each a bit. */
  enum Kind {
    GIVEN(0),
    SURNAME(1),
    PLACE(2),
    COUNTRY(3),
    NATIONALITY(4),
    STREET(5),
    COMPANY(6),
    TITLE(7),
    COMMON(8),
    CALENDAR(9),
    /** Begins a place or country of several words. */
    PHRASE(10);

    private final int bit;

    Kind(int place) {
      bit = 1 << place;
    }

    int bit() {
      return bit;
    }
  }

  /** The kinds of what people and places are called. */
  static final int NAMES = Kind.GIVEN.bit | Kind.SURNAME.bit | Kind.PLACE.bit;

  /** Words of the longest phrase. */
  static final int MOST_WORDS = 4;

  private static final String LISTS = "gazetteer.txt";
  private static final String MEANINGS = "meanings.txt";

  private final IntTable kinds = new IntTable(1 << 19);
  private final IntTable meanings = new IntTable(1 << 13);

  private Gazetteer(List<String> lists, List<String> sameMeanings) {
    @Nullable Kind kind = null;
    for (String line : lists) {
      if (line.startsWith("[")) {
        kind = Kind.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
      } else if (kind != null) {
        add(line, kind);
      }
    }
    for (String line : sameMeanings) {
      addMeaning(line);
    }
  }

  private void addMeaning(String line) {
    StringTokenizer words = new StringTokenizer(line);
    int meaning = Hash.lower(line, 0, line.indexOf(' '));
    while (words.hasMoreTokens()) {
      meanings.add(Hash.lower(words.nextToken()), meaning);
    }
  }

  private void add(String entry, Kind kind) {
    int first = entry.indexOf(' ');
    if (first < 0) {
      kinds.merge(Hash.lower(entry), kind.bit());
      return;
    }
    kinds.merge(Hash.lower(entry, 0, first), Kind.PHRASE.bit());
    int hash = 0;
    int start = 0;
    while (start < entry.length()) {
      int space = entry.indexOf(' ', start);
      int end = space < 0 ? entry.length() : space;
      hash = phrase(hash, Hash.lower(entry, start, end));
      start = end + 1;
    }
    kinds.merge(hash, kind.bit());
  }

  /** The lists that come with Gatehouse. */
  static Gazetteer bundled() {
    return new Gazetteer(
        ResourceLines.of(Gazetteer.class, LISTS), ResourceLines.of(Gazetteer.class, MEANINGS));
  }

  /** The bits of the kinds that a word is of, by its hash in lower case. */
  int kinds(int word) {
    return kinds.get(word, 0);
  }

  /** The hash of the phrase that begins as {@code phrase}, 0 for an empty one, and goes on so. */
  static int phrase(int phrase, int word) {
    return Hash.of(phrase, word);
  }

  /** The word that stands for all of the same meaning; the word itself where it has none. */
  int meaning(int word) {
    return meanings.get(word, word);
  }
}
