package dev.gatehouse.provider.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LangChainHttpClientTest {

  /** Adds a member to each request and hands events on. */
  private static final class MarkingWire implements VendorWire {
    @Override
    public Framing framing() {
      return Framing.JSON_LINES;
    }

    @Override
    public void completeRequest(ObjectNode body, List<ChatMessage> messages) {
      body.put("marked", true);
    }

    @Override
    public List<ObjectNode> mendEvent(ObjectNode event) {
      return List.of(event);
    }

    @Override
    public Optional<FinishReason> finishReason() {
      return Optional.empty();
    }

    @Override
    public String responseModel() {
      return "";
    }

    @Override
    public Optional<Usage> usage() {
      return Optional.empty();
    }
  }

  private static SuccessfulHttpResponse execute(ScriptedUpstream server, HttpRequest request) {
    try (Egress egress = new Egress()) {
      Upstream upstream =
          new Upstream(
              Asked.GATE,
              egress,
              new Destination("test", server.url(""), Locality.LOCAL),
              List.of(new Event.Header("x-key", "real")),
              Duration.ofSeconds(20));
      LangChainHttpClient client =
          new LangChainHttpClient(
              "test", upstream, new Exchange(new MarkingWire(), event -> {}), List.of());
      return ScopedValue.where(Passage.CURRENT, Asked.passage(PrivacyTreatment.CLOUD_OK))
          .call(() -> client.execute(request));
    }
  }

  private static HttpRequest request(String url) {
    return HttpRequest.builder()
        .method(HttpMethod.POST)
        .url(url)
        .addHeader("x-key", "LangChain4j's")
        .body("{\n  \"a\" : 1.5\n}")
        .build();
  }

  @Test
  void theBodyGoesOutCompactAndCompletedUnderTheUpstreamsOwnHeaders() {
    try (ScriptedUpstream server =
        ScriptedUpstream.start(exchange -> exchange.json(200, "{\"b\":2}"))) {
      SuccessfulHttpResponse response =
          execute(server, request(LangChainHttpClient.BASE_URL + "/v1/x?y=z"));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{\"b\":2}");
      assertThat(server.exchanges().getFirst().path()).isEqualTo("/v1/x?y=z");
      assertThat(server.exchanges().getFirst().bodyText()).isEqualTo("{\"a\":1.5,\"marked\":true}");
      assertThat(server.exchanges().getFirst().header("x-key")).isEqualTo("real");
    }
  }

  @Test
  void anErrorAnswerIsThrownAsOurs() {
    try (ScriptedUpstream server =
        ScriptedUpstream.start(exchange -> exchange.json(529, "{\"error\":\"e\"}"))) {
      assertThatThrownBy(() -> execute(server, request(LangChainHttpClient.BASE_URL + "/x")))
          .isInstanceOfSatisfying(
              ProviderException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.BUSY);
                assertThat(e.answer().orElseThrow().body()).asString().contains("\"e\"");
              });
    }
  }

  @Test
  void noOtherAddressThanTheUpstreamsIsCalled() {
    try (ScriptedUpstream server = ScriptedUpstream.start(exchange -> {})) {
      assertThatThrownBy(() -> execute(server, request(server.url("/x").toString())))
          .isInstanceOf(IllegalStateException.class);

      assertThat(server.connections()).isZero();
    }
  }
}
