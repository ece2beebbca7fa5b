package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.Set;

/**
 * Phone numbers: with a country's code; in a form that numbers are printed in at home and that
 * nothing else has; or beside a label. A number's digits alone are never enough, since most numbers
 * are valid somewhere.
 */
final class PhoneFinder implements Finder {

  private static final Rule RULE = new Rule(FindingType.PHONE, "phone", PrivacyClass.PERSONAL);

  private static final int FEWEST_DIGITS = 7;
  private static final int FEWEST_LABELLED = 6;
  private static final int MOST_DIGITS = 15;

  /** North America's, and Brazil's with the area in brackets. */
  private static final Set<String> PRINTED =
      Set.of(
          "3-3-4",
          "3.3.4",
          "(3)3-4",
          "(3) 3-4",
          "(3) 3 4",
          "(3)-3-4",
          "(3)3.4",
          "(3) 3.4",
          "1-3-3-4",
          "1 (3) 3-4",
          "1.3.3.4",
          "1-3.3.4",
          "(2) 4-4",
          "(2) 5-4",
          "(2)5-4",
          "(2)4-4",
          "(2) 4 4",
          "(2) 5 4",
          "(2) 1 4-4");

  private static final Set<String> EXTENSIONS = Set.of("x", "ext", "extn", "extension");

  private final PhonePlans plans = new PhonePlans();

  @Override
  public void find(Reading reading) {
    NormalizedText text = reading.normalized();
    int next;
    for (int at = start(text, 0); at < text.text().length(); at = start(text, next)) {
      next = Math.max(at + 1, read(reading, at));
    }
  }

  /** Where the first digit stands, or a plus, a bracket or both right before it. */
  private static int start(NormalizedText normalized, int from) {
    String text = normalized.text();
    int digit = normalized.nextDigit(from);
    int start = digit;
    while (digit < text.length()
        && start > from
        && digit - start < 2
        && "+(".indexOf(text.charAt(start - 1)) >= 0
        && text.charAt(start - 1) != text.charAt(start)) {
      start--;
    }
    return start;
  }

  /** Reads the run that begins at an offset; one past it. */
  private int read(Reading reading, int start) {
    NumberRun run = NumberRun.at(reading.text(), start);
    if (run.end() <= start) {
      return start + 1;
    }
    boolean isOpened = isOpened(reading.text(), start, run.end());
    if (isOpened && reading.text().charAt(start) == '(') {
      return start + 1; // a sentence's bracket, round the number or more
    }
    boolean isLong = run.digits() > MOST_DIGITS;
    boolean isShort = run.digits() < FEWEST_LABELLED;
    if (!isLong
        && !isShort
        && isApart(reading.text(), run)
        && isOpen(reading, run)
        && isPhone(reading, run)) {
      boolean closes = isOpened && reading.text().startsWith(")", run.end());
      int end = closes ? run.end() + 1 : extensionEnd(reading, run.end());
      reading.add(RULE, start, end);
      return end;
    }
    if (reading.text().charAt(start) == '(') {
      return start + 1; // the bracket may be a sentence's and not the number's
    }
    return !isLong && !reading.isFree(start, run.end())
        ? Alphabet.DIGIT.runEnd(reading.text(), start + 1, 64)
        : run.end();
  }

  /** Whether a bracket is opened in a stretch that is not closed there. */
  private static boolean isOpened(String text, int start, int end) {
    int open = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      open = c == '(' ? open + 1 : c == ')' ? Math.max(0, open - 1) : open;
    }
    return open > 0;
  }

  /** What has a country's code is a phone number, also where it is somebody's reference. */
  private static boolean isOpen(Reading reading, NumberRun run) {
    return reading.text().charAt(run.start()) == '+'
        ? reading.isFreeButForReferences(run.start(), run.end())
        : reading.isFree(run.start(), run.end());
  }

  private static boolean isApart(String text, NumberRun run) {
    char before = run.start() > 0 ? text.charAt(run.start() - 1) : ' ';
    char after = run.end() < text.length() ? text.charAt(run.end()) : ' ';
    boolean continues = ".,:/-*".indexOf(before) >= 0 && Alphabet.DIGIT.at(text, run.start() - 2);
    boolean goesOn = ",:".indexOf(after) >= 0 && Alphabet.DIGIT.at(text, run.end() + 1);
    boolean bold = text.startsWith("**", run.start() - 2) && text.startsWith("**", run.end());
    boolean partOfMore = continues || goesOn;
    return bold
        || (!partOfMore
            && !Alphabet.ALPHANUMERIC.has(before)
            && "$_#\u00a3\u20ac^=%".indexOf(before == '=' ? ' ' : before) < 0
            && "%$\u00a3\u20ac_^*=".indexOf(after) < 0
            && (!Alphabet.LETTER.has(after) || after == 'x' || after == 'e'));
  }

  private boolean isPhone(Reading reading, NumberRun run) {
    String number = reading.text().substring(run.start(), run.end());
    boolean labelled = isLabelled(reading, run);
    if (number.startsWith("+") || number.startsWith("(+")) {
      return run.digits() >= FEWEST_DIGITS
          && ((labelled || isCalled(reading, run))
              ? plans.isPossible(number)
              : isInternational(number, run.groups() > 1));
    }
    if (labelled) {
      return run.digits() >= FEWEST_LABELLED;
    }
    if (run.digits() < FEWEST_DIGITS || isCounting(number)) {
      return false;
    }
    return isPrinted(number, run) || (isCalled(reading, run) && isSensible(number, run));
  }

  /** North America's plan is known well enough to ask for a number that it gives out. */
  private boolean isInternational(String number, boolean printed) {
    return (printed && !number.startsWith("+1") && !number.startsWith("(+1"))
        ? plans.isPossible(number)
        : plans.isValid(number);
  }

  /** 0123456789 and 1234567890 are how people write that a number stands here. */
  private static boolean isCounting(String number) {
    return "01234567890".contains(PhonePlans.digits(number));
  }

  private static boolean isLabelled(Reading reading, NumberRun run) {
    return Topic.PHONE.isIn(reading.labels().of(run.start()))
        || Topic.PHONE.isIn(reading.labels().saidOf(run.end()))
        || Topic.AFTER_PHONE.isIn(reading.labels().rightAfter(extensionEnd(reading, run.end())));
  }

  private static boolean isCalled(Reading reading, NumberRun run) {
    return Topic.CALL.isIn(reading.labels().of(run.start()));
  }

  /** Whether a number that somebody asks to call looks like one. */
  private boolean isSensible(String number, NumberRun run) {
    return run.groups() > 1 ? run.digits() <= 12 : plans.isNational(number);
  }

  private boolean isPrinted(String number, NumberRun run) {
    if (number.startsWith("00") && run.groups() >= 3) {
      return plans.isPossible("+" + number.substring(2));
    }
    if (number.startsWith("0")) {
      return isWithZero(number, run);
    }
    String shape = run.shape();
    if (shape.equals("3 3 4")) {
      return number.charAt(0) >= '2' && plans.isNational(number);
    }
    return PRINTED.contains(shape) && (shape.contains("(2") || isNorthAmerican(number));
  }

  /** Area and exchange begin with 2 to 9. */
  private static boolean isNorthAmerican(String number) {
    String digits = PhonePlans.digits(number);
    String national = digits.length() == 11 ? digits.substring(1) : digits;
    return national.charAt(0) >= '2' && national.charAt(3) >= '2';
  }

  /** Numbers with the zero of the trunk: 020 7946 0958, 06 12 34 56 78, 090-1234-5678. */
  private boolean isWithZero(String number, NumberRun run) {
    if (run.digits() < 9 || run.digits() > 12 || number.charAt(1) == '0') {
      return false;
    }
    String shape = run.shape();
    boolean grouped = run.groups() > 1 && shape.charAt(0) >= '2' && !shape.contains("(");
    return grouped ? plans.isNational(number) : run.groups() == 1 && plans.isMobile(number);
  }

  /** One past the extension that follows (x4587, ext. 12), or the number's own end. */
  private static int extensionEnd(Reading reading, int end) {
    String text = reading.text();
    int at = end;
    while (at < text.length() && at - end < 8 && " ,.:#".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int word = at;
    while (at < text.length() && at - word < 10 && Alphabet.LETTER.has(text.charAt(at))) {
      at++;
    }
    boolean known = at > word && EXTENSIONS.contains(text.substring(word, at));
    while (known && at < text.length() && " .:#".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int last = Alphabet.DIGIT.runEnd(text, at, 7);
    return known && last > at && last - at <= 6 ? last : end;
  }
}
