package dev.gatehouse.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Golden;
import dev.gatehouse.provider.langchain.Options;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What goes to Gemini, against golden texts, and what is refused. */
class GeminiRequestTest {
  private static final String FLASH_3 = "gemini-3-flash";
  private static final String PRO_3 = "gemini-3-pro";
  private static final String FLASH_2 = "gemini-2.5-flash";
  private static final String PRO_2 = "gemini-2.5-pro";

  private static final Message HI = user(new Part.Text("hi"));
  private static final Part.ToolCall CALL =
      new Part.ToolCall("call_1", "get_weather", "{\"city\":\"Rome\"}");
  private static final String PNG = "data:image/png;base64,iVBORw0KGgo=";
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"minLength\":2}}}";

  /** One request and the golden text of its body. */
  private record Case(String golden, String model, Asked asked) {
    @Override
    public String toString() {
      return golden;
    }
  }

  /** One request and the field that is to blame. */
  private record Refused(String field, String model, Asked asked) {
    @Override
    public String toString() {
      return field;
    }
  }

  static final List<Case> CONVERSATIONS =
      List.of(
          new Case(
              "system-in-the-middle",
              FLASH_3,
              Asked.of(
                  turn(Role.SYSTEM, new Part.Text("Be brief.")),
                  HI,
                  turn(Role.DEVELOPER, new Part.Text("Be kind.")),
                  assistant(new Part.Thinking("hm", "s"), new Part.Text("Hello.")),
                  user(new Part.Text(""), new Part.Text("more")))),
          new Case(
              "only-a-system-prompt", FLASH_3, Asked.of(turn(Role.SYSTEM, new Part.Text("x")))),
          new Case(
              "turns-of-one-role-are-one",
              FLASH_3,
              Asked.of(HI, user(new Part.Text("there")), assistant(new Part.Text("")), HI)),
          new Case(
              "media-inline",
              FLASH_3,
              Asked.of(
                  user(
                      new Part.Image(PNG, Optional.empty()),
                      new Part.Audio("UklGRg==", "wav"),
                      new Part.File(
                          Optional.empty(),
                          Optional.of("a.pdf"),
                          Optional.of("data:application/pdf;base64,JVBERi0="))))),
          new Case(
              "what-google-fetches-itself",
              FLASH_3,
              Asked.of(
                  user(
                      file("https://youtu.be/x"),
                      file("gs://bucket/a.pdf"),
                      file("https://generativelanguage.googleapis.com/v1beta/files/x")))),
          new Case(
              "calls-and-results",
              FLASH_3,
              Asked.of(
                  HI,
                  assistant(
                      new Part.ToolCall(
                          new ThoughtSignature("id1", "Ab+/=").packed(), "get_weather", "{}"),
                      CALL),
                  turn(
                      Role.TOOL,
                      Part.ToolResult.of(
                          new ThoughtSignature("id1", "Ab+/=").packed(), "{\"celsius\":18}")),
                  turn(Role.TOOL, Part.ToolResult.of("call_1", "warm")))),
          new Case(
              "a-result-that-failed",
              FLASH_2,
              Asked.of(
                  HI,
                  assistant(CALL),
                  turn(
                      Role.TOOL,
                      new Part.ToolResult(
                          "call_1", List.of(new Part.Text("no such city")), true)))),
          new Case(
              "a-result-with-an-image",
              FLASH_3,
              Asked.of(
                  HI,
                  assistant(CALL),
                  turn(
                      Role.TOOL,
                      new Part.ToolResult(
                          "call_1",
                          List.of(new Part.Text("see"), new Part.Image(PNG, Optional.empty())),
                          false)))));

  static final List<Case> OPTIONS =
      List.of(
          new Case(
              "sampling",
              FLASH_3,
              asked(
                  new Options()
                      .temperature(1.5)
                      .topP(0.9)
                      .topK(7)
                      .stop("a", "b", "c", "d", "\n")
                      .seed(42)
                      .penalties(0.5, -0.5)
                      .maxOutputTokens(99))),
          new Case("a-schema", FLASH_3, Asked.of("hi").with(schema())),
          new Case("a-json-object", FLASH_3, Asked.of("hi").with(new ResponseFormat.JsonObject())),
          new Case(
              "tools",
              FLASH_3,
              Asked.of("hi")
                  .with(
                      new ToolChoice.Required(),
                      Asked.weatherTool(),
                      new ToolSpec("now", Optional.empty(), Optional.empty(), false))),
          new Case(
              "no-calls", FLASH_3, Asked.of("hi").with(new ToolChoice.None(), Asked.weatherTool())),
          new Case("thinks-at-a-level", FLASH_3, asked(new Reasoning.Effort("minimal"))),
          new Case("the-lowest-level-of-a-large-model", PRO_3, asked(new Reasoning.Off())),
          new Case("thinks-hardest", PRO_3, asked(new Reasoning.Effort("xhigh"))),
          new Case("thinks-as-it-likes", FLASH_3, asked(new Reasoning.On())),
          new Case("thinks-within-a-budget", FLASH_2, asked(new Reasoning.Effort("medium"))),
          new Case("does-not-think", FLASH_2, asked(new Reasoning.Off())),
          new Case("the-least-budget-of-a-large-model", PRO_2, asked(new Reasoning.Off())),
          new Case("the-largest-budget", FLASH_2, asked(new Reasoning.Budget(99_999))));

  static final List<Refused> REFUSED =
      List.of(
          new Refused(
              "messages[0].content[0]",
              FLASH_3,
              Asked.of(turn(Role.SYSTEM, new Part.Image(PNG, Optional.empty())))),
          new Refused("stop", FLASH_3, asked(new Options().stop("1", "2", "3", "4", "5", "6"))),
          new Refused(
              "messages[0].content[0].image_url.url",
              FLASH_3,
              Asked.of(user(new Part.Image("https://example.com/a.png", Optional.empty())))),
          new Refused(
              "messages[0].content[0].file",
              FLASH_3,
              Asked.of(
                  user(new Part.File(Optional.of("file-1"), Optional.empty(), Optional.empty())))),
          new Refused(
              "messages[1].content[0]",
              FLASH_2,
              Asked.of(
                  assistant(CALL),
                  turn(
                      Role.TOOL,
                      new Part.ToolResult(
                          "call_1", List.of(new Part.Image(PNG, Optional.empty())), false)))),
          new Refused(
              "messages[0].content[0].function.arguments",
              FLASH_3,
              Asked.of(assistant(new Part.ToolCall("1", "now", "[]")))));

  @ParameterizedTest
  @FieldSource({"CONVERSATIONS", "OPTIONS"})
  void goesOutAsInTheGoldenText(Case each) {
    assertThat(sent(each.model, each.asked)).isEqualTo(Golden.json("gemini/" + each.golden));
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void whatCannotBeCarriedIsRefusedByItsName(Refused each) {
    try (FakeVendor vendor = vendor()) {
      ProviderException failure = vendor.failure(each.asked, each.model);

      String body = new String(failure.answer().orElseThrow().body(), StandardCharsets.UTF_8);
      assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
      assertThat(Asked.json(body).path("error").path("param").asText()).isEqualTo(each.field);
      assertThat(vendor.server().exchanges()).isEmpty();
    }
  }

  private static JsonNode sent(String model, Asked asked) {
    try (FakeVendor vendor = vendor()) {
      vendor.answer(asked, model);
      return Asked.json(vendor.last().bodyText());
    }
  }

  private static FakeVendor vendor() {
    return new FakeVendor(
        ProviderKind.GEMINI,
        GeminiProvider::new,
        List.of(
            ModelConfig.of(FLASH_3),
            ModelConfig.of(PRO_3),
            ModelConfig.of(FLASH_2),
            ModelConfig.of(PRO_2)),
        FakeVendor.stream(
            "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"ok\"}]},\"finishReason\":\"STOP\"}]}\n\n"));
  }

  private static Message turn(Role role, Part... parts) {
    return Asked.turn(role, parts);
  }

  private static Message user(Part... parts) {
    return Asked.turn(Role.USER, parts);
  }

  private static Message assistant(Part... parts) {
    return Asked.turn(Role.ASSISTANT, parts);
  }

  private static Part.File file(String url) {
    return new Part.File(Optional.empty(), Optional.empty(), Optional.of(url));
  }

  private static Asked asked(Options options) {
    return Asked.of("hi").with(options.build());
  }

  private static Asked asked(Reasoning reasoning) {
    return asked(new Options().reasoning(reasoning));
  }

  private static ResponseFormat schema() {
    return new ResponseFormat.JsonSchema("answer", Asked.json(SCHEMA), true);
  }
}
