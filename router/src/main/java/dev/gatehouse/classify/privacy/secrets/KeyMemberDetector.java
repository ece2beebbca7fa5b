package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.List;

/** The private members of JSON Web Keys (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1). */
final class KeyMemberDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-jwk");

  private static final List<String> MEMBERS = List.of("d", "k", "p", "q", "dp", "dq", "qi");
  private static final int MIN_LENGTH = 20;
  private static final int MAX_SPACE = 8;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    if (normalized.surroundings().siblings().contains("kty")
        && MEMBERS.contains(normalized.label())
        && isNumber(text, 0, text.length())) {
      matches.add(normalized, RULE, 0, text.length());
    }
    if (normalized.has('"') && text.contains("\"kty\"")) {
      MEMBERS.forEach(member -> detectMember(normalized, "\"" + member + "\"", matches));
    }
  }

  private static void detectMember(NormalizedText normalized, String name, Matches matches) {
    String text = normalized.text();
    for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length())) {
      int start = i + name.length();
      int limit = Math.min(text.length(), start + MAX_SPACE);
      while (start < limit && " :\t\n\"".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      int end = Alphabet.URL_SAFE.runEnd(text, start, Integer.MAX_VALUE);
      if (isNumber(text, start, end)) {
        matches.add(normalized, RULE, start, end);
      }
    }
  }

  private static boolean isNumber(String text, int start, int end) {
    return end - start >= MIN_LENGTH
        && Alphabet.URL_SAFE.runEnd(text, start, end - start) == end
        && !Placeholders.isKey(text, start, end);
  }
}
