package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cloud that only ever sees a token, and a client that only ever sees its own value. */
final class RestoredPathTest {
  private static final String MAIL = "ann.kern@firm.test";
  private static final String QUOTED = "dora.lind@quoted.test";
  private static final Pattern TOKEN = Pattern.compile("x[0-9a-z]{12}@mail\\.example");
  private static final String USAGE =
      "{\"input_tokens\":20,\"input_tokens_details\":{\"cached_tokens\":0},\"output_tokens\":10,\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":30}";

  @TempDir private Path data;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/chat/completions | {'model':'M','stream':S,'messages':[{'role':'user','content':'to MAIL'}]}",
        "/v1/completions | {'model':'M','stream':S,'prompt':'to MAIL'}",
        "/v1/responses | {'model':'M','stream':S,'input':'to MAIL','instructions':'for MAIL'}",
        "/v1/messages | {'model':'M','stream':S,'max_tokens':99,'messages':[{'role':'user','content':'to MAIL'}]}",
        "/api/chat | {'model':'M','stream':S,'messages':[{'role':'user','content':'to MAIL'}]}",
        "/api/generate | {'model':'M','stream':S,'prompt':'to MAIL'}",
      })
  void clientSeesItsOwnValueOverEveryWireFromEveryVendor(String path, String body) {
    for (String model : List.of("up/gpt-5.2", "claude/claude-sonnet-4-5")) {
      for (String stream : List.of("true", "false")) {
        try (ScriptedUpstream cloud = ScriptedUpstream.start(RestoredPathTest::echoes);
            RunningGateway gateway = RunningGateway.start(vendors(cloud), folder(path, model))) {
          var answer =
              gateway.postTo(
                  path,
                  body.replace('\'', '"')
                      .replace("\"M\"", "\"" + model + "\"")
                      .replace(":S,", ":" + stream + ",")
                      .replace("MAIL", MAIL));

          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(cloud.exchanges().getLast().bodyText())
              .doesNotContain("ann.kern")
              .containsPattern(TOKEN);
          assertThat(String.join("", texts(answer.body())))
              .as(path + " " + model + " " + answer.body())
              .contains("Dear " + MAIL + ".")
              .doesNotContainPattern(TOKEN);
        }
      }
    }
  }

  @Test
  void keptResponseAndTheTurnAfterItKnowTheValueAndTheCloudDoesNot() {
    try (ScriptedUpstream cloud = ScriptedUpstream.start(RestoredPathTest::echoes);
        RunningGateway gateway = RunningGateway.start(vendors(cloud), data)) {
      var answer =
          gateway.postTo(
              "/v1/responses",
              "{\"model\":\"up/gpt-5.2\",\"stream\":true,\"input\":\"to " + MAIL + "\"}");
      String id = responseId(answer.body());

      assertThat(gateway.get("/v1/responses/" + id).body())
          .contains("Dear " + MAIL)
          .doesNotContainPattern(TOKEN);
      var next =
          gateway.postTo(
              "/v1/responses",
              "{\"model\":\"up/gpt-5.2\",\"previous_response_id\":\"%s\",\"input\":\"again\"}"
                  .formatted(id));
      assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
      assertThat(next.body()).contains("Dear " + MAIL);
      assertThat(cloud.exchanges().getLast().bodyText()).doesNotContain("ann.kern");
    }
  }

  /** An upstream that quotes what it was asked quotes the client to itself. */
  @Test
  void refusalOfTheUpstreamThatQuotesTheTokenShowsTheValue() {
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange ->
                    exchange.json(
                        400, "{\"error\":{\"message\":\"not " + token(exchange) + "\"}}"));
        RunningGateway gateway = RunningGateway.start(vendors(cloud), data)) {
      var answer =
          gateway.chat(
              "{\"model\":\"up/gpt-5.2\",\"messages\":[{\"role\":\"user\",\"content\":\"to "
                  + QUOTED
                  + "\"}]}");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("not " + QUOTED);
    }
  }

  private static String vendors(ScriptedUpstream cloud) {
    return """
        providers:
          - {name: up, kind: openai, base-url: %s, api-key: k, models: [{id: gpt-5.2}]}
          - {name: claude, kind: anthropic, base-url: %s, api-key: k, models: [{id: claude-sonnet-4-5, input-price: 3, output-price: 15}]}
        """
        .formatted(cloud.url("/v1"), cloud.url(""));
  }

  private Path folder(String path, String model) {
    return data.resolve((path + model).replace('/', '-'));
  }

  private static String responseId(String stream) {
    Matcher id = Pattern.compile("\"id\":\"(resp_[^\"]*)\"").matcher(stream);
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  /** Every text piece of an answer in order, whole texts of other events left out. */
  private static List<String> texts(String body) {
    List<String> texts = new ArrayList<>();
    for (String line : body.split("\n", -1)) {
      String json = line.startsWith("data: ") ? line.substring(6) : line;
      if (json.startsWith("{")) {
        JsonNode event = RunningGateway.json(json);
        for (String pointer :
            List.of(
                "/choices/0/delta/content",
                "/choices/0/message/content",
                "/choices/0/text",
                "/delta",
                "/delta/text",
                "/content/0/text",
                "/output/0/content/0/text",
                "/message/content",
                "/response")) {
          JsonNode text = event.at(pointer);
          texts.add(text.isTextual() ? text.textValue() : "");
        }
      }
    }
    return texts;
  }

  private static String token(Exchange exchange) {
    Matcher token = TOKEN.matcher(exchange.bodyText());
    return token.find() ? token.group() : "nobody";
  }

  /** Says "Dear TOKEN." in pieces that part the token. */
  private static void echoes(Exchange exchange) throws IOException {
    String token = token(exchange);
    List<String> pieces = List.of("Dear " + token.substring(0, 3), token.substring(3), ".");
    boolean stream = Json.read(exchange.body()).path("stream").asBoolean();
    switch (exchange.path()) {
      case "/v1/chat/completions" -> chat(exchange, pieces, stream);
      case "/v1/completions" -> completions(exchange, pieces, stream);
      case "/v1/responses" -> responses(exchange, pieces, stream);
      default -> messages(exchange, pieces, stream);
    }
  }

  private static void chat(Exchange exchange, List<String> pieces, boolean stream)
      throws IOException {
    if (!stream) {
      exchange.json(
          200,
          "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-5.2\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":10,\"total_tokens\":30}}"
              .formatted(String.join("", pieces)));
      return;
    }
    exchange.begin(200, "text/event-stream");
    for (String piece : pieces) {
      exchange.chunk(Answers.chunk("{\"content\":\"" + piece + "\"}", "null", ""));
    }
    exchange.chunk(Answers.chunk("{}", "\"stop\"", ""));
    exchange.chunk(Answers.usageChunk(20, 10));
    exchange.chunk("data: [DONE]\n\n");
    exchange.end();
  }

  private static void completions(Exchange exchange, List<String> pieces, boolean stream)
      throws IOException {
    String form =
        "{\"id\":\"c\",\"object\":\"text_completion\",\"created\":1,\"model\":\"gpt-5.2\",\"choices\":[{\"index\":0,\"text\":\"%s\",\"logprobs\":null,\"finish_reason\":%s}]}";
    if (!stream) {
      exchange.json(200, form.formatted(String.join("", pieces), "\"stop\""));
      return;
    }
    exchange.begin(200, "text/event-stream");
    for (String piece : pieces) {
      exchange.chunk("data: " + form.formatted(piece, "null") + "\n\n");
    }
    exchange.chunk("data: " + form.formatted("", "\"stop\"") + "\n\ndata: [DONE]\n\n");
    exchange.end();
  }

  private static void responses(Exchange exchange, List<String> pieces, boolean stream)
      throws IOException {
    String whole =
        "{\"id\":\"resp_up%s\",\"object\":\"response\",\"created_at\":1,\"status\":\"completed\",\"error\":null,\"incomplete_details\":null,\"instructions\":\"for %s\",\"metadata\":{},\"model\":\"gpt-5.2\",\"output\":[{\"id\":\"msg_up\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"%s\"}]}],\"parallel_tool_calls\":true,\"previous_response_id\":null,\"store\":false,\"temperature\":1.0,\"tool_choice\":\"auto\",\"tools\":[],\"top_p\":0.98,\"usage\":%s}"
            .formatted(
                exchange.hashCode() & 0xffff, token(exchange), String.join("", pieces), USAGE);
    if (!stream) {
      exchange.json(200, whole);
      return;
    }
    List<String> events = new ArrayList<>();
    events.add("{\"type\":\"response.created\",\"response\":" + whole + ",");
    for (String piece : pieces) {
      events.add(
          "{\"type\":\"response.output_text.delta\",\"item_id\":\"msg_up\",\"output_index\":0,\"content_index\":0,\"delta\":\""
              + piece
              + "\",\"logprobs\":[],");
    }
    events.add("{\"type\":\"response.completed\",\"response\":" + whole + ",");
    exchange.begin(200, "text/event-stream");
    for (int i = 0; i < events.size(); i++) {
      exchange.chunk("data: " + events.get(i) + "\"sequence_number\":" + i + "}\n\n");
    }
    exchange.end();
  }

  private static void messages(Exchange exchange, List<String> pieces, boolean stream)
      throws IOException {
    String start =
        "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-sonnet-4-5\",\"content\":[%s],\"stop_reason\":%s,\"stop_sequence\":null,\"usage\":{\"input_tokens\":20,\"output_tokens\":10}}";
    if (!stream) {
      exchange.json(
          200,
          start.formatted(
              "{\"type\":\"text\",\"text\":\"" + String.join("", pieces) + "\"}", "\"end_turn\""));
      return;
    }
    exchange.begin(200, "text/event-stream");
    event(exchange, "message_start", "\"message\":" + start.formatted("", "null"));
    event(
        exchange,
        "content_block_start",
        "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
    for (String piece : pieces) {
      event(
          exchange,
          "content_block_delta",
          "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + piece + "\"}");
    }
    event(exchange, "content_block_stop", "\"index\":0");
    event(
        exchange,
        "message_delta",
        "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":10}");
    event(exchange, "message_stop", "\"last\":true");
    exchange.end();
  }

  private static void event(Exchange exchange, String type, String members) throws IOException {
    exchange.chunk("event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, members));
  }
}
