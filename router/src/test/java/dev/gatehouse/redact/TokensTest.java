package dev.gatehouse.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.classify.FindingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TokensTest {
  private static final PrivateValue ANN = new PrivateValue(FindingType.PERSON, "Ann Kern");
  private static final PrivateValue BOB = new PrivateValue(FindingType.PERSON, "Bob Kern");

  private final PseudonymKey key = new PseudonymKey(new byte[32]);
  private final Conversation conversation = Conversation.named("app", "s-1");

  @Test
  void tokenThatStandsInTheRequestIsNotGiven() {
    String first = tokens("", ANN).of(ANN);
    String second = tokens("so " + first + " wrote", ANN).of(ANN);
    String third = tokens(first + second, ANN).of(ANN);

    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(tokens(first.substring(1) + " " + first.toLowerCase(Locale.ROOT), ANN).of(ANN))
        .isEqualTo(first);
  }

  @Test
  void tokenThatIsTakenIsTheOneValuesAlone() {
    String ann = tokens("", ANN, BOB).of(ANN);
    String bob = tokens("", ANN, BOB).of(BOB);

    Tokens again = tokens("before " + ann + " after", ANN, BOB);

    assertThat(again.of(ANN)).isNotIn(ann, bob);
    assertThat(again.of(BOB)).isEqualTo(bob);
    assertThat(again.pseudonyms()).extracting(Pseudonym::value).contains("Ann Kern", "Bob Kern");
  }

  @Test
  void requestThatHoldsEveryTokenOfAValueIsNotRedacted() {
    List<String> tried = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      tried.add(tokens(String.join(" ", tried), ANN).of(ANN));
    }

    assertThatThrownBy(() -> tokens(String.join(" ", tried), ANN))
        .isInstanceOf(NotRedactableException.class)
        .hasMessageContaining("no free token");
  }

  @Test
  void valueWrittenAlikeHasOneTokenOfItsFirstKind() {
    PrivateValue place = new PrivateValue(FindingType.LOCATION, "Ann Kern");

    Tokens tokens = tokens("", ANN, place);

    assertThat(tokens.of(place)).isEqualTo(tokens.of(ANN)).startsWith("Person");
    assertThat(tokens.pseudonyms()).hasSize(1);
  }

  private Tokens tokens(String request, PrivateValue... values) {
    return new Tokens(key, conversation, request, List.of(values));
  }
}
