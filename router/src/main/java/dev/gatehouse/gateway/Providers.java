package dev.gatehouse.gateway;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.Preset;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.dispatch.OllamaServers;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.anthropic.AnthropicProvider;
import dev.gatehouse.provider.embedded.EmbeddedEngine;
import dev.gatehouse.provider.embedded.EmbeddedProvider;
import dev.gatehouse.provider.embedded.EmbeddedSettings;
import dev.gatehouse.provider.embedded.Progress;
import dev.gatehouse.provider.gemini.GeminiProvider;
import dev.gatehouse.provider.langchain.VendorProvider;
import dev.gatehouse.provider.ollama.OllamaAdministration;
import dev.gatehouse.provider.ollama.OllamaProvider;
import dev.gatehouse.provider.ollama.OllamaTimings;
import dev.gatehouse.provider.openai.OpenAiProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every provider of the gateway, configured or found, and what is known of their state. In an
 * air-gapped gateway CLOUD providers are not even constructed.
 */
public final class Providers implements AutoCloseable {
  private static final int REFRESH_LOCAL_SECONDS = 30;
  private static final int REFRESH_CLOUD_SECONDS = 600;

  private final GatehouseConfig config;
  private final Materials materials;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, String> problems = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A provider with its configuration. */
  public record Entry(ProviderConfig config, Provider provider) {}

  private Providers(GatehouseConfig config, Materials materials) {
    this.config = config;
    this.materials = materials;
  }

  /** What providers are made of. */
  public record Materials(
      PrivacyGate gate,
      Egress egress,
      PriceCatalogue prices,
      Map<String, String> environment,
      Listeners listeners) {}

  /**
   * Who wants to hear of what happens.
   *
   * @param progress told of the embedded model's download
   * @param timings told where the time of Ollama's answers went
   * @param failures told of stops that failed at a request
   */
  public record Listeners(
      Consumer<Progress> progress, OllamaTimings timings, FailureListener failures) {

    /** Nobody. */
    public static final Listeners NONE =
        new Listeners(_ -> {}, OllamaTimings.NONE, FailureListener.NONE);
  }

  /**
   * Constructs the configured providers; where none is, those that are there: Ollama on its usual
   * port, keys in the environment, and the embedded model if there is no local one. Asks those
   * whose models are not written down what they offer, all at once; one that does not answer is
   * kept, with its problem.
   */
  public static Providers open(GatehouseConfig config, Materials materials) {
    Providers providers = new Providers(config, materials);
    if (config.providers().isEmpty()) {
      providers.find(new Surroundings(materials.environment()));
    } else {
      config.providers().stream().filter(providers::allowed).forEach(providers::add);
      providers.discover(providers.entries.stream().filter(Providers::tellsMore).toList());
    }
    return providers;
  }

  private void find(Surroundings surroundings) {
    add(Surroundings.ollama());
    surroundings.cloud().stream().filter(this::allowed).forEach(this::add);
    discover(entries);
    entries.removeIf(
        entry -> entry.config().name().equals("ollama") && problems.containsKey("ollama"));
    problems.remove("ollama");
    if (models().stream().noneMatch(model -> model.locality() == Locality.LOCAL)) {
      add(Surroundings.embedded());
    }
  }

  private boolean allowed(ProviderConfig each) {
    return config.policy().preset() != Preset.AIR_GAPPED || each.locality() == Locality.LOCAL;
  }

  private void add(ProviderConfig each) {
    entries.add(new Entry(each, construct(each)));
  }

  private Provider construct(ProviderConfig each) {
    PrivacyGate gate = materials.gate();
    Egress egress = materials.egress();
    PriceCatalogue prices = materials.prices();
    return switch (each.kind()) {
      case OLLAMA ->
          new OllamaProvider(
              new VendorProvider.Setup(each, gate, egress, prices),
              materials.listeners().timings());
      case OPENAI, OPENAI_COMPATIBLE -> new OpenAiProvider(each, gate, egress, prices);
      case ANTHROPIC -> new AnthropicProvider(each, gate, egress, prices);
      case GEMINI -> new GeminiProvider(each, gate, egress, prices);
      case EMBEDDED ->
          new EmbeddedProvider(
              each,
              new EmbeddedEngine(
                  EmbeddedSettings.of(each, config.dataDirectory()),
                  gate,
                  egress,
                  materials.listeners().progress()),
              gate,
              egress);
    };
  }

  /**
   * Whether there is anything to learn from asking: a cloud provider whose models are written down
   * is left alone.
   */
  private static boolean tellsMore(Entry entry) {
    return entry.config().models().isEmpty() || entry.config().kind() == ProviderKind.OLLAMA;
  }

  /** Asks every provider what it offers, also those whose models are written down. */
  public void reachAll() {
    discover(entries);
  }

  private void discover(List<Entry> some) {
    List<Thread> threads =
        some.stream()
            .map(entry -> Thread.ofVirtual().start(() -> discover(entry.provider())))
            .toList();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void discover(Provider provider) {
    try {
      provider.discover();
      problems.remove(provider.name());
    } catch (ProviderException | NotClearedException e) {
      problems.put(provider.name(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Starts the embedded engine, where there is one, and keeps asking every provider what it offers.
   */
  public void start() {
    for (Entry entry : entries) {
      if (entry.provider() instanceof EmbeddedProvider embedded) {
        embedded.start();
      }
      if (tellsMore(entry)) {
        Thread.ofVirtual().name("discovery-" + entry.config().name()).start(() -> refresh(entry));
      }
    }
  }

  private void refresh(Entry entry) {
    int seconds =
        entry.config().locality() == Locality.LOCAL ? REFRESH_LOCAL_SECONDS : REFRESH_CLOUD_SECONDS;
    try {
      while (!closed.await(seconds, TimeUnit.SECONDS)) {
        discover(entry.provider());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Every model on offer now. */
  public List<Model> models() {
    return entries.stream().flatMap(entry -> entry.provider().models().stream()).toList();
  }

  /** Every model on offer now, with what it can be asked over a wire. */
  List<Model> modelsOver(Wire wire) {
    return entries.stream().flatMap(entry -> modelsOver(wire, entry.provider())).toList();
  }

  private static Stream<Model> modelsOver(Wire wire, Provider provider) {
    boolean relays = provider.relays(wire);
    return provider.models().stream().map(model -> relays ? model : model.translated());
  }

  /** Whether some model could answer now. */
  public boolean ready() {
    return entries.stream().map(Entry::provider).anyMatch(Providers::ready);
  }

  private static boolean ready(Provider provider) {
    return provider instanceof EmbeddedProvider embedded
        ? embedded.isReady()
        : !provider.models().isEmpty();
  }

  /** Every provider, in order of configuration. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Why a provider offers nothing, for people to read. */
  public Optional<String> problem(String providerName) {
    return Optional.ofNullable(problems.get(providerName))
        .or(
            () ->
                embedded()
                    .filter(each -> each.name().equals(providerName))
                    .flatMap(EmbeddedProvider::failure));
  }

  /** Every Ollama whose models can be changed. */
  OllamaServers ollamas() {
    Map<String, OllamaAdministration> all = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.provider() instanceof OllamaProvider ollama) {
        all.put(ollama.name(), ollama.administration());
      }
    }
    return new OllamaServers(all);
  }

  /** The embedded provider, where there is one. */
  public Optional<EmbeddedProvider> embedded() {
    return entries.stream()
        .map(Entry::provider)
        .filter(EmbeddedProvider.class::isInstance)
        .map(EmbeddedProvider.class::cast)
        .findFirst();
  }

  /** Every provider with its bounds, for the dispatcher. */
  List<Dispatcher.Bounded> bounded() {
    return entries.stream()
        .map(
            entry ->
                new Dispatcher.Bounded(
                    entry.provider(),
                    entry.config().maxConcurrent().orElse(ProviderConfig.DEFAULT_MAX_CONCURRENT),
                    entry.config().silenceTimeout()))
        .toList();
  }

  @Override
  public void close() {
    closed.countDown();
    entries.forEach(entry -> entry.provider().close());
  }
}
