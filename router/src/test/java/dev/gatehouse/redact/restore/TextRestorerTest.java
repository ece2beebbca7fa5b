package dev.gatehouse.redact.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.redact.Pseudonym;
import dev.gatehouse.redact.Pseudonyms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One text, whole and in pieces. */
final class TextRestorerTest {
  private static final TokenMatcher MATCHER = new TokenMatcher(RandomAnswers.PSEUDONYMS);
  private static final NaiveRestorer NAIVE = new NaiveRestorer(RandomAnswers.PSEUDONYMS);

  private static String plain(String text) {
    return TextRestorer.whole(MATCHER, Script.Kind.PLAIN, text);
  }

  private static String json(String text) {
    return TextRestorer.whole(MATCHER, Script.Kind.JSON, text);
  }

  @Test
  void wholeTextIsRestoredByTheRule() {
    for (int seed = 0; seed < 20_000; seed++) {
      String text = new RandomAnswers(seed).text();

      assertThat(plain(text)).as(text).isEqualTo(NAIVE.restore(text));
    }
  }

  @Test
  void jsonTextStaysJsonAndSaysTheValues() {
    for (int seed = 0; seed < 20_000; seed++) {
      String text = new RandomAnswers(seed).json();

      assertThat(NaiveRestorer.read(json(text))).as(text).isEqualTo(NAIVE.restoreJson(text));
    }
  }

  @Test
  void piecesAreRestoredAsTheWholeIs() {
    for (int seed = 0; seed < 20_000; seed++) {
      RandomAnswers answers = new RandomAnswers(seed);
      Script.Kind kind = answers.chance() ? Script.Kind.PLAIN : Script.Kind.JSON;
      String text = answers.chance() ? answers.text() : answers.json();
      TextRestorer restorer = new TextRestorer(MATCHER, kind);

      StringBuilder restored = new StringBuilder();
      answers.pieces(text).forEach(piece -> restored.append(restorer.accept(piece)));
      restored.append(restorer.end());

      assertThat(restored.toString()).as(text).isEqualTo(TextRestorer.whole(MATCHER, kind, text));
    }
  }

  @Test
  void noMoreIsHeldBackThanTheLongestSpelling() {
    int longest = 3 * "GB33BUKB20201555555555".length();
    for (int seed = 0; seed < 5_000; seed++) {
      String text = new RandomAnswers(seed).text();
      TextRestorer restorer = new TextRestorer(MATCHER, Script.Kind.PLAIN);
      StringBuilder released = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        released.append(restorer.accept(text.substring(i, i + 1)));
        String seen = text.substring(0, i + 1);

        assertThat(plain(seen)).startsWith(released.toString());
        assertThat(plain(seen).length() - released.length()).isLessThanOrEqualTo(longest);
      }
    }
  }

  @Test
  void whatCannotBecomeATokenGoesOutAtOnce() {
    TextRestorer restorer = new TextRestorer(MATCHER, Script.Kind.PLAIN);

    assertThat(restorer.accept("Hello Pers")).isEqualTo("Hello ");
    assertThat(restorer.accept("o")).isEmpty();
    assertThat(restorer.accept("xP")).isEqualTo("Persox");
    assertThat(restorer.accept("erson7hk2m9qw!")).isEqualTo("Jun\\Li\n3rd!");
  }

  @Test
  void tokenThatNoOtherGoesOnFromIsRestoredWithItsLastCharacter() {
    TextRestorer restorer = new TextRestorer(MATCHER, Script.Kind.PLAIN);

    assertThat(restorer.accept("Org1a2b3c4")).isEmpty();
    assertThat(restorer.accept("d")).isEqualTo("Müller 😀 & Co");
  }

  @Test
  void longestTokenWins() {
    assertThat(plain("Person7hk2m9qxTwo")).isEqualTo("the longer one");
    assertThat(plain("Person7hk2m9qxTw")).isEqualTo("Zoë \"Zo\" O'HaraTw");
  }

  @Test
  void opaqueTokensStandBesideAnything() {
    assertThat(plain("xOrg1a2b3c4d7患者Org1a2b3c4dさんORG1A2B3C4D_org1a2b3c4d"))
        .isEqualTo("xMüller 😀 & Co7患者Müller 😀 & CoさんMüller 😀 & Co_Müller 😀 & Co");
    assertThat(plain("oRG1a2b3c4d")).isEqualTo("oRG1a2b3c4d");
  }

  @Test
  void numbersThatOtherDigitsTouchAreOtherNumbers() {
    assertThat(plain("15555341244441115 55553412444411150"))
        .isEqualTo("15555341244441115 55553412444411150");
    assertThat(plain("No5555341244441115x")).isEqualTo("No4012 8888 8888 1881x");
    assertThat(plain("2031-04-17T09:00 2031-04-171")).isEqualTo("1984-02-29T09:00 2031-04-171");
  }

  @Test
  void addressesThatLettersTouchAreOtherAddresses() {
    assertThat(plain("akq7w2x.p4n8@mail.example kq7w2x.p4n8@mail.examples"))
        .isEqualTo("akq7w2x.p4n8@mail.example kq7w2x.p4n8@mail.examples");
    assertThat(plain("<kq7w2x.p4n8@mail.example>.")).isEqualTo("<zoe@ohara.invalid>.");
  }

  @Test
  void numbersAreFoundHoweverTheyAreParted() {
    assertThat(plain("+1 (415) 555-0142, 1-415-555-0142, 5555 3412.4444-1115"))
        .isEqualTo("+49 (30) 901820-17, +49 (30) 901820-17, 4012 8888 8888 1881");
    assertThat(plain("GB33 BUKB 2020 1555 5555 55")).isEqualTo("DE89 3704 0044 0532 0130 00");
    assertThat(plain("20310417 203 0 113 77")).isEqualTo("20310417 203 0 113 77");
  }

  @Test
  void spellingOfTwoTokensIsNeithers() {
    TokenMatcher matcher =
        new TokenMatcher(
            new Pseudonyms(
                List.of(
                    new Pseudonym("PersonAbcd1234", "Ann"),
                    new Pseudonym("PersonaBcd1234", "Bea"),
                    new Pseudonym("555-0142-777", "one"),
                    new Pseudonym("5550-142-777", "two"))));

    String restored =
        TextRestorer.whole(
            matcher,
            Script.Kind.PLAIN,
            "PersonAbcd1234 PersonaBcd1234 personabcd1234 555-0142-777 5550142777");

    assertThat(restored).isEqualTo("Ann Bea personabcd1234 one 5550142777");
  }

  @Test
  void forgedAndForeignTokensStayAsTheyAre() {
    String text = "Person8zz1y0ab Org1a2b3c4e +14155550143 PLACE-4f8s2d6b";

    assertThat(plain(text)).isEqualTo(text);
  }

  @Test
  void restoredValueIsNotRestoredAgain() {
    TokenMatcher matcher =
        new TokenMatcher(
            new Pseudonyms(
                List.of(
                    new Pseudonym("PersonAbcd1234", "PersonEfgh5678"),
                    new Pseudonym("PersonEfgh5678", "Bea"))));

    assertThat(TextRestorer.whole(matcher, Script.Kind.PLAIN, "PersonAbcd1234"))
        .isEqualTo("PersonEfgh5678");
  }

  @Test
  void argumentsAreSplitInTheMiddleOfAnEscape() {
    TextRestorer restorer = new TextRestorer(MATCHER, Script.Kind.JSON);

    String restored =
        restorer.accept("{\"to\":\"\\")
            + restorer.accept("nkq7w2x.p4n8\\u00")
            + restorer.accept("40mail.example\\")
            + restorer.accept("\"Org1a2b3c4d\"}")
            + restorer.end();

    assertThat(restored).isEqualTo("{\"to\":\"\\nzoe@ohara.invalid\\\"Müller 😀 & Co\"}");
  }

  @Test
  void escapeIsNotTakenForTheBeginningOfAToken() {
    TokenMatcher matcher =
        new TokenMatcher(new Pseudonyms(List.of(new Pseudonym("nameAbcd1234", "Ann"))));

    String restored = TextRestorer.whole(matcher, Script.Kind.JSON, "{\"x\":\"\\nameAbcd1234\"}");

    assertThat(restored).isEqualTo("{\"x\":\"\\nameAbcd1234\"}");
  }

  @Test
  void numberInArgumentsBecomesAStringWhereItsValueIsNone() {
    assertThat(json("{\"card\":5555341244441115,\"n\":[20260142]}"))
        .isEqualTo("{\"card\":\"4012 8888 8888 1881\",\"n\":[7]}");
  }
}
