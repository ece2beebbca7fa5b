package dev.gatehouse.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The tokens of one request. A function of key, conversation and value; no two values share one.
 */
final class Tokens {
  private static final int ATTEMPTS = 32;

  private final PseudonymKey key;
  private final Conversation conversation;
  private final Map<String, String> tokens = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Pseudonym> pseudonyms = new ArrayList<>();

  /**
   * Makes the tokens.
   *
   * @param request no token may stand in it
   * @param values in order; of two that are written alike the first counts
   * @throws NotRedactableException if every one that was tried for a value is taken
   */
  Tokens(PseudonymKey key, Conversation conversation, String request, List<PrivateValue> values) {
    this.key = key;
    this.conversation = conversation;
    Map<String, PrivateValue> distinct = new LinkedHashMap<>();
    values.forEach(value -> distinct.putIfAbsent(value.text(), value));
    List<PrivateValue> without = List.copyOf(distinct.values());
    for (int attempt = 0; attempt < ATTEMPTS && !without.isEmpty(); attempt++) {
      without = make(without, attempt, request);
    }
    if (!without.isEmpty()) {
      throw new NotRedactableException("there is no free token for a value");
    }
  }

  /** The token of one of the values. */
  String of(PrivateValue value) {
    return Objects.requireNonNull(tokens.get(value.text()), "no such value");
  }

  List<Pseudonym> pseudonyms() {
    return pseudonyms;
  }

  /** Draws a token for each value; those whose token is taken. */
  private List<PrivateValue> make(List<PrivateValue> values, int attempt, String request) {
    Map<String, PrivateValue> drawn = new LinkedHashMap<>();
    List<PrivateValue> without = new ArrayList<>();
    for (PrivateValue value : values) {
      String token = TokenForm.of(value, draw(value, attempt));
      if (taken.contains(token) || drawn.putIfAbsent(token, value) != null) {
        without.add(value);
      }
    }
    Set<String> standing = standing(List.copyOf(drawn.keySet()), request);
    drawn.forEach(
        (token, value) -> {
          if (standing.contains(token)) {
            without.add(value);
          } else {
            taken.add(token);
            tokens.put(value.text(), token);
            pseudonyms.add(new Pseudonym(token, value.text()));
          }
        });
    return without;
  }

  /**
   * Those tokens that stand in a text. At each position no more is read than the longest token, so
   * the time is linear in the text however many there are.
   */
  private static Set<String> standing(List<String> tokens, String text) {
    Trie trie = new Trie();
    for (int i = 0; i < tokens.size(); i++) {
      trie.put(tokens.get(i), i);
    }
    Set<String> standing = new HashSet<>();
    for (int start = 0; start < text.length(); start++) {
      int node = Trie.ROOT;
      for (int i = start; i < text.length() && node != Trie.NONE; i++) {
        node = trie.next(node, text.charAt(i));
        if (node != Trie.NONE && trie.word(node) != Trie.NONE) {
          standing.add(tokens.get(trie.word(node)));
        }
      }
    }
    return standing;
  }

  private Draw draw(PrivateValue value, int attempt) {
    return new Draw(
        key.digest(
            "token",
            conversation.keyName(),
            conversation.id(),
            value.type().name(),
            value.text(),
            Integer.toString(attempt)));
  }
}
