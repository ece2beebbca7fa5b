package dev.gatehouse.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** So long a run of digits is a value even where letters touch it. */
  private static final int LEAST_TOUCHED = 6;

  /** Letters of a name that is no word of the language besides. */
  private static final int LEAST_UNMISTAKABLE = 8;

  private final Node root = new Node();

  Occurrences(Collection<PrivateValue> values) {
    values.stream().filter(PrivateValue::isDistinctive).forEach(this::add);
  }

  private void add(PrivateValue value) {
    String plain = CompactText.of(value.text()).characters();
    if (plain.length() > LONGEST) {
      return;
    }
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
    CompactText plain = CompactText.of(text);
    for (int start = 0; start < plain.length(); start++) {
      if (plain.isParted(start) || plain.changesKind(start)) {
        longest(text, plain, start).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Span> longest(String text, CompactText plain, int start) {
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
      if (node.value != null && isWhole(plain, start, i + 1)) {
        Span span = new Span(plain.starts()[start], plain.ends()[i], node.value.type());
        longest = isMeant(node.value, text, span) ? Optional.of(span) : longest;
      }
    }
    return longest;
  }

  private static boolean isWhole(CompactText plain, int start, int end) {
    return isEdge(plain, start, start, end) && isEdge(plain, end, start, end);
  }

  private static boolean isEdge(CompactText plain, int at, int start, int end) {
    int inner = at == start ? start : end - 1;
    return plain.isParted(at)
        || (end - start >= LEAST_TOUCHED
            && plain.changesKind(at)
            && Character.isDigit(plain.characters().charAt(inner)));
  }

  /**
   * A short name of one word is one only where it is capitalised as names are: not {@code will}. A
   * long one is hardly another word: in a path or a file's name it stands in small letters.
   */
  private static boolean isMeant(PrivateValue value, String text, Span span) {
    boolean oneWord = value.text().chars().noneMatch(Character::isWhitespace);
    boolean isShort = value.text().length() < LEAST_UNMISTAKABLE;
    int first = value.text().codePointAt(0);
    return !(value.isName() && oneWord && isShort && Character.isUpperCase(first))
        || Character.isUpperCase(text.codePointAt(span.start()));
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private @Nullable PrivateValue value;
  }
}
