package dev.gatehouse.classify.privacy.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.PrivacyScans;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductNamesTest {

  private static final LexicalPrivacyClassifier SCAN = new LexicalPrivacyClassifier();

  private static final String USER =
      " The user is Petra Kaltenbrunner, Siemensstr. 4, phone 0561 99887766.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You are Claude, made by Anthropic. | Claude",
        "You are Claude, made by Anthropic. Claude answers in German. | Claude",
        "You are Claude, an LLM of the bakery. | Claude",
        "You are Alexa, a chatbot of the bakery. | Alexa",
        "Answer as ChatGPT of OpenAI would, or Claude Sonnet. | Claude Sonnet",
        "Prefer Mistral Large over Claude 4 for this. | Mistral Large",
        "You are Claude, a customer support bot for a bakery. | Claude",
        "Du bist Claude, ein Sprachmodell von Anthropic. | Claude",
        "We use Google and Microsoft. | Google",
        "We use Google and Microsoft. | Microsoft"
      })
  void aProductBesideAPrivatePersonIsNobody(String text, String product) {
    List<String> raised = raised(text + USER);

    assertThat(raised).contains("PERSON=Petra Kaltenbrunner");
    assertThat(raised).noneMatch(each -> each.endsWith("=" + product));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My neighbour Claude Martin has diabetes and lives at Lindenweg 5. | Claude Martin",
        "My neighbour Claude Martin asks ChatGPT every day. He lives at Lindenweg 5. | Claude Martin",
        "My wife Alexa is in hospital, her phone is 0561 99887766. | Alexa",
        "Dear Claude, please call Petra Kaltenbrunner at 0561 99887766. | Claude",
        "Dear Mr Kafka, your rent is overdue, call me at 0561 99887766. | Kafka",
        "My tenant Harvey Slack has not paid. Call him at 0561 99887766. | Harvey Slack",
        "Patient Julius Hetzner was admitted with chest pain. | Julius Hetzner",
        "My colleague Julius and the AI chatbot: he copied my work. Write to Julius. | Julius",
        "Our neighbour Gemma Scala was in hospital, phone 0561 99887766. | Gemma Scala",
        "Patient: Claude Small, born 14.03.1987, phone 0561 99887766. | Claude Small",
        "My son Jasper has asthma and our doctor is Emma Watson-Kern, 0561 99887766. | Jasper"
      })
  void aPersonOfTheSameNameIsFound(String text, String name) {
    assertThat(raised(text)).contains("PERSON=" + name);
  }

  private static List<String> raised(String text) {
    return SCAN.scan(JsonNodeFactory.instance.objectNode().put("content", text)).findings().stream()
        .filter(each -> each.privacyClass() == PrivacyClass.PERSONAL)
        .filter(
            each ->
                each.type() == FindingType.PERSON
                    || each.type() == FindingType.ORGANIZATION
                    || each.type() == FindingType.LOCATION)
        .map(each -> each.type() + "=" + PrivacyScans.covered(text, each))
        .toList();
  }
}
