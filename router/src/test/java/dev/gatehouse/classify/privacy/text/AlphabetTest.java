package dev.gatehouse.classify.privacy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AlphabetTest {

  @Test
  void findsEveryRunThatIsLongEnoughFromItsBeginning() {
    Random random = new Random(5);

    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int unit = random.nextInt(40); unit > 0; unit--) {
        text.append("12 ".charAt(random.nextInt(3)));
      }
      int from = random.nextInt(text.length() + 1);
      int least = 1 + random.nextInt(6);

      assertThat(Alphabet.DIGIT.nextRun(text.toString(), from, least))
          .as("'%s' from %d, %d long", text, from, least)
          .isEqualTo(firstRun(text.toString(), from, least));
    }
  }

  private static int firstRun(String text, int from, int least) {
    for (int at = from; at < text.length(); at++) {
      if (Alphabet.DIGIT.runEnd(text, at, least) - at == least) {
        return at;
      }
    }
    return text.length();
  }

  @Test
  void knowsWhereDigitsAre() {
    String text = "a1".repeat(50) + " ".repeat(200) + "7 ";
    NormalizedText read = NormalizedText.of(text, Surroundings.NONE);

    assertThat(read.nextDigit(0)).isEqualTo(1);
    assertThat(read.nextDigit(1)).isEqualTo(1);
    assertThat(read.nextDigit(62)).isEqualTo(63);
    assertThat(read.nextDigit(64)).isEqualTo(65);
    assertThat(read.nextDigit(100)).isEqualTo(300);
    assertThat(read.nextDigit(301)).isEqualTo(text.length());
    assertThat(read.nextDigit(1_000)).isEqualTo(text.length());
    assertThat(NormalizedText.of("none", Surroundings.NONE).nextDigit(0)).isEqualTo(4);
  }
}
