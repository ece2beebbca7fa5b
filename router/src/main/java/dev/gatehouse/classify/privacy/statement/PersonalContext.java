package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.classify.privacy.text.Words;

/**
 * Judges whether a phrase of a text is said of a person or of the world, in points: for a subject
 * and a verb before it, for what is the writer's own, for a form's fields, a title, a name; against
 * for essays, stories, exercises, studies and general questions. The weights are set by hand and
 * checked on texts by others, see docs/decisions/0021; {@link #PERSONAL} points make a statement.
 */
public final class PersonalContext {

  /** Points from which on a phrase is a statement about a person. */
  public static final int PERSONAL = 3;

  /** Words between a subject or its verb and what is said of it. */
  private static final int REACH = 14;

  /** Words looked at on each side, so that a text of one endless sentence stays cheap. */
  private static final int FARTHEST = 60;

  /** An abstract is full of words of science; a few stand in a patient's letter as well. */
  private static final int MOST_STUDIES = 6;

  private static final int SUBJECTS =
      Cue.FIRST.bit() | Cue.RELATION.bit() | Cue.THIRD.bit() | Cue.TITLE.bit() | Cue.PATIENT.bit();
  private static final int STRONG_SUBJECTS = SUBJECTS & ~Cue.THIRD.bit();
  private static final int TOPICS = Cue.WORK.bit() | Cue.STUDY.bit() | Cue.EXERCISE.bit();

  private final Cues cues;
  private final Words words;
  private final String text;
  private final int ofText;
  private final boolean known;

  private PersonalContext(NormalizedText text, int languages) {
    this.cues = new Cues(text, languages);
    this.words = text.words();
    this.text = text.text();
    this.known = cues.has(Cue.TITLE) || cues.has(Cue.RELATION) || cues.has(Cue.PATIENT);
    this.ofText = ofText();
  }

  /** Of a text in the given languages, as {@link Languages#of} tells them. */
  public static PersonalContext of(NormalizedText text, int languages) {
    return new PersonalContext(text, languages);
  }

  /** Whether a cue occurs anywhere in the text. */
  public boolean has(Cue cue) {
    return cues.has(cue);
  }

  /** Whether a cue stands in the sentence of a word. */
  public boolean isInSentence(Cue cue, int word) {
    int last = cues.lastOfSentence(word, FARTHEST);
    for (int at = cues.firstOfSentence(word, FARTHEST); at <= last; at++) {
      if (cues.is(at, cue)) {
        return true;
      }
    }
    return false;
  }

  /** What the whole text adds or takes. */
  private int ofText() {
    int points = Math.min(cues.records(), 2);
    points += cues.records() > 0 && (cues.has(Cue.TITLE) || hasName()) ? 2 : 0;
    points += cues.records() > 0 && cues.has(Cue.PATIENT) ? 1 : 0;
    points += cues.has(Cue.TITLE) ? 1 : 0;
    points -= cues.has(Cue.FICTION) ? 3 : 0;
    points -= cues.has(Cue.EXERCISE) ? 4 : 0;
    points -= Math.min(cues.studies(), MOST_STUDIES);
    points -= isProblem() ? 4 : 0;
    return points;
  }

  /** A sum about somebody that nobody knows: no first person, no title, no form. */
  private boolean isProblem() {
    return cues.has(Cue.PROBLEM)
        && !cues.has(Cue.FIRST)
        && !cues.has(Cue.MY)
        && !cues.has(Cue.SELF)
        && !cues.has(Cue.TITLE)
        && cues.records() == 0;
  }

  /** Two capitalised words in a row. */
  private boolean hasName() {
    for (int word = 0; word < words.count() - 1; word++) {
      if (isCapitalised(word) && isCapitalised(word + 1) && areApartByASpace(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCapitalised(int word) {
    int start = words.start(word);
    return Character.isUpperCase(text.charAt(start))
        && words.end(word) - start > 1
        && Character.isLowerCase(text.charAt(start + 1));
  }

  private boolean areApartByASpace(int word) {
    return words.start(word + 1) == words.end(word) + 1 && text.charAt(words.end(word)) == ' ';
  }

  /** Points of what stands from one word to another. */
  public int points(int first, int last) {
    int from = cues.firstOfSentence(first, FARTHEST);
    int to = cues.lastOfSentence(last, FARTHEST);
    int points = ofText + before(from, first);
    if (isVerbBehind(first) && cues.has(Cue.FIRST)) {
      points = Math.max(points, ofText + PERSONAL);
    }
    if (points < PERSONAL) {
      points += behind(last + 1, to);
    }
    return points - againstIn(from, first, to);
  }

  private int before(int from, int first) {
    int mine = 0;
    boolean state = cues.is(first, Cue.STATE) || isVerbBehind(first) || isStateBehind(first);
    boolean topic = false;
    int best = cues.is(first, Cue.SELF) ? 4 : 0;
    for (int word = first - 1; word >= from && first - word <= REACH * 2; word--) {
      int distance = first - word;
      topic |= cues.isAny(word, TOPICS);
      state |= cues.is(word, Cue.STATE) && distance <= REACH;
      if (!topic) {
        best = Math.max(best, subject(word, distance, state));
      }
      mine = Math.max(mine, mine(word));
    }
    return best + mine;
  }

  /** Japanese ends its sentences with the verb, and names its subject once. */
  private boolean isVerbBehind(int word) {
    return Scripts.isUnspaced(text.charAt(words.start(word)));
  }

  /** Hindi too has its verb at the end. */
  private boolean isStateBehind(int first) {
    if (Character.UnicodeScript.of(text.charAt(words.start(first)))
        != Character.UnicodeScript.DEVANAGARI) {
      return false;
    }
    int last = Math.min(cues.lastOfSentence(first, FARTHEST), first + REACH);
    for (int word = first + 1; word <= last && word < cues.count(); word++) {
      if (cues.is(word, Cue.STATE)) {
        return true;
      }
    }
    return false;
  }

  private int subject(int word, int distance, boolean state) {
    if (cues.is(word, Cue.SELF)) {
      return distance <= REACH ? 4 : 2;
    }
    if (cues.is(word, Cue.MY) && distance <= 3) {
      return 3;
    }
    if (cues.isAny(word, STRONG_SUBJECTS)) {
      return state ? 3 : 1;
    }
    if (cues.is(word, Cue.THIRD)) {
      return (state || distance <= 2 ? 2 : 0) + (known ? 1 : 0);
    }
    return 0;
  }

  /** A relative of the writer's own: my mother. */
  private int mine(int word) {
    if (!cues.is(word, Cue.MY)) {
      return 0;
    }
    for (int next = word + 1; next < Math.min(word + 4, cues.count()); next++) {
      if (cues.is(next, Cue.RELATION)) {
        return 2;
      }
    }
    return 0;
  }

  /** In some languages and in notes the person comes after. */
  private int behind(int from, int to) {
    int best = 0;
    for (int word = from; word <= to && word - from <= REACH && word < cues.count(); word++) {
      best = Math.max(best, cues.is(word, Cue.SELF) ? 3 : 0);
      best = Math.max(best, cues.is(word, Cue.MY) ? mine(word) : 0);
      best = Math.max(best, cues.isAny(word, STRONG_SUBJECTS) ? 1 : 0);
    }
    return best;
  }

  /** A general question or a piece of writing, unless it is about the writer's own. */
  private int againstIn(int from, int first, int to) {
    boolean question = false;
    boolean topic = false;
    boolean own = cues.records() > 1;
    for (int word = from; word <= to && word < cues.count(); word++) {
      question |= cues.is(word, Cue.GENERAL) && word < first;
      topic |= cues.is(word, Cue.WORK) && word < first;
      own |= cues.is(word, Cue.MY);
    }
    return own ? 0 : (question ? 2 : 0) + (topic ? 1 : 0);
  }
}
