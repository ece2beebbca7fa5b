package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.Locale;
import java.util.Set;

/** India's payment addresses, which look like e-mail without a domain: name@okhdfcbank (NPCI). */
final class PaymentHandleFinder implements Finder {

  private static final Rule RULE =
      new Rule(FindingType.BANK_ACCOUNT, "upi", PrivacyClass.FINANCIAL);

  /** The part after the sign, of the larger banks and payment apps as NPCI lists them. */
  private static final Set<String> PROVIDERS =
      Set.of(
          ("upi ybl ibl axl okaxis oksbi okhdfcbank okicici paytm ptyes ptaxis pthdfc ptsbi apl yapl rapl"
                  + " icici hdfcbank sbi axisbank kotak indus yesbank idfcbank federal barodampay pnb cnrb"
                  + " unionbank uboi aubank rbl dbs hsbc citi citigold sc freecharge jupiteraxis waaxis waicici"
                  + " wahdfcbank wasbi ikwik timecosmos tapicici sliceaxis superyes airtel jio postbank")
              .split(" "));

  private static final int LONGEST = 64;

  @Override
  public void find(Reading reading) {
    String text = reading.text();
    if (!reading.normalized().has('@')) {
      return;
    }
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int end = Alphabet.LETTER.runEnd(text, at + 1, LONGEST);
      int start = start(text, at);
      boolean whole = !Alphabet.DIGIT.at(text, end) && !isDomain(text, end);
      if (at - start >= 3
          && whole
          && PROVIDERS.contains(text.substring(at + 1, end).toLowerCase(Locale.ROOT))
          && reading.isFree(start, end)) {
        reading.add(RULE, start, end);
      }
    }
  }

  private static int start(String text, int at) {
    int start = at;
    while (start > 0
        && at - start < LONGEST
        && (Alphabet.ALPHANUMERIC.has(text.charAt(start - 1))
            || ".-_".indexOf(text.charAt(start - 1)) >= 0)) {
      start--;
    }
    return start;
  }

  private static boolean isDomain(String text, int end) {
    return end + 1 < text.length()
        && ".-_".indexOf(text.charAt(end)) >= 0
        && Alphabet.ALPHANUMERIC.at(text, end + 1);
  }
}
