package dev.gatehouse.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.ollama.OllamaProvider;
import dev.gatehouse.provider.openai.OpenAiProvider;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DispatcherTest {
  private static final String ANSWER =
      "{\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}";
  private static final ChatRequest REQUEST =
      ChatCompletions.request(
          JsonBody.parse(
              "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
                  .getBytes(UTF_8)));

  private final PrivacyGate gate = new PrivacyGate(PrivacyConfig.defaultRules(), false);
  private final Passage passage =
      gate.admit("r1", Set.of(PrivacyClass.PUBLIC), PrivacyTreatment.CLOUD_OK);
  private final Egress egress = new Egress();
  private final List<Provider> providers = new ArrayList<>();

  @AfterEach
  void close() {
    egress.close();
  }

  private Candidate candidate(String name, ScriptedUpstream upstream) {
    ProviderConfig plain =
        ProviderConfig.of(
            name,
            ProviderKind.OPENAI_COMPATIBLE,
            Optional.of(upstream.url("/v1")),
            Optional.empty());
    ProviderConfig config =
        new ProviderConfig(
            name,
            plain.kind(),
            Locality.LOCAL,
            plain.baseUrl(),
            plain.apiKey(),
            List.of(ModelConfig.of("m")),
            plain.silenceTimeout(),
            plain.maxConcurrent(),
            plain.weights(),
            plain.engine());
    return candidate(new OpenAiProvider(config, gate, egress, PriceCatalogue.bundled()));
  }

  private Candidate candidate(Provider provider) {
    providers.add(provider);
    return new Candidate(
        provider.models().getFirst(),
        Optional.empty(),
        "can",
        Optional.empty(),
        Optional.empty(),
        BigDecimal.ZERO);
  }

  private Dispatcher dispatcher(int maxConcurrent) {
    return new Dispatcher(
        providers.stream()
            .map(
                provider -> new Dispatcher.Bounded(provider, maxConcurrent, Duration.ofMillis(200)))
            .toList());
  }

  private static Decision.Route route(Candidate... candidates) {
    return new Decision.Route(List.of(candidates), List.of(candidates), "test", Optional.empty());
  }

  @Test
  void nobodyThereIsTriedOnceMoreAndThenTheNextIsAsked() {
    try (ScriptedUpstream resets = ScriptedUpstream.start(exchange -> exchange.reset());
        ScriptedUpstream answers = ScriptedUpstream.start(exchange -> exchange.json(200, ANSWER))) {
      Candidate first = candidate("first", resets);
      Candidate second = candidate("second", answers);
      Recorded recorded = new Recorded();

      dispatcher(8).dispatch(route(first, second), Outgoing.asWritten(REQUEST), passage, recorded);

      assertThat(resets.exchanges()).hasSize(2);
      assertThat(recorded.attempts).containsExactly("first", "second");
      assertThat(recorded.events.getLast()).isInstanceOf(Event.VerbatimEnd.class);
    }
  }

  @Test
  void failureAfterAnAnswerIsNotRepeatedAtTheSameProvider() {
    try (ScriptedUpstream fails = ScriptedUpstream.start(exchange -> exchange.json(500, "{}"))) {
      Candidate only = candidate("only", fails);

      assertThatThrownBy(
              () ->
                  dispatcher(8)
                      .dispatch(route(only), Outgoing.asWritten(REQUEST), passage, new Recorded()))
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FAILED));
      assertThat(fails.exchanges()).hasSize(1);
    }
  }

  @Test
  void promptThatIsTooLongForOneModelGoesToTheNextAndNobodyLooksIll() {
    try (ScriptedUpstream small = ScriptedUpstream.start(DispatcherTest::tooLong);
        ScriptedUpstream answers = ScriptedUpstream.start(exchange -> exchange.json(200, ANSWER))) {
      Candidate first = ollama(small);
      Candidate second = candidate("second", answers);
      Dispatcher dispatcher = dispatcher(8);

      for (int i = 0; i < 10; i++) {
        Recorded recorded = new Recorded();
        dispatcher.dispatch(route(first, second), Outgoing.asWritten(REQUEST), passage, recorded);
        assertThat(recorded.attempts).containsExactly("ollama", "second");
      }

      assertThat(dispatcher.failing()).isEmpty();
      assertThatThrownBy(
              () ->
                  dispatcher.dispatch(
                      route(first), Outgoing.asWritten(REQUEST), passage, new Recorded()))
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LONG));
    }
  }

  private static void tooLong(ScriptedUpstream.Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/api/tags" ->
          exchange.json(200, "{\"models\":[{\"name\":\"m:latest\",\"digest\":\"d\"}]}");
      case "/api/ps", "/api/show" -> exchange.json(200, "{}");
      default ->
          exchange.json(
              400,
              "{\"error\":\"{\\\"error\\\":{\\\"type\\\":\\\"exceed_context_size_error\\\","
                  + "\\\"n_prompt_tokens\\\":1513,\\\"n_ctx\\\":512}}\"}");
    }
  }

  private Candidate ollama(ScriptedUpstream upstream) {
    ProviderConfig config =
        ProviderConfig.of(
            "ollama", ProviderKind.OLLAMA, Optional.of(upstream.url("")), Optional.empty());
    Provider provider = new OllamaProvider(config, gate, egress, PriceCatalogue.bundled());
    provider.discover();
    return candidate(provider);
  }

  @Test
  void providerThatKeepsFailingIsLeftAlone() {
    try (ScriptedUpstream fails = ScriptedUpstream.start(exchange -> exchange.json(500, "{}"))) {
      Candidate only = candidate("only", fails);
      Dispatcher dispatcher = dispatcher(8);

      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(
                () ->
                    dispatcher.dispatch(
                        route(only), Outgoing.asWritten(REQUEST), passage, new Recorded()))
            .isInstanceOf(ProviderException.class);
      }

      assertThat(dispatcher.failing()).containsExactly("only");
      assertThat(fails.exchanges()).hasSize(5);
    }
  }

  @Test
  void clientsMistakesDoNotMakeAProviderLookIll() {
    try (ScriptedUpstream rejects = ScriptedUpstream.start(exchange -> exchange.json(400, "{}"))) {
      Candidate only = candidate("only", rejects);
      Dispatcher dispatcher = dispatcher(8);

      for (int i = 0; i < 30; i++) {
        assertThatThrownBy(
                () ->
                    dispatcher.dispatch(
                        route(only), Outgoing.asWritten(REQUEST), passage, new Recorded()))
            .isInstanceOf(ProviderException.class);
      }

      assertThat(dispatcher.failing()).isEmpty();
      assertThat(rejects.exchanges()).hasSize(30);
    }
  }

  @Test
  void upstreamIsNotAskedForMoreThanItMayBeAskedAtOnce() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ScriptedUpstream slow =
        ScriptedUpstream.start(
            exchange -> {
              busy.countDown();
              awaitQuietly(release);
              exchange.json(200, ANSWER);
            })) {
      Candidate only = candidate("only", slow);
      Dispatcher dispatcher = dispatcher(1);
      Recorded first = new Recorded();
      Thread running =
          Thread.ofVirtual()
              .start(
                  () ->
                      dispatcher.dispatch(
                          route(only), Outgoing.asWritten(REQUEST), passage, first));
      busy.await();

      assertThatThrownBy(
              () ->
                  dispatcher.dispatch(
                      route(only), Outgoing.asWritten(REQUEST), passage, new Recorded()))
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
      release.countDown();
      running.join();
      assertThat(slow.exchanges()).hasSize(1);
      assertThat(first.events).isNotEmpty();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Remembers what was delivered. */
  private static final class Recorded implements Delivery {
    private final List<String> attempts = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    @Override
    public ChatCall.Limit attempt(Candidate candidate) {
      attempts.add(candidate.model().providerName());
      return ChatCall.Limit.WHERE_NEEDED;
    }

    @Override
    public boolean released() {
      return false;
    }

    @Override
    public void accept(Event event) {
      events.add(event);
    }
  }
}
