package dev.gatehouse.config;

import java.net.URI;
import java.util.Optional;

/** The kinds of upstream that a provider entry may name. */
public enum ProviderKind {
  /** A native Ollama server. */
  OLLAMA(Locality.LOCAL, "http://127.0.0.1:11434"),
  /** OpenAI itself. */
  OPENAI(Locality.CLOUD, "https://api.openai.com/v1"),
  /**
   * Any server that speaks OpenAI's protocol; CLOUD unless the file says {@code locality: local}.
   */
  OPENAI_COMPATIBLE(Locality.CLOUD, ""),
  /** Anthropic's Messages API. */
  ANTHROPIC(Locality.CLOUD, "https://api.anthropic.com"),
  /** Google's Gemini API. */
  GEMINI(Locality.CLOUD, "https://generativelanguage.googleapis.com"),
  /** llama.cpp in a supervised child process of the gateway. */
  EMBEDDED(Locality.LOCAL, "");

  private final Locality defaultLocality;

  private final String defaultBaseUrl;

  ProviderKind(Locality defaultLocality, String defaultBaseUrl) {
    this.defaultLocality = defaultLocality;
    this.defaultBaseUrl = defaultBaseUrl;
  }

  /** Where such a provider runs when the file does not say. */
  public Locality defaultLocality() {
    return defaultLocality;
  }

  /**
   * The vendor's public address, or Ollama's usual one; empty where there is none
   * (OPENAI_COMPATIBLE must name its own, EMBEDDED has none).
   */
  public Optional<URI> defaultBaseUrl() {
    return Optional.of(defaultBaseUrl).filter(url -> !url.isEmpty()).map(URI::create);
  }
}
