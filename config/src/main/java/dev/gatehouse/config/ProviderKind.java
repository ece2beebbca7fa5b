package dev.gatehouse.config;

/** The kinds of upstream that a provider entry may name. */
public enum ProviderKind {
  /** A native Ollama server. */
  OLLAMA(Locality.LOCAL),
  /** OpenAI itself. */
  OPENAI(Locality.CLOUD),
  /**
   * Any server that speaks OpenAI's protocol; CLOUD unless the file says {@code locality: local}.
   */
  OPENAI_COMPATIBLE(Locality.CLOUD),
  /** Anthropic's Messages API. */
  ANTHROPIC(Locality.CLOUD),
  /** Google's Gemini API. */
  GEMINI(Locality.CLOUD),
  /** llama.cpp in a supervised child process of the gateway. */
  EMBEDDED(Locality.LOCAL);

  private final Locality defaultLocality;

  ProviderKind(Locality defaultLocality) {
    this.defaultLocality = defaultLocality;
  }

  /** Where such a provider runs when the file does not say. */
  public Locality defaultLocality() {
    return defaultLocality;
  }
}
