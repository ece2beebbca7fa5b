package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseOutputItem;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenAI's own client on the Responses API, whichever vendor answers. */
final class ResponsesTest {
  private static final FunctionTool WEATHER =
      FunctionTool.builder()
          .name("weather")
          .parameters(
              FunctionTool.Parameters.builder()
                  .putAdditionalProperty("type", JsonValue.from("object"))
                  .putAdditionalProperty("properties", JsonValue.from(Map.of()))
                  .build())
          .strict(false)
          .build();

  @TempDir private Path data;

  /** A gateway in front of one upstream, and a client for it. */
  private final class Setup implements AutoCloseable {
    final ScriptedUpstream upstream;
    final RunningGateway gateway;
    final OpenAIClient client;

    Setup(AnyUpstream kind) {
      upstream = kind.start();
      gateway = RunningGateway.start(kind.configuration(upstream), data);
      client = client(gateway, "not-needed");
    }

    @Override
    public void close() {
      client.close();
      gateway.close();
      upstream.close();
    }
  }

  private static OpenAIClient client(RunningGateway gateway, String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(gateway.url("/v1").toString())
        .apiKey(key)
        .maxRetries(0)
        .build();
  }

  private static ResponseCreateParams.Builder asking(String text) {
    return ResponseCreateParams.builder().model("auto").input(text);
  }

  private static String text(Response response) {
    return response.output().stream()
        .filter(ResponseOutputItem::isMessage)
        .flatMap(item -> item.asMessage().content().stream())
        .map(part -> part.asOutputText().text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @EnumSource
  void wholeAnswerHasTextAndUsage(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      Response response = setup.client.responses().create(asking("Hi").build());

      assertThat(response.validate().status()).contains(ResponseStatus.COMPLETED);
      assertThat(text(response)).isEqualTo("Hello there.");
      assertThat(response.usage().orElseThrow().totalTokens()).isEqualTo(30);
      assertThat(setup.gateway.charges().path(0).path("inputTokens").asInt()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource
  void streamGrowsToTheSameAnswer(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      List<ResponseStreamEvent> events = new ArrayList<>();
      try (StreamResponse<ResponseStreamEvent> stream =
          setup.client.responses().createStreaming(asking("Hi").build())) {
        stream.stream().forEach(events::add);
      }

      String text =
          events.stream()
              .flatMap(event -> event.outputTextDelta().stream())
              .map(delta -> delta.delta())
              .collect(Collectors.joining());
      assertThat(events.getFirst().isCreated()).isTrue();
      assertThat(text).isEqualTo("Hello there.");
      assertThat(text(events.getLast().asCompleted().response())).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void toolsAreCalledAndAnsweredInTheNextTurn(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      Response called =
          setup.client.responses().create(asking("Weather?").addTool(WEATHER).build());
      var call = called.output().getLast().asFunctionCall();
      assertThat(call.arguments()).isEqualTo(AnyUpstream.JSON_ANSWER);

      Response answered =
          setup
              .client
              .responses()
              .create(
                  ResponseCreateParams.builder()
                      .model("auto")
                      .addTool(WEATHER)
                      .previousResponseId(called.id())
                      .inputOfResponse(
                          List.of(
                              ResponseInputItem.ofFunctionCallOutput(
                                  ResponseInputItem.FunctionCallOutput.builder()
                                      .callId(call.callId())
                                      .output("sunny")
                                      .build())))
                      .build());

      assertThat(call.name()).isEqualTo("weather");
      assertThat(text(answered)).isEqualTo("Hello there.");
      assertThat(answered.previousResponseId()).contains(called.id());
      assertThat(setup.upstream.exchanges().getLast().bodyText()).contains("sunny", "Weather?");
    }
  }

  /** A place. */
  static final class Place {
    /** Its name. */
    public String city = "";
  }

  @ParameterizedTest
  @EnumSource
  void structuredAnswerFollowsItsSchema(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      var response = setup.client.responses().create(asking("Where?").text(Place.class).build());

      Place place =
          response.output().getFirst().message().orElseThrow().content().getFirst().asOutputText();
      assertThat(place.city).isEqualTo("Rome");
    }
  }

  @ParameterizedTest
  @EnumSource
  void conversationGoesOnFromWhatTheGatewayKeeps(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      Response first =
          setup
              .client
              .responses()
              .create(asking("My colour is blue").instructions("Old orders").build());

      Response second =
          setup
              .client
              .responses()
              .create(asking("Who am I?").previousResponseId(first.id()).build());

      String sent = setup.upstream.exchanges().getLast().bodyText();
      assertThat(sent)
          .containsSubsequence("My colour is blue", "Hello there.", "Who am I?")
          .doesNotContain("Old orders", "previous_response_id");
      assertThat(second.previousResponseId()).contains(first.id());
      assertThat(second.toString()).contains("store=true");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keptResponseIsRetrievedListedAndDeleted(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      var responses = setup.client.responses();
      Response given = responses.create(asking("Hi").build());

      assertThat(responses.retrieve(given.id()).output()).isEqualTo(given.output());
      assertThat(responses.inputItems().list(given.id()).data().getFirst().toString())
          .contains("Hi");
      responses.delete(given.id());

      assertThat(
              catchThrowableOfType(NotFoundException.class, () -> responses.retrieve(given.id())))
          .isNotNull();
      var unknown =
          catchThrowableOfType(
              BadRequestException.class,
              () -> responses.create(asking("On").previousResponseId(given.id()).build()));
      assertThat(unknown.code()).contains("previous_response_not_found");
      assertThat(unknown.param()).contains("previous_response_id");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotToBeStoredCannotBeRetrievedNorContinued(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      var responses = setup.client.responses();

      Response given = responses.create(asking("Hi").store(false).build());

      assertThat(given.toString()).contains("store=false");
      assertThat(
              catchThrowableOfType(NotFoundException.class, () -> responses.retrieve(given.id())))
          .isNotNull();
      assertThat(
              catchThrowableOfType(
                  BadRequestException.class,
                  () -> responses.create(asking("On").previousResponseId(given.id()).build())))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "OPENAI")
  void openAiItselfIsToldToKeepNothing(AnyUpstream kind) {
    try (Setup setup = new Setup(kind)) {
      setup.client.responses().create(asking("Hi").build());

      JsonNode asked = AnyUpstream.lastQuestion(setup.upstream);
      assertThat(asked.path("store").asBoolean(true)).isFalse();
      assertThat(asked.path("include").toString()).isEqualTo("[\"reasoning.encrypted_content\"]");
    }
  }
}
