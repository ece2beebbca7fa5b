package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OllamaDiscoveryTest {

  @Test
  void aModelIsListedWithEverythingTheServerTells() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();

      Model able = FakeOllama.model(provider, "able:8b");

      assertThat(able.locality()).isEqualTo(Locality.LOCAL);
      assertThat(able.capabilities())
          .containsExactlyInAnyOrder(
              Capability.TOOLS,
              Capability.FORCED_TOOLS,
              Capability.VISION,
              Capability.THINKING,
              Capability.JSON_OBJECT,
              Capability.JSON_SCHEMA,
              Capability.VERBATIM_FIELDS);
      assertThat(able.contextTokens()).isEqualTo(OptionalInt.of(40960));
      assertThat(able.price()).isEmpty();
      assertThat(able.quality().orElseThrow()).isBetween(0.59, 0.61);
      assertThat(able.details())
          .isEqualTo(
              new Model.Details(
                  OptionalLong.of(5_000_000_000L),
                  OptionalLong.of(8_190_735_360L),
                  Optional.of("Q4_K_M"),
                  Optional.empty(),
                  Optional.of(
                      new Model.Loaded(
                          OptionalInt.of(8192),
                          OptionalLong.empty(),
                          OptionalLong.empty(),
                          Optional.empty()))));
      assertThat(FakeOllama.model(provider, "tiny:latest").details().loaded()).isFalse();
    }
  }

  @Test
  void modelsThatEmbedAreOfferedForThatAlone() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();

      assertThat(provider.models())
          .extracting(Model::id)
          .containsExactly(
              "tiny:latest", "able:8b", "embed:latest", "stub:latest", "gpt-oss:120b-Cloud");
      assertThat(FakeOllama.model(provider, "embed:latest").capabilities())
          .containsExactlyInAnyOrder(Capability.EMBEDDINGS, Capability.VERBATIM_FIELDS);
    }
  }

  @Test
  void modelsOfOllamasCloudAreCloudAndTheServerIsNotAskedToShowThem() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();

      assertThat(FakeOllama.model(provider, "stub:latest").locality()).isEqualTo(Locality.CLOUD);
      assertThat(FakeOllama.model(provider, "gpt-oss:120b-Cloud").locality())
          .isEqualTo(Locality.CLOUD);
      assertThat(ollama.server.exchanges())
          .filteredOn(exchange -> exchange.path().equals("/api/show"))
          .noneMatch(
              exchange ->
                  exchange.bodyText().contains("stub") || exchange.bodyText().contains("Cloud"));
    }
  }

  @Test
  void aLocalOnlyRequestOpensNoConnectionForACloudModel() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();
      int before = ollama.server.connections();

      for (String id : List.of("stub:latest", "gpt-oss:120b-Cloud")) {
        Model model = FakeOllama.model(provider, id);
        assertThatThrownBy(
                () -> Asked.of("hi").askedOf(provider, model, PrivacyTreatment.LOCAL_ONLY))
            .isInstanceOf(NotClearedException.class);
      }

      assertThat(ollama.server.connections()).isEqualTo(before);
      assertThat(ollama.chats()).isEmpty();
    }
  }

  @Test
  void whereAModelRunsIsTakenFromTheServerAndNotFromTheCall() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider =
          ollama.provider(List.of(ModelConfig.of("stub")), Duration.ofSeconds(20), 8);
      Model trusted = FakeOllama.model(provider, "stub");

      assertThat(trusted.locality()).isEqualTo(Locality.LOCAL);
      assertThatThrownBy(
              () -> Asked.of("hi").askedOf(provider, trusted, PrivacyTreatment.LOCAL_ONLY))
          .isInstanceOf(NotClearedException.class);

      assertThat(ollama.chats()).isEmpty();
      assertThat(FakeOllama.model(provider, "stub").locality()).isEqualTo(Locality.CLOUD);
    }
  }

  @Test
  void eachDigestIsShownOnce() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();

      provider.discover();

      assertThat(ollama.server.exchanges())
          .filteredOn(exchange -> exchange.path().equals("/api/show"))
          .hasSize(3);
    }
  }

  @Test
  void theOperatorsWordGoesBeforeTheServers() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      ModelConfig said =
          new ModelConfig(
              "able:8b",
              Set.of(Capability.TOOLS),
              OptionalInt.of(2048),
              Optional.empty(),
              Optional.empty(),
              OptionalDouble.of(0.9));
      OllamaProvider provider =
          ollama.provider(List.of(said, ModelConfig.of("absent")), Duration.ofSeconds(20), 8);
      assertThat(provider.models()).extracting(Model::id).containsExactly("able:8b", "absent");

      provider.discover();

      Model able = FakeOllama.model(provider, "able:8b");
      assertThat(able.capabilities())
          .containsExactlyInAnyOrder(Capability.TOOLS, Capability.VERBATIM_FIELDS);
      assertThat(able.contextTokens()).isEqualTo(OptionalInt.of(2048));
      assertThat(able.quality()).isEqualTo(OptionalDouble.of(0.9));
      assertThat(able.details().loaded()).isTrue();
      assertThat(provider.models()).extracting(Model::id).containsExactly("able:8b");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsUnreachable() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();
      ollama.server.close();

      assertThatThrownBy(provider::discover)
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));

      assertThat(provider.models()).isEmpty();
    }
  }

  @Test
  void aModelThatIsNotOnTheListIsNotCalled() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();
      Model other =
          OllamaModel.named("other:cloud")
              .facts(Locality.LOCAL, OptionalInt.empty(), Optional.empty())
              .offer("ollama", ModelConfig.of("other:cloud"), PriceCatalogue.bundled());

      assertThatThrownBy(() -> Asked.of("hi").askedOf(provider, other))
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FAILED));

      assertThat(ollama.chats()).isEmpty();
    }
  }
}
