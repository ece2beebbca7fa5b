package dev.gatehouse.classify.privacy.text;

import java.util.Locale;

/**
 * Words with which people say digits and addresses, in English, German, French, Spanish, Italian,
 * Portuguese, Dutch and Polish.
 */
final class SpokenWords {

  static final int NONE = -1;
  static final int TRIPLE = 11;
  static final int AT = 12;
  static final int DOT = 13;
  static final int DASH = 14;
  static final int UNDERSCORE = 15;

  /** Words before an address that announce it. */
  static final int CUE = 16;

  private static final String[] MEANINGS = {
    "zero oh null zéro cero nul",
    "one eins un une uno um uma een één jeden",
    "two zwei zwo deux dos due dois duas twee dwa",
    "three drei trois tres tre três drie trzy",
    "four vier quatre cuatro quattro quatro cztery",
    "five fünf cinq cinco cinque vijf pięć",
    "six sechs seis sei zes sześć meia",
    "seven sieben sept siete sette sete zeven siedem",
    "eight acht huit ocho otto oito osiem",
    "nine neun neuf nueve nove negen dziewięć niner",
    "double doppel doble doppio duplo dubbel",
    "triple treble tripel",
    "at arroba chiocciola arobase klammeraffe małpa",
    "dot punkt point punto ponto punt kropka",
    "dash hyphen minus bindestrich tiret guion guión trattino hífen koppelteken myślnik",
    "underscore unterstrich",
    "email mail e-mail correo courriel posta poczta address adresse",
  };

  private static final int SIZE = 512;
  private static final int LONGEST = 12;
  private static final String[] WORDS = new String[SIZE];
  private static final byte[] CODES = new byte[SIZE];

  /** For each length the last five bits of the words' first letters, the same in either case. */
  private static final int[] FIRSTS = new int[LONGEST + 1];

  static {
    for (int code = 0; code < MEANINGS.length; code++) {
      for (String word : MEANINGS[code].split(" ", -1)) {
        int slot = slot(word, 0, word.length());
        while (WORDS[slot] != null) {
          slot = (slot + 1) % SIZE;
        }
        WORDS[slot] = word.toLowerCase(Locale.ROOT);
        FIRSTS[word.length()] |= 1 << word.charAt(0);
        CODES[slot] = (byte) code;
      }
    }
  }

  private SpokenWords() {}

  private static int slot(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      hash = hash * 31 + (c < 0x80 ? c | 0x20 : Character.toLowerCase(c));
    }
    return (hash ^ hash >>> 9) & (SIZE - 1);
  }

  /** 0 to 9 for a digit, or one of the constants. */
  static int code(String text, int start, int end) {
    int length = end - start;
    if (length == 1 && Alphabet.DIGIT.has(text.charAt(start))) {
      return text.charAt(start) - '0';
    }
    if (length < 2 || length > LONGEST || (FIRSTS[length] & 1 << text.charAt(start)) == 0) {
      return NONE;
    }
    for (int slot = slot(text, start, end); WORDS[slot] != null; slot = (slot + 1) % SIZE) {
      if (WORDS[slot].length() == length
          && text.regionMatches(true, start, WORDS[slot], 0, length)) {
        return CODES[slot];
      }
    }
    return NONE;
  }
}
