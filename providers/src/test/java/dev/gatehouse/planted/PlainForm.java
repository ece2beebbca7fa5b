package dev.gatehouse.planted;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as a reader could make it out whatever stands between its characters: letters and digits
 * alone, in lower case, compatibility forms and look-alikes folded.
 */
public final class PlainForm {
  private static final String LOOK_ALIKES =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u03bf\u03b1\u0391\u0395\u039f";
  private static final String LATIN = "aeopcyxijsoaaeo";

  private PlainForm() {}

  /** The plain form of a text. */
  public static String of(String text) {
    String folded = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    String lower = folded.toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char each = lower.charAt(i);
      if (each < 0x80 ? isAsciiWord(each) : Character.isLetterOrDigit(each)) {
        plain.append(each < 0x80 ? each : latin(each));
      }
    }
    return plain.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(each -> each < 0x80);
  }

  private static boolean isAsciiWord(char each) {
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
  }

  private static char latin(char each) {
    int at = LOOK_ALIKES.indexOf(each);
    return at < 0 ? each : LATIN.charAt(at);
  }
}
