package dev.gatehouse.classify.privacy.text;

/**
 * Letters of other scripts that look like Latin letters (of Unicode's UTS #39, those that are drawn
 * alike), put back to Latin where a word mixes scripts or stands in an otherwise Latin address. A
 * word wholly in its own script stays what it is.
 */
final class Confusables {

  /** A letter of another script and the Latin letter that it looks like, in turn. */
  private static final String LOOK_ALIKES =
      // Cyrillic
      "АAВBСCЕEНHІIЈJКKМMОOРPЅSТTХXУYԌGԚQԜWЗ3аaсcеeһhіiјjкkоoрpѕsтtхxуyԁdԛqԝwѵvѴVгrпnвbмmнhӏlӀIүyҮYԍg"
          // Greek
          + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaγyιiκkνvοoρpτtυuχxϲcϹCϳjηn"
          // Armenian
          + "ՍUՏSօoսuոnհhցgզqԼLՕOքp"
          // Cherokee
          + "ᎠDᎡRᎢTᎥiᎩYᎪAᎫJᎬEᎳWᎷMᎻHᎽYᏀGᏂhᏃZᏎ4ᏏbᏒRᏔWᏕSᏙVᏚSᏞLᏟCᏢPᏦKᏧdᏮ6ᏴBᏳG"
          // Lisu and Coptic
          + "ꓐBꓑPꓓDꓔTꓖGꓗKꓙJꓚCꓜZꓝFꓟMꓠNꓡLꓢSꓣRꓦVꓧHꓪWꓫXꓬYꓮAꓰEꓲIꓳOꓴUⲟoⲞOⲣpⲢPⲥcⲤC"
          // Latin letters of phonetic alphabets
          + "ɑaɡgɩiʏY";

  /** What looks like a digit among digits. */
  private static final String DIGIT_ALIKES = "О0о0Ο0ο0З3І1і1Ӏ1ӏ1Ι1ι1օ0Օ0б6";

  private static final char[] LATIN = table(LOOK_ALIKES);
  private static final char[] DIGITS = table(DIGIT_ALIKES);

  private Confusables() {}

  private static char[] table(String pairs) {
    char[] table = new char[0xA500];
    for (int i = 0; i < pairs.length(); i += 2) {
      table[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
    return table;
  }

  /** Whether a character may be one; false is certain. */
  static boolean mayBe(int codePoint) {
    return codePoint >= 0x250 && codePoint < LATIN.length && LATIN[codePoint] != 0;
  }

  /** Folds every token of a text, in place. */
  static void fold(OffsetMap text) {
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = at + 1;
      if (isPart(text.unit(at))) {
        while (end < text.length() && isPart(text.unit(end))) {
          end++;
        }
        foldToken(text, at, end);
      }
    }
  }

  /** Letters and digits, and what joins them in addresses and names of accounts. */
  private static boolean isPart(char c) {
    return c < 0x80
        ? Alphabet.URL_SAFE.has(c) || c == '@' || c == '.' || c == '+'
        : Character.isLetterOrDigit(c);
  }

  private static void foldToken(OffsetMap text, int start, int end) {
    boolean address = false;
    for (int i = start; i < end; i++) {
      address |= text.unit(i) == '@';
    }
    int wordEnd;
    for (int at = start; at < end; at = wordEnd) {
      wordEnd = at;
      while (wordEnd < end && Character.isLetterOrDigit(text.unit(wordEnd))) {
        wordEnd++;
      }
      foldWord(text, at, wordEnd, address);
      wordEnd = Math.max(wordEnd, at + 1);
    }
  }

  private static void foldWord(OffsetMap text, int start, int end, boolean address) {
    int latin = 0;
    int alike = 0;
    int digits = 0;
    for (int i = start; i < end; i++) {
      char c = text.unit(i);
      latin += Alphabet.LETTER.has(c) ? 1 : 0;
      digits += Alphabet.DIGIT.has(c) ? 1 : 0;
      alike += mayBe(c) ? 1 : 0;
    }
    if (alike == 0) {
      return;
    }
    if (latin > 0 || (address && alike + digits == end - start)) {
      replace(text, start, end, LATIN);
    } else if (digits * 2 > end - start) {
      replaceAmongDigits(text, start, end);
    }
  }

  private static void replace(OffsetMap text, int start, int end, char[] by) {
    for (int i = start; i < end; i++) {
      char c = text.unit(i);
      if (c >= 0x80 && c < by.length && by[c] != 0) {
        text.replace(i, by[c]);
      }
    }
  }

  private static void replaceAmongDigits(OffsetMap text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      boolean afterDigit = Alphabet.DIGIT.has(text.unit(i - 1));
      if (afterDigit && (i + 1 == end || Alphabet.DIGIT.has(text.unit(i + 1)))) {
        replace(text, i, i + 1, DIGITS);
      }
    }
  }
}
