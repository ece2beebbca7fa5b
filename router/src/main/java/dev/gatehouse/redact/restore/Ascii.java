package dev.gatehouse.redact.restore;

/** Characters that tokens are made of. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  static boolean isLetter(int character) {
    return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
  }

  static boolean isLetterOrDigit(int character) {
    return isDigit(character) || isLetter(character);
  }
}
