package dev.gatehouse.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.langchain.Recordings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestDecoderTest {
  private final MemoryResponses store = new MemoryResponses();

  private ChatRequest decode(String members) {
    return Turn.of(store, "{\"model\":\"auto\"," + members + "}").request();
  }

  @Test
  void textIsOneMessageOfTheUsers() {
    ChatRequest request = decode("\"input\":\"hi\",\"instructions\":\"Be brief.\"");

    assertThat(request.wire()).isEqualTo(Wire.OPENAI_RESPONSES);
    assertThat(request.messages())
        .containsExactly(
            message(Role.SYSTEM, new Part.Text("Be brief.")),
            message(Role.USER, new Part.Text("hi")));
    assertThat(request.needs()).isEmpty();
    assertThat(request.hints()).isEmpty();
  }

  @Test
  void itemsOfOneTurnBecomeOneMessage() {
    ChatRequest request =
        decode(
            """
            "input":[
              {"role":"developer","content":"d"},
              {"type":"message","role":"user","content":[{"type":"input_text","text":"weather?"}]},
              {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"hm"}],"encrypted_content":"gatehouse-signed-c2ln"},
              {"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"One moment.","annotations":[]}]},
              {"type":"function_call","id":"fc_1","call_id":"call_a","name":"weather","arguments":"{}"},
              {"type":"function_call","call_id":"call_b","name":"time","arguments":"{}"},
              {"type":"function_call_output","call_id":"call_a","output":"sunny"},
              {"type":"function_call_output","call_id":"call_b","output":[{"type":"input_text","text":"noon"}]},
              {"role":"assistant","content":[{"type":"refusal","refusal":"no"}]}]""");

    assertThat(request.messages())
        .containsExactly(
            message(Role.DEVELOPER, new Part.Text("d")),
            message(Role.USER, new Part.Text("weather?")),
            message(
                Role.ASSISTANT,
                new Part.Thinking("hm", "c2ln"),
                new Part.Text("One moment."),
                new Part.ToolCall("call_a", "weather", "{}"),
                new Part.ToolCall("call_b", "time", "{}")),
            message(Role.TOOL, Part.ToolResult.of("call_a", "sunny")),
            message(Role.TOOL, Part.ToolResult.of("call_b", "noon")),
            message(Role.ASSISTANT, new Part.Refusal("no")));
  }

  @Test
  void reasoningComesBackAsItsVendorGaveIt() {
    String redacted =
        "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":\"gatehouse-redacted-b3BhcXVl\"}";
    String openAis =
        "{\"type\":\"reasoning\",\"id\":\"rs_2\",\"summary\":[],\"encrypted_content\":\"gAAAAABo\"}";

    ChatRequest request =
        decode(
            "\"input\":[%s,%s,{\"role\":\"user\",\"content\":\"on\"}]"
                .formatted(redacted, openAis));

    assertThat(request.messages().getFirst())
        .isEqualTo(message(Role.ASSISTANT, new Part.RedactedThinking("b3BhcXVl")));
    assertThat(request.hints()).containsExactly(InputDecoder.UNREADABLE);
  }

  @Test
  void partsBecomeNeeds() {
    ChatRequest request =
        decode(
            """
            "input":[{"role":"user","content":[
              {"type":"input_image","image_url":"https://example.org/a.png","detail":"low"},
              {"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,JVBERi0="},
              {"type":"input_audio","input_audio":{"data":"UklGRg==","format":"wav"}}]}]""");

    assertThat(request.messages().getFirst().parts())
        .containsExactly(
            new Part.Image("https://example.org/a.png", Optional.of("low")),
            new Part.File(
                Optional.empty(),
                Optional.of("a.pdf"),
                Optional.of("data:application/pdf;base64,JVBERi0=")),
            new Part.Audio("UklGRg==", "wav"));
    assertThat(request.needs())
        .containsOnlyKeys(
            Capability.VISION, Capability.IMAGE_URLS, Capability.FILES, Capability.AUDIO)
        .containsEntry(Capability.IMAGE_URLS, "input[0].content[0].image_url");
  }

  @Test
  void toolsAndOptionsAreRead() {
    ChatRequest request =
        decode(
            """
            "input":"x","stream":true,"temperature":0.5,"top_p":0.9,"max_output_tokens":64,"parallel_tool_calls":false,
            "reasoning":{"effort":"low","summary":"auto"},"include":["reasoning.encrypted_content"],"truncation":"disabled",
            "tools":[{"type":"function","name":"f","description":"d","parameters":{"type":"object"},"strict":true}],
            "tool_choice":{"type":"function","name":"f"},
            "text":{"format":{"type":"json_schema","name":"n","schema":{"type":"object"},"strict":true}}""");

    assertThat(request.tools().getFirst().strict()).isTrue();
    assertThat(request.toolChoice()).isEqualTo(new ToolChoice.Named("f"));
    assertThat(request.responseFormat()).isInstanceOf(ResponseFormat.JsonSchema.class);
    assertThat(request.options().reasoning()).contains(new Reasoning.Effort("low"));
    assertThat(request.options().parallelToolCalls()).contains(false);
    assertThat(request.options().maxOutputTokens()).hasValue(64);
    assertThat(request.stream()).isTrue();
    assertThat(request.needs())
        .containsOnlyKeys(Capability.TOOLS, Capability.FORCED_TOOLS, Capability.JSON_SCHEMA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"tools\":[{\"type\":\"web_search\"}] | tools[0].type",
        "\"tools\":[{\"type\":\"custom\",\"name\":\"c\"}] | tools[0].type",
        "\"tools\":[{\"type\":\"function\",\"name\":\"f\",\"defer_loading\":true}] | tools[0].defer_loading",
        "\"tool_choice\":{\"type\":\"allowed_tools\",\"mode\":\"auto\",\"tools\":[]} | tool_choice",
        "\"truncation\":\"auto\" | truncation",
        "\"include\":[\"message.output_text.logprobs\"] | include",
        "\"top_logprobs\":3 | top_logprobs",
        "\"max_tool_calls\":2 | max_tool_calls",
        "\"context_management\":[] | context_management",
        "\"reasoning\":{\"context\":\"all_turns\"} | reasoning.context",
        "\"brand_new\":1 | brand_new",
      })
  void whatOnlyOpenAiUnderstandsIsANeed(String member, String field) {
    assertThat(decode("\"input\":\"x\"," + member).needs())
        .containsEntry(Capability.VERBATIM_FIELDS, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\":\"custom_tool_call_output\",\"call_id\":\"c\",\"output\":\"x\"} | input[0].type",
        "{\"type\":\"compaction\",\"encrypted_content\":\"x\"} | input[0].type",
        "{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"file_id\":\"file-1\"}]} | input[0].content[0].file_id",
      })
  void itemsThatOnlyOpenAiUnderstandsAreANeed(String item, String field) {
    assertThat(decode("\"input\":[" + item + "]").needs())
        .containsEntry(Capability.VERBATIM_FIELDS, field);
  }

  @Test
  void functionsOfANamespaceHaveBothNamesInOne() {
    ChatRequest request =
        decode(
            """
            "tools":[{"type":"namespace","name":"files","tools":[{"type":"function","name":"open"}]}],
            "input":[{"type":"function_call","call_id":"c","name":"open","namespace":"files","arguments":"{}"},
              {"type":"function_call_output","call_id":"c","output":"x"}]""");

    assertThat(request.tools().getFirst().name()).isEqualTo("files__open");
    assertThat(request.messages().getFirst().parts())
        .containsExactly(new Part.ToolCall("c", "files__open", "{}"));
    assertThat(request.needs()).containsOnlyKeys(Capability.TOOLS);
  }

  @Test
  void harmlessFieldsAreHints() {
    ChatRequest request =
        decode(
            "\"input\":\"x\",\"user\":\"u\",\"service_tier\":\"auto\",\"prompt_cache_key\":\"k\",\"safety_identifier\":\"s\","
                + "\"text\":{\"verbosity\":\"low\"},\"metadata\":{},\"stream_options\":{\"include_obfuscation\":false},\"background\":false,\"conversation\":null");

    assertThat(request.needs()).isEmpty();
    assertThat(request.hints())
        .containsExactly(
            "prompt_cache_key", "safety_identifier", "service_tier", "text.verbosity", "user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"input\":[] | input",
        "\"input\":7 | input",
        "\"instructions\":\"only\" | input",
        "\"input\":[\"x\"] | input[0]",
        "\"input\":[{}] | input[0].type",
        "\"input\":[{\"role\":\"king\",\"content\":\"x\"}] | input[0].role",
        "\"input\":[{\"role\":\"user\"}] | input[0].content",
        "\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}] | input[0].content[0].type",
        "\"input\":[{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":\"x\"}] | input[0].call_id",
        "\"input\":\"x\",\"max_output_tokens\":15 | max_output_tokens",
        "\"input\":\"x\",\"temperature\":3 | temperature",
        "\"input\":\"x\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}] | tools[0].name",
        "\"input\":\"x\",\"tool_choice\":\"any\" | tool_choice",
        "\"input\":\"x\",\"truncation\":\"some\" | truncation",
        "\"input\":\"x\",\"top_logprobs\":21 | top_logprobs",
        "\"input\":\"x\",\"store\":\"yes\" | store",
        "\"input\":\"x\",\"metadata\":[] | metadata",
        "\"input\":\"x\",\"text\":{\"format\":{\"type\":\"xml\"}} | text.format.type",
      })
  void whatOpenAiWouldRefuseIsRefusedByName(String members, String field) {
    assertThatThrownBy(() -> decode(members))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).contains(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"background\":true | background",
        "\"conversation\":\"conv_1\" | conversation",
        "\"prompt\":{\"id\":\"pmpt_1\"} | prompt",
      })
  void whatTheGatewayDoesNotDoIsRefusedByName(String member, String field) {
    assertThatThrownBy(() -> decode("\"input\":\"x\"," + member))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.error().status()).isEqualTo(400);
              assertThat(e.error().param()).contains(field);
              assertThat(e.error().code()).contains("unsupported_parameter");
            });
  }

  @Test
  void earlierTurnsAreExpandedIntoTheBody() {
    keep("0001", "\"input\":\"first\",\"instructions\":\"old\"", "one");
    keep("0002", "\"input\":\"second\",\"previous_response_id\":\"resp_0001\"", "two");

    Turn third =
        Turn.of(
            store,
            "{\"model\":\"auto\", \"previous_response_id\":\"resp_0002\",\"input\":\"third\",\"x\":1.50}");

    assertThat(third.request().messages())
        .extracting(Message::text)
        .containsExactly("first", "one", "second", "two", "third");
    JsonNode sent = third.request().body().tree();
    assertThat(sent.path("input")).hasSize(5);
    assertThat(sent.has("previous_response_id")).isFalse();
    assertThat(new String(third.request().body().bytes(), StandardCharsets.UTF_8))
        .endsWith(",\"x\":1.50}");
  }

  @Test
  void earlierTurnsCanOnlyRaiseThePrivacy() {
    store.keep(
        Turn.CALLER,
        new StoredResponses.Kept(
            "resp_secret",
            Instant.EPOCH,
            OptionalLong.empty(),
            new InheritedPrivacy(Set.of(PrivacyClass.SECRET), PrivacyTreatment.LOCAL_ONLY),
            Json.object(),
            List.of(),
            List.of()));

    Turn turn =
        Turn.of(
            store, "{\"model\":\"auto\",\"previous_response_id\":\"resp_secret\",\"input\":\"x\"}");

    assertThat(turn.decoded().inherited().classes()).containsExactly(PrivacyClass.SECRET);
    assertThat(turn.decoded().inherited().treatment()).isEqualTo(PrivacyTreatment.LOCAL_ONLY);
  }

  @Test
  void referencesAreResolved() {
    keep("0001", "\"input\":\"first\"", "one");

    ChatRequest request =
        decode(
            "\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_000100\"},{\"id\":\"msg_000100\"},{\"role\":\"user\",\"content\":\"x\"}]");

    assertThat(request.messages().getFirst().text()).isEqualTo("one\none");
    assertThat(request.body().tree().path("input").path(0).path("type").asText())
        .isEqualTo("message");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"previous_response_id\":\"resp_9\",\"input\":\"x\" | 400 | previous_response_id | previous_response_not_found",
        "\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_9\"}] | 404 | input |",
      })
  void whatIsNotThereIsToldAsOpenAiDoes(String members, int status, String param, String code) {
    assertThatThrownBy(() -> decode(members))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.error().status()).isEqualTo(status);
              assertThat(e.error().param()).contains(param);
              assertThat(e.error().code()).isEqualTo(Optional.ofNullable(code));
            });
  }

  @Test
  void everyRecordedRequestDecodes() {
    List<JsonNode> recorded =
        Recordings.of(
            "openai.jsonl.gz", each -> each.path("path").asText().equals("/v1/responses"));

    int decoded = 0;
    for (JsonNode each : recorded) {
      JsonNode request = each.path("request");
      boolean alone =
          !request.path("background").asBoolean()
              && !request.hasNonNull("conversation")
              && !request.hasNonNull("previous_response_id");
      if (alone) {
        assertThat(Turn.of(store, request.toString()).request().messages())
            .as(each.path("source").asText())
            .isNotEmpty();
        decoded++;
      }
    }
    assertThat(decoded).isGreaterThan(125);
  }

  private void keep(String requestId, String members, String answer) {
    Turn.of(store, "{\"model\":\"auto\"," + members + "}")
        .answer(requestId, new Event.TextDelta(0, answer), Event.Ended.of(FinishReason.STOP));
  }

  private static Message message(Role role, Part... parts) {
    return new Message(role, List.of(parts), Optional.empty());
  }
}
