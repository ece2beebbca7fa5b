package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands round the places where neighbouring texts of one list meet, read as if nothing parted
 * them, for a value that is split over them. Every text is read at its ends alone, and a short one
 * once, so that it takes time in proportion to the texts.
 *
 * @param seams where texts meet in {@code text}
 * @param plain whether the list is one of strings, which are more often values of their own than
 *     parts of one text
 */
record TextSeams(String text, List<Integer> seams, boolean plain) {

  /** Units on each side of a seam, so that what a value is called stands in it. */
  private static final int MARGIN = 96;

  /** Units of the longest run without white space that is read whole beside a seam. */
  private static final int LONGEST_RUN = 400;

  /** Signs that keys, addresses and numbers hold, besides letters and digits. */
  private static final String SIGNS = "-_.@/+=:&%~";

  TextSeams {
    seams = List.copyOf(seams);
  }

  /** The seams of a list of strings, or of parts that have a text. */
  static List<TextSeams> of(JsonNode list) {
    if (list.size() < 2 || !list.isArray()) {
      return List.of();
    }
    Collector collector = new Collector(list.get(0).isTextual());
    list.forEach(
        part -> collector.add(part.isTextual() ? part.textValue() : part.path("text").asText("")));
    collector.close();
    return collector.found;
  }

  /** The seam that a value crosses, inside a word or a number of its; -1 if it crosses none. */
  int seamOf(Match match) {
    for (int seam : seams) {
      if (match.start() < seam && seam < match.end() && isInside(match.rule().type(), seam)) {
        return seam;
      }
    }
    return -1;
  }

  /** What stands before a seam, no more of it than a value's length. */
  String before(int seam) {
    return text.substring(Math.max(0, seam - LONGEST_RUN), seam);
  }

  /** What stands behind a seam, no more of it than a value's length. */
  String behind(int seam) {
    return text.substring(seam, Math.min(text.length(), seam + LONGEST_RUN));
  }

  /** Whether the next text goes on in the middle of a word or number, as no text begins. */
  boolean goesOn(int seam) {
    char next = text.charAt(seam);
    return !plain && (Character.isLowerCase(next) || Character.isDigit(next));
  }

  private boolean isInside(FindingType type, int seam) {
    char before = text.charAt(seam - 1);
    char next = text.charAt(seam);
    boolean words = Character.isLetter(before) && Character.isLetter(next);
    boolean digits = Character.isDigit(before) && Character.isDigit(next);
    return switch (type) {
      case SECRET, EMAIL, URL, USERNAME, IP_ADDRESS, MAC_ADDRESS, CRYPTO_WALLET ->
          isGlued(before, next);
      case IBAN, CREDIT_CARD, BANK_ACCOUNT, NATIONAL_ID, TAX_ID -> !plain || !digits;
      case PASSPORT, DRIVING_LICENCE, VEHICLE, EMPLOYEE_ID, MEDICAL_RECORD, INSURANCE_ID ->
          isGlued(before, next) && !(plain && digits);
      case PHONE, COORDINATES, DATE, DATE_OF_BIRTH, AGE, SALARY -> digits && !plain;
      case PERSON, TITLE, ORGANIZATION, LOCATION, NATIONALITY, ADDRESS ->
          words && (Character.isLowerCase(next) || Character.isUpperCase(before)) && isProse(seam);
      case CUSTOMER, HEALTH -> words;
      case UNSCANNABLE -> false;
    };
  }

  /** Whether one of the texts is more than a word. */
  private boolean isProse(int seam) {
    return !plain || text.lastIndexOf(' ', seam) >= 0;
  }

  private static boolean isGlued(char before, char next) {
    return isPart(before) && isPart(next);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
  }

  /** Joins the ends of texts. */
  private static final class Collector {
    private final List<TextSeams> found = new ArrayList<>();
    private final boolean plain;
    private StringBuilder joined = new StringBuilder();
    private List<Integer> seams = new ArrayList<>();

    Collector(boolean plain) {
      this.plain = plain;
    }

    void add(String text) {
      if (text.isBlank()) { // a blank part parts nothing
        return;
      }
      int head = headEnd(text);
      if (joined.isEmpty() || !mayBeOne(joined, text)) {
        close();
      } else {
        seams.add(joined.length());
        joined.append(text, 0, head);
        if (head == text.length()) {
          return;
        }
        close();
      }
      joined.append(text, tailStart(text), text.length());
    }

    void close() {
      if (!seams.isEmpty()) {
        found.add(new TextSeams(joined.toString(), seams, plain));
        seams = new ArrayList<>();
      }
      joined = new StringBuilder();
    }

    private boolean mayBeOne(CharSequence before, String next) {
      char last = before.charAt(before.length() - 1);
      char first = next.charAt(0);
      boolean sentences = plain && ".:".indexOf(last) >= 0 && Character.isUpperCase(first);
      return (isGlued(last, first) && !sentences) || (endsInDigit(before) && beginsWithDigit(next));
    }

    private static boolean endsInDigit(CharSequence text) {
      int at = text.length() - 1;
      return Character.isDigit(text.charAt(at))
          || (at > 0 && Character.isDigit(text.charAt(at - 1)));
    }

    private static boolean beginsWithDigit(String text) {
      return Character.isDigit(text.charAt(0))
          || (text.length() > 1 && Character.isDigit(text.charAt(1)));
    }

    /** One past the first units, whole where not much more stands there. */
    private static int headEnd(String text) {
      if (text.length() <= 2 * MARGIN) {
        return text.length();
      }
      int end = MARGIN;
      while (end < text.length() && end < LONGEST_RUN && text.charAt(end) > ' ') {
        end++;
      }
      return end;
    }

    private static int tailStart(String text) {
      int start = Math.max(0, text.length() - MARGIN);
      int lowest = Math.max(0, text.length() - LONGEST_RUN);
      while (start > lowest && text.charAt(start - 1) > ' ') {
        start--;
      }
      return start;
    }
  }
}
