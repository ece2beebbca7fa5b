package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.AsciiSet;
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
          new Mark(
              Rule.secret("secret-entra-secret"),
              "Q~",
              new Run(Alphabet.UNRESERVED, 4, 4),
              new Run(Alphabet.UNRESERVED, 31, 34)),
          new Mark(
              Rule.secret("secret-facebook-app-token"),
              "|",
              new Run(Alphabet.DIGIT, 15, 16),
              new Run(Alphabet.URL_SAFE, 27, 40)),
          new Mark(
              Rule.secret("secret-mailchimp-key"),
              "-us",
              new Run(Alphabet.LOWER_HEX, 32, 32),
              new Run(Alphabet.DIGIT, 1, 2)),
          new Mark(
              Rule.secret("secret-terraform-token"),
              ".atlasv1.",
              new Run(Alphabet.ALPHANUMERIC, 14, 14),
              new Run(Alphabet.URL_SAFE, 60, 70)),
          new Mark(
              Rule.secret("secret-maxmind-key"),
              "_mmk",
              new Run(Alphabet.URL_SAFE, 36, 36),
              new Run(Alphabet.DIGIT, 0, 0)),
          new Mark(
              Rule.secret("secret-firebase-server-key"),
              ":APA91b",
              new Run(Alphabet.URL_SAFE, 8, 30),
              new Run(Alphabet.URL_SAFE, 40, 200)),
          new Mark(
              Rule.secret("secret-openai-key"),
              "T3BlbkFJ",
              new Run(Alphabet.URL_SAFE, 20, 90),
              new Run(Alphabet.URL_SAFE, 20, 90)),
          new Mark(
              Rule.secret("secret-azure-sas"),
              "sig=",
              new Run(Alphabet.DIGIT, 0, 0),
              new Run(Alphabet.CRYPT, 43, 90)));

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    for (Mark mark : MARKS) {
      if (normalized.hasAll(mark.characters())) {
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
  private record Mark(Rule rule, String text, AsciiSet characters, Run before, Run after) {
    Mark(Rule rule, String text, Run before, Run after) {
      this(rule, text, AsciiSet.of(text), before, after);
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
