package dev.gatehouse.provider.openai;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.inference.Event;
import dev.gatehouse.provider.relay.Relay;
import java.util.List;

/** The ways to one destination. */
record Lanes(Upstream upstream, Relay relay, TranslatedChat chat, TranslatedEmbeddings embeddings) {

  /**
   * The ways to the provider's server.
   *
   * @param locality where the models run that are called through it
   * @throws IllegalArgumentException if the provider has no base URL
   */
  static Lanes to(ProviderConfig config, Locality locality, PrivacyGate gate, Egress egress) {
    Destination destination = new Destination(config.name(), config.requireBaseUrl(), locality);
    Upstream upstream =
        new Upstream(gate, egress, destination, authorization(config), config.silenceTimeout());
    Relay relay = new Relay(config.name(), upstream);
    return new Lanes(
        upstream,
        relay,
        new TranslatedChat(config.name(), upstream),
        new TranslatedEmbeddings(config.name(), relay));
  }

  private static List<Event.Header> authorization(ProviderConfig config) {
    return config
        .apiKey()
        .map(key -> new Event.Header("Authorization", "Bearer " + key.reveal()))
        .stream()
        .toList();
  }
}
