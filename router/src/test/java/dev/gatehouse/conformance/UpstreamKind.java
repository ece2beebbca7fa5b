package dev.gatehouse.conformance;

/** The kinds of upstream that there are. */
public enum UpstreamKind {
  OPENAI("openai", "gpt-4.1-mini"),
  COMPATIBLE("openai-compatible", "qwen3-8b"),
  ANTHROPIC("anthropic", "claude-haiku-3.7"),
  GEMINI("gemini", "gemini-2.5-flash"),
  OLLAMA("ollama", OllamaForm.CHAT_MODEL);

  private final String label;
  private final String model;

  UpstreamKind(String label, String model) {
    this.label = label;
    this.model = model;
  }

  /** The word for it in a configuration; its provider has the same name. */
  public String label() {
    return label;
  }

  /** The name by which clients ask for its model. */
  public String model() {
    return label + "/" + model;
  }
}
