package dev.gatehouse.classify.privacy.names;

import static dev.gatehouse.classify.privacy.names.WordTable.MARGIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where names begin and end that the model marked too long or too short: a name ends with its
 * sentence, does not begin with an everyday word, and a given name goes on with the surname behind
 * it ("Reach Tom Fisk. Email Lars Holm": Tom Fisk, Lars Holm).
 */
final class NameBounds {

  /** Letters of a word whose dot is more often its own: St., van d. Berg. */
  private static final int SHORT = 3;

  private static final int CLAUSE = 3;

  /** "A" in the languages that have it, by hash. */
  private static final Set<Integer> ARTICLES =
      Stream.of("a", "an", "ein", "eine", "einen", "un", "une", "una", "uno", "um", "uma", "een")
          .map(Hash::lower)
          .collect(Collectors.toUnmodifiableSet());

  private final WordTable words;
  private final byte[] tags;

  NameBounds(WordTable words, byte[] tags) {
    this.words = words;
    this.tags = tags;
  }

  /** A person's name of one word that is a place as well is one after a place: Paris and Rome. */
  NameType type(int first, int end) {
    NameType type = Tags.type(tags[first]);
    boolean place =
        type == NameType.PERSON
            && end == first + 1
            && first > 1
            && kinds(first, Gazetteer.Kind.PLACE.bit()) != 0
            && isJoint(first - 1)
            && tags[first - 2] != Tags.OUTSIDE
            && Tags.type(tags[first - 2]) == NameType.LOCATION;
    return place ? NameType.LOCATION : type;
  }

  private boolean isJoint(int word) {
    int shape = words.shape[word + MARGIN];
    return shape == Shape.sign(',') || (shape == Shape.LOWER && length(word) <= SHORT);
  }

  /** The names that the words {@code first} to {@code end} hold, as first word and end. */
  List<int[]> of(NameType type, int first, int end) {
    if (type == NameType.ADDRESS) {
      return List.of(new int[] {first, end});
    }
    List<int[]> names = new ArrayList<>();
    int start = first;
    for (int word = first + 1; word < end - 1; word++) {
      if (endsSentence(word)) {
        add(type, start, word, names);
        start = word + 1;
      }
    }
    add(type, start, end, names);
    return names;
  }

  private void add(NameType type, int first, int end, List<int[]> names) {
    int start = first;
    while (start < end - 1 && (isSign(start) || (type == NameType.PERSON && isEveryday(start)))) {
      start++;
    }
    int stop = type == NameType.PERSON && end == start + 1 && goesOn(end) ? end + 1 : end;
    if (!isClause(start, stop) && !isThing(start)) {
      names.add(new int[] {start, stop});
    }
  }

  /** Whether an article stands before a word in small letters: "name a river". */
  private boolean isThing(int first) {
    return first > 0
        && words.shape[first + MARGIN] == Shape.LOWER
        && ARTICLES.contains(words.lower[first - 1 + MARGIN]);
  }

  /** Whether it is the beginning of a sentence: an everyday word, and small letters behind it. */
  private boolean isClause(int first, int end) {
    if (end - first < CLAUSE || !isEveryday(first)) {
      return false;
    }
    for (int word = first + 1; word < end; word++) {
      if (Shape.isCapital(words.shape[word + MARGIN])) {
        return false;
      }
    }
    return Shape.isCapital(words.shape[first + MARGIN]);
  }

  /** Whether a dot follows a word that is no abbreviation or initial, and a capital follows it. */
  private boolean endsSentence(int word) {
    int sign = words.shape[word + MARGIN];
    boolean ends = sign == Shape.sign('.') || sign == Shape.sign('!') || sign == Shape.sign('?');
    return ends
        && !isAbbreviation(word - 1)
        && !isGlued(word + 1)
        && Shape.isCapital(words.shape[word + 1 + MARGIN]);
  }

  private boolean isAbbreviation(int word) {
    boolean isShort =
        length(word) < SHORT || (length(word) == SHORT && kinds(word, Gazetteer.NAMES) == 0);
    return isShort || kinds(word, Gazetteer.Kind.TITLE.bit() | Gazetteer.Kind.COMPANY.bit()) != 0;
  }

  /** Whether an unmarked word is the surname of the given name before it. */
  private boolean goesOn(int word) {
    int plain = Gazetteer.Kind.COMMON.bit() | Gazetteer.Kind.CALENDAR.bit();
    return word < tags.length
        && tags[word] == Tags.OUTSIDE
        && words.shape[word + MARGIN] == Shape.CAPITALISED
        && words.shape[word - 1 + MARGIN] == Shape.CAPITALISED
        && kinds(word - 1, Gazetteer.Kind.GIVEN.bit()) != 0
        && kinds(word, plain) == 0
        && !isGlued(word)
        && (words.place[word + MARGIN] & WordTable.FIRST_OF_LINE) == 0;
  }

  private boolean isSign(int word) {
    return Shape.isSign(words.shape[word + MARGIN]);
  }

  private boolean isEveryday(int word) {
    return kinds(word, Gazetteer.Kind.COMMON.bit()) != 0
        && kinds(word, Gazetteer.NAMES | Gazetteer.Kind.TITLE.bit()) == 0;
  }

  private boolean isGlued(int word) {
    return words.start(word + MARGIN) == words.end(word - 1 + MARGIN);
  }

  private int kinds(int word, int wanted) {
    return words.kinds[word + MARGIN] & wanted;
  }

  private int length(int word) {
    return words.end(word + MARGIN) - words.start(word + MARGIN);
  }
}
