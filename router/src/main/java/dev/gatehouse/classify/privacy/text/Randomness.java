package dev.gatehouse.classify.privacy.text;

/** Tells generated values from words. */
public final class Randomness {

  private Randomness() {}

  /** Whether a stretch has a digit or mixes upper and lower case, as words with dashes do not. */
  public static boolean looksGenerated(String text, int start, int end) {
    boolean upper = false;
    boolean lower = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Alphabet.DIGIT.has(c)) {
        return true;
      }
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
    }
    return upper && lower;
  }

  /** Shannon entropy of the characters of a stretch, in bits a character. */
  public static double entropy(String text, int start, int end) {
    int[] counts = new int[128];
    for (int i = start; i < end; i++) {
      counts[text.charAt(i) & 127]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / (end - start);
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
