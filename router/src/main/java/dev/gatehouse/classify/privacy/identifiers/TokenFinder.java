package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Words;
import dev.gatehouse.config.PrivacyClass;

/** Long single words of letters and digits with a check: vehicles' numbers, wallets' addresses. */
final class TokenFinder implements Finder {

  private static final Rule VIN = new Rule(FindingType.VEHICLE, "vin", PrivacyClass.PERSONAL);
  private static final Rule WALLET =
      new Rule(FindingType.CRYPTO_WALLET, "crypto-wallet", PrivacyClass.FINANCIAL);

  private static final int VIN_LENGTH = 17;
  private static final int SHORTEST_WALLET = 26;
  private static final int LONGEST_WALLET = 64;
  private static final int ETHEREUM_LENGTH = 42;

  @Override
  public void find(Reading reading) {
    Words words = reading.normalized().words();
    for (int i = 0; i < words.count(); i++) {
      int length = words.end(i) - words.start(i);
      if (length == VIN_LENGTH) {
        report(reading, VIN, words, i, isVin(words.word(i)));
      } else if (length >= SHORTEST_WALLET && length <= LONGEST_WALLET) {
        report(reading, WALLET, words, i, isWallet(words.word(i)));
      }
    }
  }

  private static void report(Reading reading, Rule rule, Words words, int word, boolean found) {
    if (found && reading.isFree(words.start(word), words.end(word))) {
      reading.add(rule, words.start(word), words.end(word));
    }
  }

  private static boolean isVin(String word) {
    int digits = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Alphabet.UPPER_ALPHANUMERIC.has(c)) {
        return false;
      }
      digits += Alphabet.DIGIT.has(c) ? 1 : 0;
    }
    return digits >= 5 && digits <= 15 && IdFormats.isVin(word);
  }

  private static boolean isWallet(String word) {
    String start = word.substring(0, 2);
    if (start.equals("0x")) {
      return word.length() == ETHEREUM_LENGTH
          && Alphabet.HEX.runEnd(word, 2, 40) == ETHEREUM_LENGTH
          && !isSimple(word);
    }
    boolean bech32 =
        word.regionMatches(true, 0, "bc1", 0, 3) || word.regionMatches(true, 0, "ltc1", 0, 4);
    return bech32 ? Wallets.isBech32(word) : word.length() <= 36 && Wallets.isBase58Check(word);
  }

  /** Zero addresses and the like, which nobody has. */
  private static boolean isSimple(String word) {
    return word.chars().skip(2).distinct().count() < 6;
  }
}
