package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import java.util.Locale;

/**
 * E-mail addresses: the part of RFC 5322 section 3.4.1 and RFC 6531 that people use: letters and
 * digits of any script, {@code . _ % + - '} and quoted local parts; domains with a dot and a last
 * label of letters. Addresses under example.com count as well. What follows the password of a URL
 * and git's own user are no address.
 */
final class EmailDetector implements Detector {

  private static final Rule RULE = new Rule(FindingType.EMAIL, "email", PrivacyClass.PERSONAL);

  /** An address that nobody reads is nobody's: programs sign with it. */
  private static final Rule UNREAD =
      new Rule(FindingType.EMAIL, "email-unread", PrivacyClass.INTERNAL);

  private static final List<String> UNREAD_NAMES =
      List.of("noreply", "no-reply", "donotreply", "do-not-reply");

  private static final int MAX_QUOTED = 64;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has('@')) {
      return;
    }
    String text = normalized.text();
    int earliest = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = localStart(text, earliest, at);
      int end = start < at && !isUrlUser(text, start) ? EmailDomain.end(text, at + 1) : -1;
      if (end > 0) {
        matches.add(normalized, isUnread(text.substring(start, at)) ? UNREAD : RULE, start, end);
      }
      earliest = Math.max(at + 1, end);
    }
  }

  private static boolean isUnread(String localPart) {
    return UNREAD_NAMES.contains(localPart.toLowerCase(Locale.ROOT));
  }

  /** Where the local part before {@code at} begins; {@code at} where there is none. */
  private static int localStart(String text, int earliest, int at) {
    if (at > earliest && text.charAt(at - 1) == '"') {
      return quotedStart(text, earliest, at);
    }
    int start = at;
    while (start > earliest && isLocal(text, start, at)) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    while (start < at && ".'-%".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static int quotedStart(String text, int earliest, int at) {
    int opening = text.lastIndexOf('"', at - 2);
    return opening >= earliest && at - opening <= MAX_QUOTED ? opening : at;
  }

  /** Whether the character before {@code index} can belong to the local part that ends at at. */
  private static boolean isLocal(String text, int index, int at) {
    int codePoint = text.codePointBefore(index);
    if (codePoint < 0x80) {
      return Alphabet.URL_SAFE.has((char) codePoint) || "._%+'".indexOf(codePoint) >= 0;
    }
    return EmailDomain.isWord(codePoint)
        && (!Scripts.isUnspaced(codePoint) || Scripts.isUnspaced(text.codePointBefore(at)));
  }

  /** Whether {@code start} is the password of a URL (scheme://user:) or the git user of one. */
  private static boolean isUrlUser(String text, int start) {
    if (text.startsWith("git@", start)) {
      return true;
    }
    int before = start - 1;
    if (before < 0 || text.charAt(before) != ':') {
      return false;
    }
    while (before > 0 && start - before < MAX_QUOTED && isUserCharacter(text.charAt(before - 1))) {
      before--;
    }
    return text.startsWith("://", before - 3);
  }

  private static boolean isUserCharacter(char c) {
    return Alphabet.URL_SAFE.has(c) || c == '.' || c == '%';
  }
}
