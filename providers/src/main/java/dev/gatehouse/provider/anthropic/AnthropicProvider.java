package dev.gatehouse.provider.anthropic;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.provider.langchain.VendorProvider;

/** Anthropic's models, over the Messages API. */
public final class AnthropicProvider extends VendorProvider {

  /**
   * @param config base URL without {@code /v1}; its models, where it has any, are offered alone
   * @param prices attached to the models by name
   */
  public AnthropicProvider(
      ProviderConfig config, PrivacyGate gate, Egress egress, PriceCatalogue prices) {
    super(new Setup(config, gate, egress, prices), new AnthropicVendor());
  }
}
