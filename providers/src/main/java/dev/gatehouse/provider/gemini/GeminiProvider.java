package dev.gatehouse.provider.gemini;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.provider.langchain.VendorProvider;

/** Google's Gemini models. The key goes in a header, never in a URL. */
public final class GeminiProvider extends VendorProvider {

  /**
   * @param config base URL without {@code /v1beta}; its models, where it has any, are offered alone
   * @param prices attached to the models by name
   */
  public GeminiProvider(
      ProviderConfig config, PrivacyGate gate, Egress egress, PriceCatalogue prices) {
    super(new Setup(config, gate, egress, prices), new GeminiVendor());
  }
}
