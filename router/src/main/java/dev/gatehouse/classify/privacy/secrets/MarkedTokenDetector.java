package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.List;

/** Keys that are known by a mark within them. */
final class MarkedTokenDetector implements Detector {

  /** Entra ID, Facebook's apps, Mailchimp, Terraform Cloud, MaxMind, Firebase, Azure's SAS. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark("entra-secret", "Q~", Alphabet.UNRESERVED, 4, 4, Alphabet.UNRESERVED, 31, 34),
          new Mark("facebook-app-token", "|", Alphabet.DIGIT, 15, 16, Alphabet.URL_SAFE, 27, 40),
          new Mark("mailchimp-key", "-us", Alphabet.LOWER_HEX, 32, 32, Alphabet.DIGIT, 1, 2),
          new Mark(
              "terraform-token",
              ".atlasv1.",
              Alphabet.ALPHANUMERIC,
              14,
              14,
              Alphabet.URL_SAFE,
              60,
              70),
          new Mark("maxmind-key", "_mmk", Alphabet.URL_SAFE, 36, 36, Alphabet.DIGIT, 0, 0),
          new Mark(
              "firebase-server-key",
              ":APA91b",
              Alphabet.URL_SAFE,
              8,
              30,
              Alphabet.URL_SAFE,
              40,
              200),
          new Mark("openai-key", "T3BlbkFJ", Alphabet.URL_SAFE, 20, 90, Alphabet.URL_SAFE, 20, 90),
          new Mark("azure-sas", "sig=", Alphabet.DIGIT, 0, 0, Alphabet.CRYPT, 43, 90));

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    for (Mark mark : MARKS) {
      if (mark.isPossible(normalized)) {
        detect(normalized, mark, matches);
      }
    }
  }

  private static void detect(NormalizedText normalized, Mark mark, Matches matches) {
    String text = normalized.text();
    int next = text.indexOf(mark.text());
    while (next >= 0) {
      int start = mark.start(text, next);
      int end = mark.end(text, next);
      if (start >= 0 && end >= 0 && !Placeholders.isKey(text, start, end)) {
        matches.add(normalized, mark.rule(), start, end);
      }
      next = text.indexOf(mark.text(), next + mark.text().length());
    }
  }

  /** What stands before and after a mark, by alphabet and length. */
  private record Mark(Rule rule, String text, Run before, Run after) {
    Mark(
        String rule,
        String text,
        Alphabet before,
        int minBefore,
        int maxBefore,
        Alphabet after,
        int minAfter,
        int maxAfter) {
      this(
          Rule.secret("secret-" + rule),
          text,
          new Run(before, minBefore, maxBefore),
          new Run(after, minAfter, maxAfter));
    }

    boolean isPossible(NormalizedText normalized) {
      return text.chars().allMatch(c -> normalized.has((char) c));
    }

    int start(String in, int at) {
      int start = at;
      while (at - start <= before.most() && before.alphabet().at(in, start - 1)) {
        start--;
      }
      return at - start >= before.least() && at - start <= before.most() ? start : -1;
    }

    int end(String in, int at) {
      int from = at + text.length();
      int end = after.alphabet().runEnd(in, from, after.most() + 1);
      return end - from >= after.least() && end - from <= after.most() ? end : -1;
    }
  }

  private record Run(Alphabet alphabet, int least, int most) {}
}
