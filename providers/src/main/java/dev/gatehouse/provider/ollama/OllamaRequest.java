package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What goes out to {@code POST /api/chat} beside what LangChain4j carries.
 *
 * @param request what the client asks
 */
record OllamaRequest(ChatRequest request, OllamaAttempt attempt) {

  /** The tool call that the answer must be. */
  Optional<ForcedCall> forced() {
    return ForcedCall.of(request);
  }

  /** Completes LangChain4j's body in place. */
  void complete(ObjectNode body, List<ChatMessage> messages) {
    body.put("model", attempt.call().model().name());
    body.put("truncate", false); // else a prompt that is too long is cut without a word
    completeOptions(body);
    completeThinking(body);
    completeTools(body);
    forced().ifPresent(each -> body.set("format", each.format()));
    for (int i = 0; i < messages.size(); i++) {
      completeMessage((ObjectNode) body.path("messages").path(i), messages.get(i));
    }
  }

  private void completeOptions(ObjectNode body) {
    ObjectNode sent = body.withObject("/options");
    GenerationOptions options = request.options();
    sent.put("num_ctx", attempt.contextTokens());
    sent.put("num_predict", attempt.answerTokens());
    options.topK().ifPresent(tokens -> sent.put("top_k", tokens));
    options.seed().ifPresent(seed -> sent.put("seed", seed));
    options.presencePenalty().ifPresent(penalty -> sent.put("presence_penalty", penalty));
    options.frequencyPenalty().ifPresent(penalty -> sent.put("frequency_penalty", penalty));
  }

  /**
   * A model that can think does unless it is told not to, and is told either way. It is told not to
   * by a client that says nothing, where its answer is held to the form of a call, and where the
   * client's protocol means that by saying nothing (Anthropic's "Extended thinking" is off unless
   * asked for).
   */
  private void completeThinking(ObjectNode body) {
    if (!attempt.call().model().thinks()) {
      return;
    }
    boolean off = forced().isPresent() || request.wire() == Wire.ANTHROPIC_MESSAGES;
    Reasoning unsaid = off ? new Reasoning.Off() : new Reasoning.On();
    switch (request.options().reasoning().orElse(unsaid)) {
      case Reasoning.Off() -> body.put("think", false);
      case Reasoning.On(), Reasoning.Budget _ -> body.put("think", true);
      case Reasoning.Effort(String level) -> think(body, level);
    }
  }

  private static void think(ObjectNode body, String level) {
    switch (level.toLowerCase(Locale.ROOT)) {
      case "none" -> body.put("think", false);
      case "minimal", "low" -> body.put("think", "low");
      case "medium" -> body.put("think", "medium");
      case "high", "xhigh" -> body.put("think", "high");
      case "max" -> body.put("think", "max");
      default -> body.put("think", true);
    }
  }

  /**
   * Ollama has no {@code tool_choice}: "none" is to offer none, and one by name to offer no other.
   */
  private void completeTools(ObjectNode body) {
    if (request.toolChoice() instanceof ToolChoice.None) {
      body.remove("tools");
      return;
    }
    Set<String> offered = new HashSet<>();
    forced().map(ForcedCall::tools).orElse(request.tools()).forEach(t -> offered.add(t.name()));
    for (int i = request.tools().size() - 1; i >= 0; i--) {
      ToolSpec tool = request.tools().get(i);
      if (offered.contains(tool.name())) {
        ObjectNode function = (ObjectNode) body.path("tools").path(i).path("function");
        function.set("parameters", ForcedCall.parameters(tool));
      } else {
        body.withArray("/tools").remove(i);
      }
    }
  }

  private static void completeMessage(ObjectNode sent, ChatMessage message) {
    switch (message) {
      case AiMessage turn when turn.thinking() != null -> sent.put("thinking", turn.thinking());
      case ToolExecutionResultMessage result -> {
        sent.put("tool_name", result.toolName());
        sent.put("tool_call_id", result.id());
      }
      default -> {}
    }
  }
}
