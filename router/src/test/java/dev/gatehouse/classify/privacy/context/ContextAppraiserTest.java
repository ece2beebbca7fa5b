package dev.gatehouse.classify.privacy.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextAppraiserTest {

  private static final Appraiser BY_CONTEXT = Context.appraiser(PrivacyConfig.Names.CONTEXT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dear Ms Torvund, the heating in my flat is still broken. Kind regards, Pavel | Torvund
          My neighbour Ottilie Krass keeps parking in front of my garage, what can I say to her? | Ottilie Krass
          Schreib bitte eine Mail an meine Kollegin Wiebke Ahlers, sie hat morgen Geburtstag. | Wiebke Ahlers
          Mon voisin Aurélien Picot fait du bruit la nuit, comment lui écrire ? | Aurélien Picot
          Mi jefe Leandro Ibarra no me deja tomar vacaciones, ¿qué le digo? | Leandro Ibarra
          La mia vicina Ornella Zanchi si lamenta del cane, cosa le scrivo? | Ornella Zanchi
          Minha chefe Jacira Pontes me manda mensagem de noite, o que respondo? | Jacira Pontes
          Mijn buurvrouw Tineke Roos klaagt over de hond, wat schrijf ik haar? | Tineke Roos
          Napisz maila do mojej szefowej Jolanty Rybak, że jutro jestem chora. | Jolanty Rybak
          上司の古賀さんに明日休むとメールを書いてください。 | 古賀
          मेरे पड़ोसी दिनेश राठौर से शोर की शिकायत कैसे करूँ? | दिनेश राठौर
          """)
  void someoneTheWriterKnowsIsPrivate(String text, String name) {
    assertThat(classOf(BY_CONTEXT, text, name)).isEqualTo(PrivacyClass.PERSONAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who was Marie Curie and what did she discover? | Marie Curie
          Write a fantasy story about a knight called Sir Aldwyn who fears mice. | Sir Aldwyn
          Karla has 14 apples and gives half of them to Ivo. How many does she have left? | Karla
          Warum schrieb Friedrich Schiller den Tell, und welche Rolle spielt Gessler? | Gessler
          Écris un conte sur un ogre nommé Barnabouf qui aime les tulipes. | Barnabouf
          ¿Quién escribió Pedro Páramo y qué opinaba Borges de la novela? | Borges
          Spiega la filosofia di Giordano Bruno in parole semplici. | Giordano Bruno
          Em que ano Machado de Assis publicou o primeiro romance? | Machado de Assis
          Leg uit waarom Rembrandt failliet ging. | Rembrandt
          Streść Pana Tadeusza. Kim jest Jacek Soplica? | Jacek Soplica
          織田信長の政策について説明してください。 | 織田信長
          महात्मा गांधी ने असहयोग आंदोलन क्यों शुरू किया? | महात्मा गांधी
          """)
  void aPublicFigureAndACharacterAreNot(String text, String name) {
    assertThat(classOf(BY_CONTEXT, text, name)).isEqualTo(PrivacyClass.INTERNAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          You are a large language model made by Orbit Labs. You talk to Radka Svobodova. | Radka Svobodova
          You are an agent with access to mail. The current user is Odalys Ferrer. Be brief. | Odalys Ferrer
          Du bist ein Sprachmodell und hilfst im Büro von Herrn Eberwein. Antworte kurz. | Eberwein
          Tu es un modèle de langage. L'utilisateur est Gaspard Lemoine. | Gaspard Lemoine
          """)
  void whomAnAssistantServesIsPrivate(String text, String name) {
    assertThat(classOf(BY_CONTEXT, text, name)).isEqualTo(PrivacyClass.PERSONAL);
  }

  @Test
  void everyMentionOfANameIsOfOneClassAndABareNameFollowsTheFullOne() {
    String text =
        "Minutes: Ingeborg Vass presents the budget. Ingeborg will call the bank.\n"
            + "Dear Ingeborg Vass, my invoice is still open. Regards";

    var judged = judge(BY_CONTEXT, text, "Ingeborg Vass", "Ingeborg");

    assertThat(judged).hasSize(3);
    assertThat(judged)
        .extracting(match -> match.rule().privacyClass())
        .containsOnly(PrivacyClass.PERSONAL);
  }

  @Test
  void anUnknownNameBesideAPrivatePersonIsPrivateToo() {
    String text =
        "Dear Ms Torvund, my neighbour Ottilie Krass told me about the boiler. Birgit Holm"
            + " was there as well. Kind regards, Pavel";

    var judged = judge(BY_CONTEXT, text, "Torvund", "Ottilie Krass", "Birgit Holm");

    assertThat(judged)
        .extracting(match -> match.rule().privacyClass())
        .containsOnly(PrivacyClass.PERSONAL);
  }

  @Test
  void whereEveryNameIsTakenAPublicFigureIsPersonalToo() {
    Appraiser always = Context.appraiser(PrivacyConfig.Names.ALWAYS);

    assertThat(classOf(always, "Who was Marie Curie?", "Marie Curie"))
        .isEqualTo(PrivacyClass.PERSONAL);
  }

  @Test
  void aPrivatePersonsEmployerIsPersonalAndAnEmployerAloneIsNot() {
    String text = "My sister Runa Teig works at Bolder Paper and wants to leave. Advice please.";
    NormalizedText normalized = NormalizedText.of(text, Surroundings.NONE);
    Match employer = match(text, FindingType.ORGANIZATION, "Bolder Paper");

    var beside =
        BY_CONTEXT.appraise(
            normalized, List.of(match(text, FindingType.PERSON, "Runa Teig"), employer));
    var alone = BY_CONTEXT.appraise(normalized, List.of(employer));

    assertThat(beside.get(1).rule().privacyClass()).isEqualTo(PrivacyClass.PERSONAL);
    assertThat(alone.getFirst().rule().privacyClass()).isEqualTo(PrivacyClass.INTERNAL);
  }

  @Test
  void whatIsPrivateByItsFormKeepsItsClass() {
    String text = "Write a story in which Zeus has the number 4111 1111 1111 1111.";
    Match card =
        new Match(
            new Rule(FindingType.CREDIT_CARD, "card-luhn", PrivacyClass.FINANCIAL),
            text.indexOf("4111"),
            text.length() - 1);

    var judged =
        BY_CONTEXT.appraise(
            NormalizedText.of(text, Surroundings.NONE),
            List.of(match(text, FindingType.PERSON, "Zeus"), card));

    assertThat(judged).contains(card);
  }

  @Test
  void aTextWithoutNamesIsNotLookedAt() {
    var nothing = List.<Match>of();

    assertThat(
            BY_CONTEXT.appraise(NormalizedText.of("What is a monad?", Surroundings.NONE), nothing))
        .isSameAs(nothing);
  }

  @Test
  void aNameInARecordIsPrivateByTheKeysBesideIt() {
    var record = new Surroundings("customer_name", List.of("customer_name", "phone", "address"));
    NormalizedText text = NormalizedText.of("Torsten Uhl", record);

    var judged =
        BY_CONTEXT.appraise(text, List.of(match("Torsten Uhl", FindingType.PERSON, "Torsten Uhl")));

    assertThat(judged.getFirst().rule().privacyClass()).isEqualTo(PrivacyClass.PERSONAL);
  }

  private static PrivacyClass classOf(Appraiser appraiser, String text, String name) {
    return judge(appraiser, text, name).getFirst().rule().privacyClass();
  }

  /** All places of the names, longest name first, judged as names of people. */
  private static List<Match> judge(Appraiser appraiser, String text, String... names) {
    List<Match> found = new ArrayList<>();
    for (String name : names) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        int start = at;
        if (found.stream().noneMatch(match -> match.start() <= start && start < match.end())) {
          found.add(new Match(rule(FindingType.PERSON), at, at + name.length()));
        }
      }
    }
    return appraiser.appraise(NormalizedText.of(text, Surroundings.NONE), found);
  }

  private static Match match(String text, FindingType type, String value) {
    int start = text.indexOf(value);
    return new Match(rule(type), start, start + value.length());
  }

  private static Rule rule(FindingType type) {
    return new Rule(type, "name-model", PrivacyClass.INTERNAL);
  }
}
