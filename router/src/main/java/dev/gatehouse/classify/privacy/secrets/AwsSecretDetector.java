package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Randomness;
import dev.gatehouse.classify.privacy.text.Rule;

/** AWS secret access keys: 40 characters of base64 in a text that has an access key id as well. */
final class AwsSecretDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-aws-secret-key");

  private static final int LENGTH = 40;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    if (!text.contains("AKIA") && !text.contains("ASIA")) {
      return;
    }
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int end = runEnd(text, i);
      next = end == i ? i + 1 : end;
      if (end - i == LENGTH && isMixed(text, i, end)) {
        matches.add(normalized, RULE, i, end);
      }
    }
  }

  private static int runEnd(String text, int start) {
    int end = start;
    while (Alphabet.BASE64.at(text, end) && text.charAt(end) != '=') {
      end++;
    }
    return end;
  }

  private static boolean isMixed(String text, int start, int end) {
    return Randomness.entropy(text, start, end) > 3.5 && !isHex(text, start, end);
  }

  private static boolean isHex(String text, int start, int end) {
    return Alphabet.HEX.runEnd(text, start, end - start) == end;
  }
}
