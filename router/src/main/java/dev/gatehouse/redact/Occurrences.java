package dev.gatehouse.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds values wherever else they stand, as whole words, in other letters' cases and with other
 * separators. Takes time in proportion to the text: no value is followed for longer than {@value
 * #LONGEST} characters.
 */
final class Occurrences {

  /** Longer values are runs of data, which are found where they stand. */
  private static final int LONGEST = 200;

  private static final int SEPARATORS = 8;

  private final Trie trie = new Trie();
  private final List<Spelling> spellings = new ArrayList<>();

  /**
   * What stands in the trie.
   *
   * @param guessed whether the value is meant only where it reads the same with umlauts written out
   */
  private record Spelling(PrivateValue value, boolean guessed) {

    boolean isMeant(String text, Span span) {
      return !value.needsCapital() || Character.isUpperCase(text.codePointAt(span.start()));
    }

    boolean reads(String text) {
      return !guessed || plainWrittenOut(text).equals(plainWrittenOut(value.text()));
    }

    private static String plainWrittenOut(String text) {
      return CompactText.of(Umlauts.writtenOut(text)).characters();
    }
  }

  Occurrences(Collection<PrivateValue> values) {
    List<PrivateValue> distinctive = values.stream().filter(PrivateValue::isDistinctive).toList();
    for (PrivateValue value : distinctive) {
      String text = value.text();
      add(value.isName() ? Umlauts.without(text) : Set.of(text), new Spelling(value, false));
    }
    for (PrivateValue value : distinctive) { // what is written goes before what is guessed
      if (value.isName()) {
        add(Umlauts.drawn(value.text()), new Spelling(value, true));
      }
    }
  }

  private void add(Set<String> written, Spelling spelling) {
    for (String each : written) {
      String plain = CompactText.of(each).characters();
      if (plain.length() <= LONGEST && trie.word(plain) == Trie.NONE) {
        trie.put(plain, spellings.size());
        spellings.add(spelling);
      }
    }
  }

  /** Every place where one stands; they may overlap. */
  List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    if (spellings.isEmpty()) {
      return found;
    }
    WordEdges edges = WordEdges.of(text);
    for (int start = 0; start < edges.plain().length(); start++) {
      if (edges.mayBegin(start)) {
        longest(edges, start).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Span> longest(WordEdges edges, int start) {
    CompactText plain = edges.plain();
    Optional<Span> longest = Optional.empty();
    int node = Trie.ROOT;
    for (int i = start; i < plain.length(); i++) {
      node = i > start && plain.separators()[i] > SEPARATORS ? Trie.NONE : next(node, plain, i);
      if (node == Trie.NONE) {
        break;
      }
      if (trie.word(node) != Trie.NONE) {
        Optional<Span> span = span(edges, start, i + 1, spellings.get(trie.word(node)));
        longest = span.isPresent() ? span : longest;
      }
    }
    return longest;
  }

  private int next(int node, CompactText plain, int at) {
    return trie.next(node, plain.characters().charAt(at));
  }

  /** The place of a value whose letters stand between two others, if it is that value. */
  private static Optional<Span> span(WordEdges edges, int start, int end, Spelling spelling) {
    CompactText plain = edges.plain();
    String text = edges.text();
    int edge = edges.end(spelling.value, start, end);
    if (edge == 0
        || !spelling.reads(text.substring(plain.starts()[start], plain.ends()[end - 1]))) {
      return Optional.empty();
    }
    Span span = new Span(plain.starts()[start], plain.ends()[edge - 1], spelling.value.type());
    return spelling.isMeant(text, span) ? Optional.of(span) : Optional.empty();
  }
}
