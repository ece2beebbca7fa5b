package dev.gatehouse.classify.privacy.identifiers;

/**
 * What a labelled value looks like, separators left out. The label vouches for it, so no check
 * digit is asked for: a mistyped number is as private.
 *
 * @param shortest characters
 * @param longest characters
 * @param digits the least number of digits, masked ones among them; all where no letters are
 *     allowed
 * @param letters whether letters are allowed
 * @param reach characters that may stand between the label and the value
 */
record Form(int shortest, int longest, int digits, boolean letters, int reach) {

  private static final int FAR = 40;
  private static final int NEAR = 14;

  /** Of a label that says something of values which a finder of their own reads. */
  static final Form NONE = new Form(0, 0, 0, false, 0);

  /** Digits alone. */
  static Form digits(int shortest, int longest) {
    return new Form(shortest, longest, shortest, false, FAR);
  }

  /** Letters and digits. */
  static Form mixed(int shortest, int longest, int digits) {
    return new Form(shortest, longest, digits, true, FAR);
  }

  /** The same, close to its label: for labels that are everyday words too. */
  Form near() {
    return new Form(shortest, longest, digits, letters, NEAR);
  }

  /** Whether labels of this form vouch for nothing by themselves. */
  boolean isNone() {
    return longest == 0;
  }

  boolean accepts(int length, int digitCount) {
    return length >= shortest
        && length <= longest
        && digitCount >= digits
        && (letters || digitCount == length);
  }
}
