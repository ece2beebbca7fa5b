package dev.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StaysLocalTest {

  @Test
  void whatCannotBeRedactedSaysWhyAndOffersNothing() {
    StaysLocal found = StaysLocal.unredactable("a value has no place");

    assertThat(found.why()).isEqualTo("it cannot be redacted: a value has no place");
    assertThat(found.remedy()).isEmpty();
  }

  @Test
  void privateTurnThatIsGoneIsNamedByItsClassesAndANewConversationHelps() {
    StaysLocal found =
        StaysLocal.privateTurnGone(List.of(PrivacyClass.PERSONAL, PrivacyClass.HEALTH));

    assertThat(found.why()).contains("counted as [PERSONAL, HEALTH]");
    assertThat(found.remedy().orElseThrow()).startsWith("begin a new conversation");
  }

  @Test
  void requestLikeAnEarlierTurnSaysSoAndANewConversationHelps() {
    StaysLocal found = StaysLocal.likeAnEarlierTurn();

    assertThat(found.why()).contains("an earlier turn that had to stay local");
    assertThat(found.remedy().orElseThrow()).contains("x-gatehouse-session");
  }
}
