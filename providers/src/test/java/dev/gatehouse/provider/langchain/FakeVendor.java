package dev.gatehouse.provider.langchain;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.config.Secret;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.inference.Event;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.Assertions;

/** A cloud vendor's server, scripted, and the provider that calls it. */
public final class FakeVendor implements AutoCloseable {

  /** The key that must go in a header and nowhere else. */
  public static final String KEY = "sk-very-secret";

  private final ScriptedUpstream server;
  private final Egress egress = new Egress();
  private final Provider provider;

  /** Makes a provider. */
  @FunctionalInterface
  public interface Constructor {
    /** The provider's own constructor. */
    Provider provider(
        ProviderConfig config, PrivacyGate gate, Egress egress, PriceCatalogue prices);
  }

  /** A vendor that answers by {@code script}. */
  public FakeVendor(
      ProviderKind kind,
      Constructor constructor,
      List<ModelConfig> models,
      ScriptedUpstream.Script script) {
    this.server = ScriptedUpstream.start(script);
    ProviderConfig config =
        new ProviderConfig(
            "cloud",
            kind,
            kind.defaultLocality(),
            Optional.of(server.url("")),
            Optional.of(new Secret(KEY)),
            models,
            Duration.ofSeconds(20),
            OptionalInt.of(8),
            Optional.empty(),
            Optional.empty());
    this.provider = constructor.provider(config, Asked.GATE, egress, PriceCatalogue.bundled());
  }

  /** The provider under test. */
  public Provider provider() {
    return provider;
  }

  /** The scripted server. */
  public ScriptedUpstream server() {
    return server;
  }

  /** The model of that name. */
  public Model model(String id) {
    return provider.models().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The answer to a public request. */
  public List<Event> answer(Asked asked, String modelId) {
    return asked.askedOf(provider, model(modelId));
  }

  /** How a public request fails. */
  public ProviderException failure(Asked asked, String modelId) {
    return Assertions.catchThrowableOfType(ProviderException.class, () -> answer(asked, modelId));
  }

  /** The last request that arrived. */
  public Exchange last() {
    return server.exchanges().getLast();
  }

  /** A script that answers with this event stream. */
  public static ScriptedUpstream.Script stream(String events) {
    return exchange -> {
      exchange.begin(200, "text/event-stream");
      exchange.chunk(events.getBytes(StandardCharsets.UTF_8));
      exchange.end();
    };
  }

  @Override
  public void close() {
    egress.close();
    server.close();
  }
}
