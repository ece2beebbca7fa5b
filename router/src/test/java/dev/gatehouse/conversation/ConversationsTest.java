package dev.gatehouse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConversationsTest {
  private static final String SYSTEM = "You are a helpful clerk.";
  private static final String EXAMPLE = "An example question that every request carries.";
  private static final String PRIVATE = "My card is 4111 1111 1111 1111.";
  private static final String ANSWER = "Thank you, I have noted the number for the order.";
  private static final String THIS = "This is what the shop sends you next week.";
  private static final String GO_ON = "Go on, please.";
  private static final Speaker APP = new Speaker(Optional.of("app"), Optional.empty());

  private final LexicalPrivacyClassifier classifier = new LexicalPrivacyClassifier();
  private final Conversations conversations = new Conversations();

  @Test
  void aConversationStaysPrivateWhenItsPrivateTurnIsNoLongerSent() {
    remember(APP, PRIVATE, ANSWER, "And now?");

    InheritedPrivacy later = conversations.of(APP, chat(ANSWER, "And now?", THIS, GO_ON));

    assertThat(later)
        .isEqualTo(
            new InheritedPrivacy(Set.of(PrivacyClass.FINANCIAL), PrivacyTreatment.LOCAL_ONLY));
  }

  @Test
  void whatStandsBeforeThePrivateTurnSaysNothingOfOtherConversations() {
    remember(APP, SYSTEM, EXAMPLE, "An example answer.", PRIVATE, ANSWER, "And now?");

    assertThat(conversations.of(APP, chat(SYSTEM, EXAMPLE, "An example answer.", "Hello!")))
        .isEqualTo(InheritedPrivacy.NONE);
  }

  @Test
  void aPrivateSystemPromptMakesNoOtherConversationPrivate() {
    remember(
        APP,
        SYSTEM + " The key is ghp_" + "x7Kq2mZp9Lr4TbWc6VnYd8HsJf3GaEu5RtQi",
        EXAMPLE,
        ANSWER,
        "And now, what else is there?");

    assertThat(conversations.of(APP, chat(EXAMPLE, ANSWER, "And now, what else is there?")))
        .isEqualTo(InheritedPrivacy.NONE);
  }

  @Test
  void oneTurnInCommonSaysNothing() {
    remember(APP, PRIVATE, "ok", "yes");

    assertThat(conversations.of(APP, chat("What is the time?", "yes", "ok")))
        .isEqualTo(InheritedPrivacy.NONE);
  }

  @Test
  void anotherKeysConversationIsAnother() {
    remember(APP, PRIVATE, ANSWER, "And now?");

    Speaker other = new Speaker(Optional.of("other"), Optional.empty());
    assertThat(conversations.of(other, chat(ANSWER, "And now?"))).isEqualTo(InheritedPrivacy.NONE);
  }

  @Test
  void aNamedSessionStaysPrivateWhateverIsSent() {
    Speaker session = new Speaker(Optional.of("app"), Optional.of("s-1"));
    remember(session, PRIVATE);

    assertThat(conversations.of(session, chat("Something else.")).classes())
        .containsExactly(PrivacyClass.FINANCIAL);
    assertThat(conversations.of(APP, chat("Something else."))).isEqualTo(InheritedPrivacy.NONE);
    Speaker sameNameElsewhere = new Speaker(Optional.of("other"), Optional.of("s-1"));
    assertThat(conversations.of(sameNameElsewhere, chat("Something else.")))
        .isEqualTo(InheritedPrivacy.NONE);
  }

  @Test
  void whatWasInheritedIsHandedOn() {
    remember(APP, PRIVATE, ANSWER, "And now?");
    ChatRequest second = chat(ANSWER, "And now?", THIS, GO_ON);
    InheritedPrivacy inherited = conversations.of(APP, second);
    PrivacyReport report = classifier.scan(second.body().tree()).joinedWith(inherited.classes());

    conversations.remember(APP, second, report, inherited.treatment());

    assertThat(conversations.of(APP, chat(THIS, GO_ON, "That.", "More.")).classes())
        .containsExactly(PrivacyClass.FINANCIAL);
  }

  @Test
  void aHarmlessConversationIsNotRemembered() {
    ChatRequest request = chat("Hello!", "Hello.", "How are you?");
    conversations.remember(
        APP, request, classifier.scan(request.body().tree()), PrivacyTreatment.CLOUD_OK);

    assertThat(conversations.of(APP, request)).isEqualTo(InheritedPrivacy.NONE);
  }

  private void remember(Speaker speaker, String... turns) {
    ChatRequest request = chat(turns);
    conversations.remember(
        speaker, request, classifier.scan(request.body().tree()), PrivacyTreatment.LOCAL_ONLY);
  }

  private static ChatRequest chat(String... turns) {
    ObjectNode body = Json.object().put("model", "auto");
    ArrayNode messages = body.putArray("messages");
    for (int i = 0; i < turns.length; i++) {
      boolean system = turns[i].startsWith(SYSTEM);
      String role = system ? "system" : i % 2 == 0 ? "user" : "assistant";
      messages.addObject().put("role", role).put("content", turns[i]);
    }
    return ChatCompletions.request(new JsonBody(Json.write(body), (JsonNode) body));
  }
}
