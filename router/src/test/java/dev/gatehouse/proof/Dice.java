package dev.gatehouse.proof;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chance that can be had again from its seed. */
record Dice(RandomGenerator random) {
  static final String DIGITS = "0123456789";
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  static final String HEX = "0123456789abcdef";
  static final String WORD = UPPER + LOWER + DIGITS;

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> T oneOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** 0 to one less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  String some(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  String digits(int length) {
    return some(DIGITS, length);
  }

  /** A number of that many digits that begins with no zero. */
  String number(int length) {
    return some("123456789", 1) + digits(length - 1);
  }
}
