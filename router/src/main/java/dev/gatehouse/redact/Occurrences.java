package dev.gatehouse.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds values wherever else they stand, as whole words, in other letters' cases and with other
 * separators. Takes time in proportion to the text: no value is followed for longer than {@value
 * #LONGEST} characters.
 */
final class Occurrences {

  /** Longer values are runs of data, which are found where they stand. */
  private static final int LONGEST = 200;

  private static final int SEPARATORS = 8;

  private final Node root = new Node();

  Occurrences(Collection<PrivateValue> values) {
    values.stream().filter(PrivateValue::isDistinctive).forEach(this::add);
  }

  private void add(PrivateValue value) {
    spellings(value).stream()
        .map(each -> CompactText.of(each).characters())
        .filter(plain -> plain.length() <= LONGEST)
        .forEach(plain -> add(plain, value));
  }

  /** As it is written, and a name with its umlauts written out or drawn together. */
  private static Set<String> spellings(PrivateValue value) {
    String text = value.text();
    if (!value.isName()) {
      return Set.of(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String apart = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    String drawn = lower.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    return new LinkedHashSet<>(List.of(text, apart.replace("ß", "ss"), drawn.replace("ss", "ß")));
  }

  private void add(String plain, PrivateValue value) {
    Node node = root;
    for (int i = 0; i < plain.length(); i++) {
      node = node.next.computeIfAbsent(plain.charAt(i), _ -> new Node());
    }
    if (node.value == null) {
      node.value = value;
    }
  }

  /** Every place where one stands; they may overlap. */
  List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    if (root.next.isEmpty()) {
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
    Node node = root;
    for (int i = start; i < plain.length(); i++) {
      if (i > start && plain.separators()[i] > SEPARATORS) {
        break;
      }
      node = node.next.get(plain.characters().charAt(i));
      if (node == null) {
        break;
      }
      int end = node.value == null ? 0 : edges.end(node.value, start, i + 1);
      if (node.value != null && end > 0) {
        Span span = new Span(plain.starts()[start], plain.ends()[end - 1], node.value.type());
        longest = isMeant(node.value, edges.text(), span) ? Optional.of(span) : longest;
      }
    }
    return longest;
  }

  private static boolean isMeant(PrivateValue value, String text, Span span) {
    return !value.needsCapital() || Character.isUpperCase(text.codePointAt(span.start()));
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private @Nullable PrivateValue value;
  }
}
