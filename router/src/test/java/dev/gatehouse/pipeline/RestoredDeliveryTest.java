package dev.gatehouse.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.Classification;
import dev.gatehouse.classify.Complexity;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.anthropic.AnthropicDialect;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.WithheldValues;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.meter.TokenEstimate;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.redact.Pseudonym;
import dev.gatehouse.redact.Pseudonyms;
import dev.gatehouse.redact.Redaction;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer on its way to the client, where the request went out with pseudonyms. */
final class RestoredDeliveryTest {
  private static final String BODY =
      "{\"model\":\"auto\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms(List.of(new Pseudonym("Person7hk2m9qx", "Zoë \"Zo\" O'Hara")));
  private static final String CHUNK =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n";

  private final ClientSide client = new ClientSide();
  private final Money money = new Money(candidate(Locality.CLOUD));
  private final Presentation presentation = presentation();
  private final AnswerDelivery delivery = new AnswerDelivery(client, money, presentation);

  private static Candidate candidate(Locality locality) {
    Model model =
        new Model(
            "up",
            "m",
            locality,
            Set.of(),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Model.Details.UNKNOWN);
    return new Candidate(
        model, Optional.empty(), "can", Optional.empty(), Optional.empty(), BigDecimal.ZERO);
  }

  private static Presentation presentation() {
    DecodedRequest decoded =
        new ChatCompletions()
            .decode(JsonBody.parse(BODY.getBytes(UTF_8)), new Caller(Optional.empty()));
    Candidate candidate = candidate(Locality.CLOUD);
    Consideration considered =
        new Consideration(
            new Inbound(
                "r1",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                PrivacyTreatment.CLOUD_OK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new byte[0]),
            decoded.request(),
            new Classification(
                new PrivacyReport(List.of()), new Complexity(Complexity.Task.CHAT, 0.5)),
            TokenEstimate.NONE,
            new PrivacyGate(PrivacyConfig.defaultRules(), false)
                .admit("r1", Set.of(PrivacyClass.PUBLIC), PrivacyTreatment.CLOUD_OK),
            new RedactedForm.Made(
                new Redaction(decoded.request(), PSEUDONYMS), new WithheldValues(Set.of(), 0)),
            new Decision.Route(List.of(candidate), List.of(candidate), "test", Optional.empty()));
    Dispatcher dispatcher =
        new Dispatcher(List.of(new Dispatcher.Bounded(new Unasked(), 1, Duration.ofMillis(1))));
    return new Presentation(
        considered,
        decoded.encoder(),
        Optional.empty(),
        InstantSource.fixed(Instant.EPOCH),
        new Lanes(dispatcher, decoded.request()));
  }

  private static Event.Verbatim chunk(String text) {
    return new Event.Verbatim(CHUNK.formatted(text).getBytes(UTF_8), text.length());
  }

  private void begin(Locality locality) {
    delivery.attempt(candidate(locality));
    delivery.accept(new Event.Started("m", "text/event-stream", List.of()));
  }

  @Test
  void answerOfTheCloudIsRestored() {
    begin(Locality.CLOUD);
    delivery.accept(chunk("Dear Person7hk"));
    delivery.accept(chunk("2m9qx!"));
    delivery.accept(
        new Event.VerbatimEnd("data: [DONE]\n\n".getBytes(UTF_8), FinishReason.STOP, 0));

    assertThat(client.text())
        .isEqualTo(
            CHUNK.formatted("Dear ")
                + CHUNK.formatted("Zoë \\\"Zo\\\" O'Hara!")
                + "data: [DONE]\n\n");
  }

  @Test
  void answerOfALocalModelThatSawTheValuesIsHandedOnAsItIs() {
    begin(Locality.LOCAL);
    delivery.accept(chunk("Dear Person7hk2m9qx"));

    assertThat(client.text()).isEqualTo(CHUNK.formatted("Dear Person7hk2m9qx"));
  }

  @Test
  void chargesFollowWhatTheUpstreamProduced() {
    begin(Locality.CLOUD);
    delivery.accept(chunk("Person7hk2m9qx"));

    assertThat(money.produced).isEqualTo("Person7hk2m9qx".length());
  }

  @Test
  void whatWasHeldBackOfACutAnswerComesBeforeItsError() {
    begin(Locality.CLOUD);
    delivery.accept(chunk("It is Person"));

    delivery.fail(
        ApiError.of(502, "upstream_failed", "cut"),
        new Reply(client, new AnthropicDialect(List::of, Instant.EPOCH), "r1"));

    assertThat(client.text())
        .startsWith(CHUNK.formatted("It is ") + CHUNK.formatted("Person") + "event: error");
  }

  @Test
  void nextCandidateDoesNotGoOnWithWhatWasHeldBackOfTheLast() {
    delivery.attempt(candidate(Locality.CLOUD));
    delivery.accept(new Event.TextDelta(0, "Person"));
    assertThat(delivery.released()).isFalse();

    begin(Locality.CLOUD);
    delivery.accept(chunk("7hk2m9qx"));

    assertThat(client.text()).isEqualTo(CHUNK.formatted("7hk2m9qx"));
  }

  @Test
  void errorOfTheUpstreamThatQuotesThePromptIsRestored() {
    begin(Locality.CLOUD);
    ProviderException refused =
        new ProviderException(
            Kind.REJECTED,
            "up answered 400",
            Optional.of(
                new ProviderException.Answer(
                    400,
                    "application/json",
                    "{\"error\":{\"message\":\"no Person7hk2m9qx\"}}".getBytes(UTF_8),
                    List.of())));

    new Failing(
            presentation,
            delivery,
            new Reply(client, new AnthropicDialect(List::of, Instant.EPOCH), "r1"))
        .upstream(refused);

    assertThat(client.text()).isEqualTo("{\"error\":{\"message\":\"no Zoë \\\"Zo\\\" O'Hara\"}}");
  }

  /** Keeps what a client would see. */
  private static final class ClientSide implements Channel {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Override
    public void send(int status, String contentType, List<Event.Header> headers, byte[] whole) {
      body.writeBytes(whole);
    }

    @Override
    public void begin(int status, String contentType, List<Event.Header> headers) {}

    @Override
    public void write(byte[] piece) {
      body.writeBytes(piece);
    }

    @Override
    public void end() {}

    @Override
    public void whileClientWaits(Runnable work) {
      work.run();
    }

    String text() {
      return body.toString(UTF_8);
    }
  }

  /** Counts what is produced. */
  private static final class Money implements Charging {
    private Candidate candidate;
    private int produced;

    Money(Candidate candidate) {
      this.candidate = candidate;
    }

    @Override
    public boolean attempt(Candidate next) {
      candidate = next;
      return false;
    }

    @Override
    public Candidate candidate() {
      return candidate;
    }

    @Override
    public void answeredBy(String model) {}

    @Override
    public void reported(Usage reported) {}

    @Override
    public void produced(int characters) {
      produced += characters;
    }

    @Override
    public void firstChunk() {}

    @Override
    public BigDecimal settle(Outcome outcome, Optional<String> errorKind) {
      return BigDecimal.ZERO;
    }
  }

  /** A provider that relays everything and is never called. */
  private static final class Unasked implements Provider {
    @Override
    public String name() {
      return "up";
    }

    @Override
    public List<Model> models() {
      return List.of();
    }

    @Override
    public void discover() {}

    @Override
    public boolean relays(Wire wire) {
      return true;
    }

    @Override
    public List<String> dropped(ChatRequest request, Model model) {
      return List.of();
    }

    @Override
    public void chat(ChatCall call, EventSink sink) {
      throw new IllegalStateException("asked");
    }

    @Override
    public void embed(EmbeddingsCall call, EventSink sink) {
      throw new IllegalStateException("asked");
    }

    @Override
    public void close() {}
  }
}
