package dev.gatehouse.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything of a request that may leave: its body, and what goes along in headers. An image, sound
 * or a file is what nobody can read, however the caller's protocol writes it down.
 */
final class RequestScan {

  /** The rule of the finding that stands for such a part where the body's own scan saw none. */
  static final String MEDIA_PART = "media-part";

  /** The rule of the finding that stands for a text in tokens. */
  static final String TOKENS = "token-array";

  /** Before the path of a finding in a header, which is none in the body. */
  static final String HEADERS = "headers:";

  private final PrivacyClassifier classifier;

  RequestScan(PrivacyClassifier classifier) {
    this.classifier = classifier;
  }

  PrivacyReport scan(InferenceRequest request) {
    PrivacyReport body = joined(classifier.scan(request.body().tree()), tokens(request));
    return switch (request) {
      case ChatRequest chat -> joined(body, beside(chat, body));
      case EmbeddingsRequest _ -> body;
    };
  }

  /** A text in tokens is a text that only its model's vocabulary can read. */
  private static List<Finding> tokens(InferenceRequest request) {
    String field =
        switch (request.wire()) {
          case OPENAI_EMBEDDINGS -> "input";
          case OPENAI_COMPLETIONS -> "prompt";
          case OPENAI_CHAT, OPENAI_RESPONSES, ANTHROPIC_MESSAGES, ANTHROPIC_COUNT_TOKENS -> "";
          case OLLAMA_CHAT, OLLAMA_GENERATE, OLLAMA_EMBED, OLLAMA_EMBEDDINGS -> "";
        };
    return holdsNumbers(request.body().tree().path(field))
        ? List.of(Finding.opaque(TOKENS, "/" + field))
        : List.of();
  }

  private static boolean holdsNumbers(JsonNode value) {
    for (JsonNode each : value) {
      if (each.isNumber() || holdsNumbers(each)) {
        return true;
      }
    }
    return false;
  }

  private static PrivacyReport joined(PrivacyReport body, List<Finding> beside) {
    if (beside.isEmpty()) {
      return body;
    }
    List<Finding> all = new ArrayList<>(body.findings());
    all.addAll(beside);
    return new PrivacyReport(all);
  }

  private List<Finding> beside(ChatRequest chat, PrivacyReport body) {
    List<Finding> findings = new ArrayList<>();
    if (!body.classes().contains(PrivacyClass.UNSCANNABLE) && holdsMedia(chat)) {
      findings.add(Finding.opaque(MEDIA_PART, "/messages"));
    }
    if (!chat.upstreamHeaders().isEmpty()) {
      classifier.scan(document(chat.upstreamHeaders())).findings().stream()
          .map(finding -> finding.at(HEADERS + finding.path()))
          .forEach(findings::add);
    }
    return findings;
  }

  private static ObjectNode document(List<Event.Header> headers) {
    ObjectNode document = Json.object();
    headers.forEach(header -> document.put(header.name(), header.value()));
    return document;
  }

  private static boolean holdsMedia(ChatRequest chat) {
    return chat.messages().stream().map(Message::parts).anyMatch(RequestScan::holdsMedia);
  }

  private static boolean holdsMedia(List<Part> parts) {
    return parts.stream()
        .anyMatch(
            part ->
                switch (part) {
                  case Part.Image _, Part.Audio _, Part.File _ -> true;
                  case Part.ToolResult result -> holdsMedia(result.content());
                  case Part.Text _, Part.Refusal _, Part.ToolCall _ -> false;
                  case Part.Thinking _, Part.RedactedThinking _ -> false;
                });
  }
}
