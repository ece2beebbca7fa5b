package dev.gatehouse.redact.restore;

import dev.gatehouse.redact.Pseudonym;
import dev.gatehouse.redact.Pseudonyms;
import dev.gatehouse.redact.Trie;
import dev.gatehouse.redact.restore.TokenMatch.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tokens of one request in a text, and no others. The rule, of which this is the one
 * place:
 *
 * <ul>
 *   <li>At each position the longest token wins; the search goes on behind it.
 *   <li>An {@linkplain TokenShape#OPAQUE opaque} token is found anywhere, as it is, or all in upper
 *       or all in lower case: models shout, and make file names.
 *   <li>Any other token whose first or last character is a digit is found only where no digit
 *       touches it there; one whose first or last is a letter, only where no ASCII letter or digit
 *       does.
 *   <li>A {@linkplain TokenShape#NUMBER number} or an {@linkplain TokenShape#IBAN IBAN} is found
 *       too where it is parted otherwise: with none, one or two separators between two of its
 *       characters; and without its plus sign.
 *   <li>A spelling that two tokens share is neither's, unless it is one token itself.
 * </ul>
 *
 * <p>At each position no more is read than the longest spelling, so the time is linear in the text.
 * Safe for use by any thread.
 */
final class TokenMatcher {
  /** Stands before the first character of a text. */
  static final int NOTHING = -1;

  private static final int MOST_SEPARATORS = 2;

  private final List<Pseudonym> pseudonyms;
  private final Trie anywhere = new Trie();
  private final Trie untouched = new Trie();
  private final Trie undivided = new Trie();
  private final boolean signed;

  TokenMatcher(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms.all();
    Spellings variants = new Spellings();
    Spellings compact = new Spellings();
    for (int id = 0; id < this.pseudonyms.size(); id++) {
      String token = this.pseudonyms.get(id).token();
      switch (TokenShape.of(token)) {
        case OPAQUE -> {
          variants.add(token.toUpperCase(Locale.ROOT), id);
          variants.add(token.toLowerCase(Locale.ROOT), id);
        }
        case NUMBER, IBAN -> compact.add(token.replaceAll("[^A-Za-z0-9]", ""), id);
        case FORMATTED -> {}
      }
    }
    signed = this.pseudonyms.stream().anyMatch(each -> each.token().startsWith("+"));
    variants.into(anywhere);
    compact.into(undivided);
    for (int id = 0; id < this.pseudonyms.size(); id++) {
      String token = this.pseudonyms.get(id).token();
      (TokenShape.of(token) == TokenShape.OPAQUE ? anywhere : untouched).put(token, id);
    }
  }

  /** Spellings of tokens, each with its only owner. */
  private static final class Spellings {
    private final Map<String, Integer> owners = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    void add(String spelling, int id) {
      Integer other = owners.putIfAbsent(spelling, id);
      if (other != null && other != id) {
        shared.add(spelling);
      }
    }

    void into(Trie trie) {
      owners.keySet().removeAll(shared);
      owners.forEach(trie::put);
    }
  }

  /**
   * Looks for a token that begins at {@code at}.
   *
   * @param previous the character before; {@link #NOTHING} at the beginning of the text
   * @param ended whether nothing follows the text
   */
  TokenMatch match(CharSequence text, int at, int previous, boolean ended) {
    char first = text.charAt(at);
    boolean word = anywhere.begins(first);
    boolean bounded = !touch(previous, first) && (untouched.begins(first) || partedBegins(first));
    if (!word && !bounded) {
      return TokenMatch.NOTHING;
    }
    Walk walk = new Walk(text, at, ended);
    if (word) {
      walk.through(anywhere, false);
    }
    if (bounded) {
      walk.through(untouched, true);
      walk.throughParted();
    }
    return walk.found();
  }

  private boolean partedBegins(char first) {
    return (signed && first == '+') || undivided.begins(first);
  }

  /** Whether two characters side by side belong together, so that no token begins between them. */
  private static boolean touch(int left, int right) {
    return (Ascii.isDigit(left) && Ascii.isDigit(right))
        || (Ascii.isLetterOrDigit(left) && Ascii.isLetter(right));
  }

  /** Between the parts of a number: what models put there, brackets of area codes included. */
  private static boolean isSeparator(char character) {
    return switch (character) {
      case ' ', '.', '-', '(', ')', '\u00a0', '\u202f', '\u2010', '\u2011' -> true;
      default -> false;
    };
  }

  /** One look at one position. */
  private final class Walk {
    private final CharSequence text;
    private final int at;
    private final boolean ended;
    private int end;
    private int best = Trie.NONE;
    private boolean open;

    Walk(CharSequence text, int at, boolean ended) {
      this.text = text;
      this.at = at;
      this.ended = ended;
    }

    void through(Trie trie, boolean bounded) {
      int node = Trie.ROOT;
      for (int i = at; i < text.length(); i++) {
        node = trie.next(node, text.charAt(i));
        if (node == Trie.NONE) {
          return;
        }
        note(trie.word(node), i + 1, bounded);
      }
      open |= !ended && trie.goesOn(node);
    }

    void throughParted() {
      boolean sign = text.charAt(at) == '+';
      int node = Trie.ROOT;
      int separators = 0;
      for (int i = sign ? at + 1 : at; i < text.length(); i++) {
        char each = text.charAt(i);
        if (node != Trie.ROOT && separators < MOST_SEPARATORS && isSeparator(each)) {
          separators++;
          continue;
        }
        node = undivided.next(node, each);
        if (node == Trie.NONE) {
          return;
        }
        separators = 0;
        int word = undivided.word(node);
        boolean unsigned = word != Trie.NONE && sign && !token(word).startsWith("+");
        note(unsigned ? Trie.NONE : word, i + 1, true);
      }
      open |= !ended && undivided.goesOn(node);
    }

    private String token(int word) {
      return pseudonyms.get(word).token();
    }

    private void note(int word, int wordEnd, boolean bounded) {
      if (word == Trie.NONE || wordEnd <= end) {
        return;
      }
      if (bounded && wordEnd == text.length()) {
        open |= !ended;
      }
      boolean free = !bounded || wordEnd == text.length() || !joins(wordEnd);
      if (free) {
        best = word;
        end = wordEnd;
      }
    }

    private boolean joins(int wordEnd) {
      return touch(text.charAt(wordEnd), text.charAt(wordEnd - 1));
    }

    TokenMatch found() {
      if (open) {
        return TokenMatch.BEGINNING;
      }
      return best == Trie.NONE ? TokenMatch.NOTHING : new Token(end, pseudonyms.get(best).value());
    }
  }
}
