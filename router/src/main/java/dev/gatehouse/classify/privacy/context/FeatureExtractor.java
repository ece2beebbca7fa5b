package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.context.Features.Template;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.List;

/** Reads the features of the names of one text. Not for use by several threads. */
final class FeatureExtractor {

  private static final int VICINITY = 40;
  private static final int SENTENCE = 8;
  private static final int NEXT = 2;
  private static final int LINE = 30;
  private static final int NEARBY = 12;
  private static final int FEW = 5;
  private static final int OFTEN = 3;

  private final NormalizedText text;
  private final Candidates candidates;
  private final TextContext context;
  private final long keyCues;
  private final long siblingCues;
  private final PrivateTypes types;
  private final long beside;
  private final long knownInText;

  FeatureExtractor(
      NormalizedText text,
      List<Match> matches,
      Candidates candidates,
      TextContext context,
      CueLexicon lexicon) {
    this.text = text;
    this.candidates = candidates;
    this.context = context;
    this.keyCues = lexicon.ofKey(text.label());
    this.siblingCues =
        text.surroundings().siblings().stream()
            .mapToLong(lexicon::ofKey)
            .reduce(0, (a, b) -> a | b);
    this.types = new PrivateTypes(text.words(), matches);
    this.beside = types.all();
    this.knownInText = candidates.all().stream().filter(Candidate::isKnown).count();
  }

  /** The features of one of the candidates. */
  int[] of(Candidate candidate) {
    Features features = new Features();
    addWhole(features);
    addNearby(candidate, features);
    addName(candidate, features);
    addConjunctions(candidate, features);
    return features.indexes();
  }

  private void addWhole(Features features) {
    features.addAll(Template.TEXT_CUE, context.all());
    features.addAll(Template.OFTEN_CUE, context.often());
    features.addAll(Template.HEAD_CUE, context.head());
    features.addAll(Template.TAIL_CUE, context.tail());
    features.addAll(Template.KEY_CUE, keyCues);
    features.addAll(Template.SIBLING_CUE, siblingCues);
    features.addAll(Template.GENRE, context.genres());
    features.addAll(Template.BESIDE_IN_TEXT, beside);
  }

  private void addNearby(Candidate candidate, Features features) {
    int first = candidate.first();
    int end = candidate.end();
    long vicinity = context.between(first - VICINITY, first) | context.between(end, end + VICINITY);
    features.addAll(Template.VICINITY_CUE, vicinity);
    features.addAll(Template.LINE_CUE, line(first, end));
    features.addAll(Template.BEFORE_CUE, context.between(first - SENTENCE, first));
    features.addAll(Template.AFTER_CUE, context.between(end, end + SENTENCE));
    features.addAll(Template.JUST_BEFORE_CUE, context.between(first - NEXT, first));
    features.addAll(Template.JUST_AFTER_CUE, context.between(end, end + NEXT));
    features.add(Template.SIGN_BEFORE, sign(first - 1));
    features.add(Template.SIGN_AFTER, sign(end));
    features.addAll(Template.BESIDE_NEARBY, types.between(first - NEARBY, end + NEARBY + 1));
  }

  private long line(int first, int end) {
    int line = context.line(first);
    int from = first;
    while (from > first - LINE && context.isOnLine(from - 1, line)) {
      from--;
    }
    int to = end;
    while (to < end + LINE && context.isOnLine(to, line)) {
      to++;
    }
    return context.between(from, first) | context.between(end, to);
  }

  /** What a sign beside the name is: an ASCII sign by its place, other ones alike, a word 0. */
  private int sign(int word) {
    Words words = context.words();
    if (word < 0 || word >= words.count()) {
      return 1;
    }
    if (words.isWord(word)) {
      return 0;
    }
    char c = text.text().charAt(words.start(word));
    return c < 0x80 ? 2 + " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".indexOf(c) : 40;
  }

  private void addName(Candidate candidate, Features features) {
    boolean person = Candidates.isPerson(candidate);
    add(features, NameFact.ALWAYS, true);
    add(features, NameFact.ADDRESS, !person);
    if (person) {
      addForm(candidate, features);
      addKnown(candidate, features);
      addOthers(candidate, features);
    }
    addPlace(candidate, features);
  }

  private void addForm(Candidate candidate, Features features) {
    String name = text.text().substring(candidate.match().start(), candidate.match().end());
    int words = candidate.words();
    add(features, NameFact.ONE_WORD, words == 1);
    add(features, NameFact.TWO_WORDS, words == 2);
    add(features, NameFact.THREE_WORDS, words == 3);
    add(features, NameFact.MORE_WORDS, words > 3);
    add(features, NameFact.LOWER_CASE, Character.isLowerCase(name.charAt(0)));
    add(features, NameFact.UPPER_CASE, isUpperCase(name));
    add(features, NameFact.DIGIT, name.chars().anyMatch(Character::isDigit));
    add(features, NameFact.INITIAL, name.indexOf('.') >= 0);
    add(features, NameFact.HYPHEN, name.indexOf('-') >= 0);
    add(features, NameFact.UNSPACED, Scripts.isUnspaced(name.codePointAt(0)));
    add(features, NameFact.OTHER_SCRIPT, name.charAt(0) >= 0x370);
  }

  private static boolean isUpperCase(String name) {
    return name.length() > 2
        && name.chars().noneMatch(Character::isLowerCase)
        && name.charAt(0) < 0x370;
  }

  private void addKnown(Candidate candidate, Features features) {
    int known = candidate.known();
    add(features, NameFact.PUBLIC, (known & KnownNames.PUBLIC) != 0);
    add(features, NameFact.CHARACTER, (known & KnownNames.CHARACTER) != 0);
    add(features, NameFact.PLACEHOLDER, (known & KnownNames.PLACEHOLDER) != 0);
    add(features, NameFact.SURNAME, known == KnownNames.SURNAME);
    add(features, NameFact.FORENAME, known == KnownNames.FORENAME);
    long others = knownInText - (candidate.isKnown() ? 1 : 0);
    add(features, NameFact.KNOWN_IN_TEXT, others > 0);
    add(features, NameFact.KNOWN_MOSTLY, others > 0 && 2 * others >= candidates.all().size() - 1);
  }

  private void addOthers(Candidate candidate, Features features) {
    int names = candidates.mentions().size();
    add(features, NameFact.ONE_NAME, names == 1);
    add(features, NameFact.TWO_NAMES, names == 2);
    add(features, NameFact.FEW_NAMES, names > 2 && names <= FEW);
    add(features, NameFact.MANY_NAMES, names > FEW);
    int mentions = candidates.mentions().getOrDefault(candidate.name(), 0);
    add(features, NameFact.REPEATED, mentions >= OFTEN);
    add(features, NameFact.FULL_IN_TEXT, !candidates.fullNames().isEmpty());
    add(
        features,
        NameFact.BARE_OF_FULL,
        candidate.words() == 1 && candidates.fullNames().containsKey(candidate.name()));
  }

  private void addPlace(Candidate candidate, Features features) {
    int first = candidate.first();
    int end = candidate.end();
    int line = context.line(first);
    boolean begins = !context.isOnLine(first - 1, line);
    boolean ends = !context.isOnLine(end, line);
    int count = context.words().count();
    add(features, NameFact.BEGINS_LINE, begins);
    add(features, NameFact.ENDS_LINE, ends);
    add(features, NameFact.ALONE_ON_LINE, begins && ends);
    add(features, NameFact.BEGINS_TEXT, first == 0);
    add(features, NameFact.ENDS_TEXT, end >= count - 1);
    add(features, NameFact.WHOLE_TEXT, first == 0 && end >= count);
    add(features, NameFact.POSSESSIVE, isSign(end, '\'') || isSign(end, '\u2019'));
    add(features, NameFact.SPEAKER, begins && isSign(end, ':'));
    long before = context.between(first - 5, first);
    add(features, NameFact.SIGNATURE, Cue.CLOSING.isIn(before) && (begins || ends));
    add(features, NameFact.ADDRESSED, Cue.GREETING.isIn(context.between(first - 3, first)));
  }

  private boolean isSign(int word, char sign) {
    Words words = context.words();
    return word < words.count() && text.text().charAt(words.start(word)) == sign;
  }

  private static void add(Features features, NameFact fact, boolean is) {
    if (is) {
      features.add(fact);
    }
  }

  private void addConjunctions(Candidate candidate, Features features) {
    long all = context.all();
    long genres = context.genres();
    if (candidate.match().rule().type() == FindingType.ADDRESS) {
      features.addAll(Template.ADDRESS_CUE, all);
      features.addAll(Template.ADDRESS_GENRE, genres);
    } else if (candidate.isKnown()) {
      features.addAll(Template.KNOWN_CUE, all);
      features.addAll(Template.KNOWN_GENRE, genres);
    } else if (candidate.words() == 1) {
      features.addAll(Template.BARE_CUE, all);
      features.addAll(Template.BARE_GENRE, genres);
    } else {
      features.addAll(Template.FULL_CUE, all);
      features.addAll(Template.FULL_GENRE, genres);
    }
    addKindOfText(all, genres, features);
  }

  private void addKindOfText(long all, long genres, Features features) {
    boolean self = Cue.SELF.isIn(all) || Cue.WE.isIn(all);
    features.addAll(self ? Template.SELF_CUE : Template.NO_SELF_CUE, all);
    if (Genre.UP_TO_15_WORDS.isIn(genres) || Genre.UP_TO_40_WORDS.isIn(genres)) {
      features.addAll(Template.SHORT_TEXT_CUE, all);
    }
    if (Genre.BEGINS_WITH_QUESTION.isIn(genres) || Genre.ENDS_WITH_QUESTION.isIn(genres)) {
      features.addAll(Template.QUESTION_CUE, all);
    }
    if (Cue.STORY.isIn(all) || Cue.VERSE.isIn(all)) {
      features.addAll(Template.STORY_CUE, all);
    }
    if (beside != 0) {
      features.addAll(Template.BESIDE_CUE, all);
    }
  }
}
