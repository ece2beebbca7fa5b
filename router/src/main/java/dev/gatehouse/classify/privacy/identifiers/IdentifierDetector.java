package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.List;

/**
 * Everything that labels help to find. The finders run in the order of how sure they are, and each
 * leaves alone what an earlier one took: a date is no account, a labelled account no phone. A
 * single word without digit and key is not read at all.
 */
final class IdentifierDetector implements Detector {

  private final LabelTable labels = new LabelTable();

  private final List<Finder> finders =
      List.of(
          new MrzFinder(),
          new TokenFinder(),
          new PaymentHandleFinder(),
          new DateFinder(),
          new NetworkFinder(),
          new CardPartFinder(),
          new LabelledFinder(),
          new PrecedingFinder(),
          new BankCodeFinder(),
          new FormatFinder(IdFormats.all()),
          new CoordinateFinder(),
          new SexagesimalFinder(),
          new PhoneFinder(),
          new ExtensionFinder(),
          new AgeFinder(),
          new UsernameFinder(),
          new UrlFinder());

  @Override
  public void detect(NormalizedText text, Matches matches) {
    if (text.digits() == 0 && text.label().isEmpty() && isWord(text.text())) {
      return;
    }
    Reading reading = new Reading(text, matches, labels);
    for (Finder finder : finders) {
      finder.find(reading);
    }
  }

  /** As keys are, and values like "user", of which documents are full. */
  private static boolean isWord(String text) {
    return text.chars().allMatch(c -> c == '_' || c == '-' || Alphabet.ALPHANUMERIC.has((char) c));
  }
}
