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
  private final List<PrivateValue> values = new ArrayList<>();

  Occurrences(Collection<PrivateValue> values) {
    values.stream().filter(PrivateValue::isDistinctive).forEach(this::add);
  }

  private void add(PrivateValue value) {
    String text = value.text();
    Set<String> written = value.isName() ? Umlauts.without(text) : Set.of(text);
    written.forEach(each -> add(CompactText.of(each).characters(), value));
    if (value.isName()) {
      Umlauts.drawn(text).forEach(each -> add(Umlauts.kept(each, CompactText.of(each)), value));
    }
  }

  private void add(String letters, PrivateValue value) {
    if (letters.length() <= LONGEST && trie.word(letters) == Trie.NONE) {
      trie.put(letters, values.size());
      values.add(value);
    }
  }

  /** Every place where one stands; they may overlap. */
  List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    if (values.isEmpty()) {
      return found;
    }
    WordEdges edges = WordEdges.of(text);
    String folded = edges.plain().characters();
    String kept = Umlauts.kept(text, edges.plain());
    boolean umlauts = !kept.equals(folded);
    for (int start = 0; start < folded.length(); start++) {
      if (edges.mayBegin(start)) {
        longest(edges, folded, start).ifPresent(found::add);
        if (umlauts) {
          longest(edges, kept, start).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Span> longest(WordEdges edges, String letters, int start) {
    Optional<Span> longest = Optional.empty();
    int node = Trie.ROOT;
    for (int i = start; i < letters.length(); i++) {
      boolean far = i > start && edges.plain().separators()[i] > SEPARATORS;
      node = far ? Trie.NONE : trie.next(node, letters.charAt(i));
      if (node == Trie.NONE) {
        break;
      }
      if (trie.word(node) != Trie.NONE) {
        Optional<Span> span = span(edges, start, i + 1, values.get(trie.word(node)));
        longest = span.isPresent() ? span : longest;
      }
    }
    return longest;
  }

  /** The place of a value whose letters stand between two others, if it is that value. */
  private static Optional<Span> span(WordEdges edges, int start, int end, PrivateValue value) {
    int edge = edges.end(value, start, end);
    if (edge == 0) {
      return Optional.empty();
    }
    CompactText plain = edges.plain();
    Span span = new Span(plain.starts()[start], plain.ends()[edge - 1], value.type());
    boolean upper = Character.isUpperCase(edges.text().codePointAt(span.start()));
    return upper || !value.needsCapital() ? Optional.of(span) : Optional.empty();
  }
}
