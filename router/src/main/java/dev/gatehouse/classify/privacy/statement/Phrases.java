package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of phrases, each with a meaning, found in texts in one pass whatever their number: letter
 * by letter a hash grows, and a table tells of which hashes a phrase ends, goes on, or may take an
 * ending. Compared by hash alone: a text made to collide is found private, which is the safe side.
 *
 * <p>A phrase of a script without spaces is found anywhere; any other at words' edges, with a
 * hyphen or an apostrophe wherever the phrase has a space. Immutable once built; safe for any
 * thread.
 */
public final class Phrases {

  /** Words of the longest phrase. */
  private static final int MAX_WORDS = 6;

  /** Letters that may follow a stem: German compounds take the most. */
  private static final int MAX_ENDING = 12;

  private static final int MIN_STEM = 3;
  private static final int NOWHERE = -1;

  private final PhraseTable table;

  Phrases(PhraseTable table) {
    this.table = table;
  }

  /** The phrases of a text by position, the longest at each, none overlapping another. */
  public List<Phrase> in(NormalizedText text) {
    return in(text, Integer.MAX_VALUE);
  }

  /** Those that begin among the first words of a text. */
  List<Phrase> in(NormalizedText text, int most) {
    List<Phrase> found = List.of();
    Words words = text.words();
    int count = Math.min(words.count(), most);
    for (int word = 0; word < count; word++) {
      if (Scripts.isUnspaced(text.text().charAt(words.start(word)))) {
        found = inside(text, word, found);
        continue;
      }
      if (!table.mayBegin(text.text(), words.start(word), words.end(word))) {
        continue;
      }
      Phrase phrase = at(text.text(), words, word);
      if (phrase != null) {
        found = with(found, phrase);
        word = phrase.last();
      }
    }
    return found;
  }

  private static List<Phrase> with(List<Phrase> found, Phrase phrase) {
    List<Phrase> grown = found.isEmpty() ? new ArrayList<>() : found;
    grown.add(phrase);
    return grown;
  }

  private @Nullable Phrase at(String text, Words words, int first) {
    long hash = PhraseTable.SEED;
    Phrase found = null;
    int taken = 0;
    for (int word = first; word < words.count() && taken < MAX_WORDS; word++) {
      if (!words.isWord(word)) {
        if (taken > 0 && isJoint(text.charAt(words.start(word)))) {
          continue;
        }
        return found;
      }
      if (taken++ > 0) {
        hash = PhraseTable.next(hash, ' ');
      }
      long node = table.walk(text, words.start(word), words.end(word), hash);
      if (node == PhraseTable.NONE) {
        return found;
      }
      long ended =
          table.ends(node)
              ? node
              : table.stem(text, words.start(word), words.end(word), hash); // of another phrase
      if (ended != PhraseTable.NONE && table.ends(ended)) {
        int meaning = table.meaning((int) (ended >>> 1));
        found = new Phrase(words.start(first), words.end(word), first, word, meaning);
      }
      if (!table.continues(node)) {
        return found;
      }
      hash = table.hash((int) (node >>> 1));
    }
    return found;
  }

  private static boolean isJoint(char sign) {
    return sign == '-' || sign == '\'' || sign == '\u2019' || sign == '.' || sign == '/';
  }

  private List<Phrase> inside(NormalizedText text, int word, List<Phrase> before) {
    List<Phrase> found = before;
    Words words = text.words();
    int covered = found.isEmpty() ? 0 : found.getLast().end();
    for (int at = Math.max(words.start(word), covered); at < words.end(word); ) {
      int end = endInside(text.text(), at);
      if (end == NOWHERE) {
        at++;
        continue;
      }
      int slot = table.slotOf(text.text(), at, end);
      found = with(found, new Phrase(at, end, word, words.at(end - 1), table.meaning(slot)));
      at = end;
    }
    return found;
  }

  /** One past the longest phrase at {@code start} of a text without spaces. */
  private int endInside(String text, int start) {
    long hash = PhraseTable.SEED;
    int end = NOWHERE;
    for (int at = start; at < text.length(); at++) {
      char folded = LetterFolding.fold(text.charAt(at));
      if (folded == LetterFolding.NOTHING) {
        continue;
      }
      hash = PhraseTable.next(hash, folded);
      int slot = table.slot(hash);
      if (slot < 0) {
        return end;
      }
      end = table.isEndInside(slot) ? at + 1 : end;
    }
    return end;
  }

  static int minStem() {
    return MIN_STEM;
  }

  static int maxEnding() {
    return MAX_ENDING;
  }
}
