package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import java.util.Locale;

/** Web addresses (RFC 3986); somebody's where they hold the name of a user. */
final class UrlFinder implements Finder {

  private static final Rule URL = new Rule(FindingType.URL, "url", PrivacyClass.INTERNAL);
  private static final Rule OF_A_USER =
      new Rule(FindingType.URL, "url-of-user", PrivacyClass.PERSONAL);

  private static final List<String> USER_MARKS =
      List.of(
          "linkedin.com/in/",
          "facebook.com/profile",
          "instagram.com/",
          "t.me/",
          "?user=",
          "&user=",
          "?username=",
          "&username=",
          "?email=",
          "&email=",
          "?login=",
          "&login=",
          "venmo.com/u/",
          "paypal.me/");

  private static final int LONGEST = 2_000;

  @Override
  public void find(Reading reading) {
    if (!reading.normalized().has(':')) {
      return;
    }
    String text = reading.text();
    int at = text.indexOf("://");
    while (at >= 0) {
      int start = schemeStart(text, at);
      int end = end(text, at + 3);
      if (start < at && end > at + 4) {
        reading.note(isOfAUser(text.substring(start, end)) ? OF_A_USER : URL, start, end);
      }
      at = text.indexOf("://", Math.max(at + 3, end));
    }
  }

  private static int schemeStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < 10 && Alphabet.LETTER.has(text.charAt(start - 1))) {
      start--;
    }
    String scheme = text.substring(start, at).toLowerCase(Locale.ROOT);
    return List.of("http", "https", "ftp", "ftps", "sftp").contains(scheme) ? start : at;
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < LONGEST && isPart(text.charAt(end))) {
      end++;
    }
    while (end > from && ".,;:!?)'*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return c < 0x80 ? c > ' ' && "<>\"{}|\\^`".indexOf(c) < 0 : Character.isLetterOrDigit(c);
  }

  private static boolean isOfAUser(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return USER_MARKS.stream().anyMatch(lower::contains);
  }
}
