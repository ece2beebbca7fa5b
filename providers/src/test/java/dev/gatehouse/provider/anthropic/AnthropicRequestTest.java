package dev.gatehouse.provider.anthropic;

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

/** What goes to Anthropic, against golden texts, and what is refused. */
class AnthropicRequestTest {
  private static final String SONNET = "claude-sonnet-4-5";
  private static final String OPUS = "claude-opus-4-8";
  private static final String OLD = "claude-3-5-haiku-20241022";

  private static final String SCHEMA =
      "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\",\"properties\":"
          + "{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"],\"additionalProperties\":false}";
  private static final String OPEN_SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"minLength\":2}}}";

  private static final Message HI = user(new Part.Text("hi"));
  private static final Part.ToolCall CALL =
      new Part.ToolCall("toolu_1", "get_weather", "{\"city\":\"Rome\"}");
  private static final String PNG = "data:image/png;base64,iVBORw0KGgo=";

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
              SONNET,
              Asked.of(
                  turn(Role.SYSTEM, new Part.Text("Be brief.")),
                  HI,
                  turn(Role.DEVELOPER, new Part.Text("Be kind.")),
                  assistant(new Part.Text("Hello.")),
                  turn(Role.SYSTEM, new Part.Text(" ")),
                  user(new Part.Text("more")))),
          new Case("only-a-system-prompt", SONNET, Asked.of(turn(Role.SYSTEM, new Part.Text("x")))),
          new Case(
              "turns-of-one-role-are-one",
              SONNET,
              Asked.of(
                  HI,
                  user(new Part.Text("there")),
                  assistant(new Part.Text("a")),
                  assistant(new Part.Refusal("b")),
                  user(new Part.Text("c")))),
          new Case(
              "tool-results-come-first",
              SONNET,
              Asked.of(
                  HI,
                  assistant(CALL, new Part.ToolCall("toolu_2", "now", "")),
                  user(new Part.Text("and?")),
                  turn(Role.TOOL, Part.ToolResult.of("toolu_1", "18 C")),
                  turn(Role.TOOL, Part.ToolResult.of("toolu_2", "")))),
          new Case(
              "a-tool-result-of-parts-that-failed",
              SONNET,
              Asked.of(
                  HI,
                  assistant(CALL),
                  turn(
                      Role.TOOL,
                      new Part.ToolResult(
                          "toolu_1",
                          List.of(
                              new Part.Text("see"),
                              new Part.Image(PNG, Optional.empty()),
                              new Part.Text("")),
                          true)))),
          new Case(
              "empty-content-is-left-out",
              SONNET,
              Asked.of(
                  HI,
                  assistant(new Part.Text("")),
                  user(new Part.Text(" "), new Part.Text("b")),
                  assistant(new Part.Text("\n"), CALL),
                  turn(Role.TOOL, Part.ToolResult.of("toolu_1", "x")))),
          new Case("a-user-who-says-nothing", SONNET, Asked.of(user(new Part.Text("")))),
          new Case(
              "the-assistant-begins-and-goes-on",
              SONNET,
              Asked.of(
                  assistant(new Part.Text("Welcome.")), HI, assistant(new Part.Text("It is: \n")))),
          new Case(
              "images",
              SONNET,
              Asked.of(
                  user(
                      new Part.Text("look"),
                      new Part.Image(PNG, Optional.of("high")),
                      new Part.Image("data:image/jpg;base64,/9j/", Optional.empty()),
                      new Part.Image("https://example.com/a.png", Optional.empty())))),
          new Case(
              "files",
              SONNET,
              Asked.of(
                  user(
                      file("a.pdf", "data:application/pdf;base64,JVBERi0="),
                      file("b.txt", "data:text/plain;charset=utf-8;base64,aGk="),
                      file("c.png", PNG),
                      file("d.pdf", "https://example.com/d.pdf")))),
          new Case(
              "ids-of-other-vendors",
              SONNET,
              Asked.of(
                  HI,
                  assistant(new Part.ToolCall("functions.now:0", "now", "{}")),
                  turn(Role.TOOL, Part.ToolResult.of("functions.now:0", "12:00")))),
          new Case(
              "signed-thoughts-go-back",
              SONNET,
              Asked.of(
                  HI,
                  assistant(
                      new Part.Thinking("hm", "EqQBCg=="),
                      new Part.Thinking("unsigned", ""),
                      new Part.Thinking("another's", "not/base64!"),
                      new Part.RedactedThinking("EqkE+/=="),
                      new Part.RedactedThinking("gAAAA-_"),
                      new Part.Text("a")),
                  user(new Part.Text("b")))));

  static final List<Case> OPTIONS =
      List.of(
          new Case(
              "sampling",
              SONNET,
              asked(
                  new Options()
                      .temperature(0.5)
                      .topP(1)
                      .topK(7)
                      .stop("END", "\n--")
                      .seed(1)
                      .penalties(0, 0)
                      .maxOutputTokens(99))),
          new Case("the-models-own-limit", OLD, asked(new Options().maxOutputTokens(100_000))),
          new Case(
              "a-default-that-says-nothing", OPUS, asked(new Options().temperature(1).topP(1))),
          new Case("thinks-within-a-budget", SONNET, asked(effort("high"))),
          new Case(
              "the-budget-stays-below-the-limit",
              SONNET,
              asked(effort("high").maxOutputTokens(3000).temperature(1).topP(0.97))),
          new Case("no-room-to-think", SONNET, asked(effort("high").maxOutputTokens(1000))),
          new Case("adapts", OPUS, asked(effort("xhigh"))),
          new Case(
              "a-budget-becomes-an-effort",
              OPUS,
              asked(new Options().reasoning(new Reasoning.Budget(2000)))),
          new Case("does-not-think", SONNET, asked(new Options().reasoning(new Reasoning.Off()))),
          new Case("cannot-think", OLD, asked(effort("high"))),
          new Case(
              "a-forced-call-without-thoughts",
              OPUS,
              asked(effort("low")).with(new ToolChoice.Required(), Asked.weatherTool())),
          new Case(
              "a-tool-loop-without-its-thoughts",
              SONNET,
              Asked.of(HI, assistant(CALL), turn(Role.TOOL, Part.ToolResult.of("toolu_1", "x")))
                  .with(effort("high").build())),
          new Case(
              "a-tool-loop-with-its-thoughts",
              SONNET,
              Asked.of(
                      HI,
                      assistant(new Part.Thinking("hm", "EqQBCg=="), CALL),
                      turn(Role.TOOL, Part.ToolResult.of("toolu_1", "x")))
                  .with(effort("low").build())));

  static final List<Case> TOOLS_AND_FORMS =
      List.of(
          new Case(
              "tools",
              SONNET,
              Asked.of("hi")
                  .with(
                      new ToolChoice.Auto(),
                      Asked.weatherTool(),
                      strict(SCHEMA.replace("$schema", "title")),
                      strict(OPEN_SCHEMA),
                      new ToolSpec("now", Optional.empty(), Optional.empty(), false))),
          new Case(
              "one-call-at-a-time",
              SONNET,
              asked(new Options().parallelToolCalls(false))
                  .with(new ToolChoice.Auto(), Asked.weatherTool())),
          new Case(
              "no-calls", SONNET, Asked.of("hi").with(new ToolChoice.None(), Asked.weatherTool())),
          new Case("a-schema-that-holds", SONNET, Asked.of("hi").with(schema(SCHEMA))),
          new Case("a-schema-as-a-tool", SONNET, Asked.of("hi").with(schema(OPEN_SCHEMA))),
          new Case("an-old-model-answers-by-a-tool", OLD, Asked.of("hi").with(schema(SCHEMA))),
          new Case("a-json-object", SONNET, Asked.of("hi").with(new ResponseFormat.JsonObject())),
          new Case(
              "a-schema-beside-tools",
              SONNET,
              Asked.of("hi")
                  .with(schema(OPEN_SCHEMA))
                  .with(new ToolChoice.Auto(), Asked.weatherTool())),
          new Case(
              "a-demanded-call-has-no-form",
              SONNET,
              Asked.of("hi")
                  .with(schema(OPEN_SCHEMA))
                  .with(new ToolChoice.Named("get_weather"), Asked.weatherTool())));

  static final List<Refused> REFUSED =
      List.of(
          new Refused("temperature", SONNET, asked(new Options().temperature(1.2))),
          new Refused("temperature", OPUS, asked(new Options().temperature(0.2))),
          new Refused("temperature", SONNET, asked(effort("high").temperature(0.2))),
          new Refused("top_p", OPUS, asked(new Options().topP(0.9))),
          new Refused("top_p", SONNET, asked(effort("high").topP(0.5))),
          new Refused("top_k", OPUS, asked(new Options().topK(3))),
          new Refused("presence_penalty", SONNET, asked(new Options().penalties(1, 0))),
          new Refused("frequency_penalty", SONNET, asked(new Options().penalties(0, 1))),
          new Refused("stop", SONNET, asked(new Options().stop("a", "\n"))),
          new Refused(
              "response_format.json_schema.schema",
              OLD,
              Asked.of("hi").with(schema("{\"type\":\"array\"}"))),
          new Refused(
              "messages[0].content[0]", SONNET, Asked.of(user(new Part.Audio("AAAA", "wav")))),
          new Refused(
              "messages[0].content[0].file",
              SONNET,
              Asked.of(
                  user(new Part.File(Optional.of("file-1"), Optional.empty(), Optional.empty())))),
          new Refused(
              "messages[0].content[0].file",
              SONNET,
              Asked.of(user(file("a.zip", "data:application/zip;base64,UEs=")))),
          new Refused(
              "messages[0].content[0].image_url.url",
              SONNET,
              Asked.of(user(new Part.Image("file:///etc/passwd", Optional.empty())))),
          new Refused(
              "messages[0].content[0]",
              SONNET,
              Asked.of(turn(Role.SYSTEM, new Part.Image(PNG, Optional.empty())))),
          new Refused("messages", SONNET, Asked.of(assistant(new Part.Text("")))),
          new Refused(
              "messages[0].content[0].function.arguments",
              SONNET,
              Asked.of(assistant(new Part.ToolCall("1", "now", "[]")))));

  @ParameterizedTest
  @FieldSource({"CONVERSATIONS", "OPTIONS", "TOOLS_AND_FORMS"})
  void goesOutAsInTheGoldenText(Case each) {
    assertThat(sent(each.model, each.asked)).isEqualTo(Golden.json("anthropic/" + each.golden));
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void whatCannotBeCarriedIsRefusedByItsName(Refused each) {
    try (FakeVendor vendor = vendor()) {
      ProviderException failure = vendor.failure(each.asked, each.model);

      assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
      assertThat(
              Asked.json(new String(failure.answer().orElseThrow().body(), StandardCharsets.UTF_8))
                  .path("error")
                  .path("param")
                  .asText())
          .isEqualTo(each.field);
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
        ProviderKind.ANTHROPIC,
        AnthropicProvider::new,
        List.of(ModelConfig.of(SONNET), ModelConfig.of(OPUS), ModelConfig.of(OLD)),
        FakeVendor.stream(Golden.text("anthropic/answer-cut-by-its-limit.sse")));
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

  private static Part.File file(String name, String url) {
    return new Part.File(Optional.empty(), Optional.of(name), Optional.of(url));
  }

  private static Asked asked(Options options) {
    return Asked.of("hi").with(options.build());
  }

  private static Options effort(String word) {
    return new Options().reasoning(new Reasoning.Effort(word));
  }

  private static ToolSpec strict(String schema) {
    return new ToolSpec("strict", Optional.empty(), Optional.of(Asked.json(schema)), true);
  }

  private static ResponseFormat schema(String schema) {
    return new ResponseFormat.JsonSchema("answer", Asked.json(schema), true);
  }
}
