package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.Arrays;
import java.util.List;

/** Every cue of a text, by the words that it stands on, and the text's sentences. */
final class Cues {

  private static final List<Phrases> BY_LANGUAGE =
      Arrays.stream(Language.values())
          .map(language -> PhraseFile.one("cues", language, Cues::bit))
          .toList();

  /** What counts of a language that the text may not be in. */
  private static final int ABOUT_PERSONS =
      Cue.FIRST.bit()
          | Cue.MY.bit()
          | Cue.RELATION.bit()
          | Cue.TITLE.bit()
          | Cue.PATIENT.bit()
          | Cue.STATE.bit()
          | Cue.RECORD.bit();

  private final Words words;
  private final String text;
  private final int[] bits;
  private final int[] sentences;
  private int all;
  private int records;
  private int studies;

  Cues(NormalizedText text, int languages) {
    this.words = text.words();
    this.text = text.text();
    this.bits = new int[words.count()];
    this.sentences = new int[words.count()];
    for (int language = 0; language < BY_LANGUAGE.size(); language++) {
      if ((languages >>> language & 1) != 0) {
        int kept = languages == Languages.ALL && language > 0 ? ABOUT_PERSONS : -1;
        BY_LANGUAGE.get(language).in(text).forEach(cue -> mark(cue, kept));
      }
    }
    part();
  }

  private static int bit(String kind) {
    return kind.equals("FUNCTION") ? 0 : Cue.valueOf(kind).bit();
  }

  private void mark(Phrase cue, int kept) {
    int meaning = cue.meaning() & kept;
    if ((meaning & Cue.TITLE.bit()) != 0 && !isBeforeName(cue)) {
      meaning &= ~Cue.TITLE.bit();
    }
    for (int word = cue.first(); word <= cue.last() && meaning != 0; word++) {
      bits[word] |= meaning;
    }
    all |= meaning;
    records += (meaning & Cue.RECORD.bit()) != 0 ? 1 : 0;
    studies += (meaning & Cue.STUDY.bit()) != 0 ? 1 : 0;
  }

  /** A title counts before a name; in Japanese it stands behind. */
  private boolean isBeforeName(Phrase cue) {
    int next = cue.last() + 1;
    if (next < words.count() && text.charAt(words.start(next)) == '.') {
      next++;
    }
    return text.charAt(cue.start()) > 0x3000
        || (next < words.count() && Character.isUpperCase(text.charAt(words.start(next))));
  }

  private void part() {
    int sentence = 0;
    for (int word = 0; word < bits.length; word++) {
      sentence += word > 0 && hasLineBreak(word) ? 1 : 0;
      sentences[word] = sentence;
      sentence += isEnd(word) ? 1 : 0;
    }
  }

  private boolean hasLineBreak(int word) {
    for (int at = words.end(word - 1); at < words.start(word); at++) {
      if (text.charAt(at) == '\n') {
        return true;
      }
    }
    return false;
  }

  private boolean isEnd(int word) {
    char sign = text.charAt(words.start(word));
    if (sign == '!' || sign == '?' || sign == '\u3002' || sign == '\u0964') {
      return true;
    }
    boolean stop = sign == '.' && words.end(word) < text.length();
    return stop
        && Character.isWhitespace(text.charAt(words.end(word)))
        && word > 0
        && words.end(word - 1) - words.start(word - 1) > 3;
  }

  int count() {
    return bits.length;
  }

  boolean is(int word, Cue cue) {
    return (bits[word] & cue.bit()) != 0;
  }

  /** Whether one of several cues, as bits, stands on a word. */
  boolean isAny(int word, int cues) {
    return (bits[word] & cues) != 0;
  }

  /** Whether the text has it at all. */
  boolean has(Cue cue) {
    return (all & cue.bit()) != 0;
  }

  /** Fields of a record. */
  int records() {
    return records;
  }

  /** Words of science. */
  int studies() {
    return studies;
  }

  /** First word of a word's sentence, or one {@code farthest} words before it. */
  int firstOfSentence(int word, int farthest) {
    int first = word;
    while (first > 0 && word - first < farthest && sentences[first - 1] == sentences[word]) {
      first--;
    }
    return first;
  }

  /** Last word of a word's sentence, or one {@code farthest} words behind it. */
  int lastOfSentence(int word, int farthest) {
    int last = word;
    while (last < bits.length - 1
        && last - word < farthest
        && sentences[last + 1] == sentences[word]) {
      last++;
    }
    return last;
  }
}
