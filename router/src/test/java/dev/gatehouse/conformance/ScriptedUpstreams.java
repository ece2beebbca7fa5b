package dev.gatehouse.conformance;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One scripted upstream of each kind, and the configuration of a gateway in front of them. */
public final class ScriptedUpstreams implements AutoCloseable {
  private final Map<UpstreamKind, VendorForm> forms = new EnumMap<>(UpstreamKind.class);
  private final Map<UpstreamKind, ScriptedUpstream> servers = new EnumMap<>(UpstreamKind.class);

  /** Starts one of each. */
  public ScriptedUpstreams() {
    for (UpstreamKind kind : UpstreamKind.values()) {
      VendorForm form =
          switch (kind) {
            case OPENAI -> new OpenAiForm(true);
            case COMPATIBLE -> new OpenAiForm(false);
            case ANTHROPIC -> new AnthropicForm();
            case GEMINI -> new GeminiForm();
            case OLLAMA -> new OllamaForm();
          };
      forms.put(kind, form);
      servers.put(kind, ScriptedUpstream.start(form));
    }
  }

  /** The configuration of a gateway in front of all of them. */
  public String configuration() {
    return """
        providers:
          - {name: openai, kind: openai, base-url: '%s/v1', api-key: k, models: [gpt-4.1-mini, {id: text-embedding-3-small, input-price: 0.02, output-price: 0}]}
          - {name: openai-compatible, kind: openai-compatible, locality: local, base-url: '%s/v1', models: [{id: qwen3-8b, capabilities: [tools, forced-tools, vision, json-object, json-schema, thinking, logprobs, multiple-choices, verbatim-fields]}]}
          - {name: anthropic, kind: anthropic, base-url: '%s', api-key: k, models: [claude-haiku-3.7]}
          - {name: gemini, kind: gemini, base-url: '%s', api-key: k, models: [gemini-2.5-flash]}
          - {name: ollama, kind: ollama, base-url: '%s'}
        privacy: {rules: {unscannable: cloud}}
        """
        .formatted(servers.values().stream().map(server -> server.url("").toString()).toArray());
  }

  /** What reached the upstream of that kind, in order of arrival. */
  public List<Ask> asked(UpstreamKind kind) {
    return Objects.requireNonNull(forms.get(kind)).asked();
  }

  /** The server of that kind. */
  public ScriptedUpstream server(UpstreamKind kind) {
    return Objects.requireNonNull(servers.get(kind));
  }

  @Override
  public void close() {
    servers.values().forEach(ScriptedUpstream::close);
  }
}
