package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Framing;
import dev.langchain4j.data.message.ChatMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One call of {@code POST /v1/messages}, streamed. */
final class AnthropicWire implements VendorWire {
  private static final String NO_ARGUMENTS = "{}";

  private final ChatCall call;
  private final ClaudeModel model;
  private final AnswerForm form;
  private final AnswerCheck check;
  private final AnthropicUsage usage = new AnthropicUsage();
  private final Map<Integer, Block> blocks = new HashMap<>();
  private final Map<Integer, String> heldBack = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();
  private String responseModel = "";
  private List<Event> beside = List.of();
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<String> stopSequence = Optional.empty();

  /** What becomes of a content block. */
  private enum Block {
    /** LangChain4j reads it. */
    SHOWN,
    /** It is the answer in the form of a tool's input. */
    ANSWER,
    /** It is of no use to a client of another dialect: the use of a tool at Anthropic's. */
    HIDDEN
  }

  AnthropicWire(ChatCall call, ClaudeModel model) {
    this.call = call;
    this.model = model;
    this.form = AnswerForm.of(call, model);
    this.check = new AnswerCheck(form);
  }

  @Override
  public Framing framing() {
    return Framing.SERVER_SENT_EVENTS;
  }

  @Override
  public boolean writesRequest() {
    return true;
  }

  @Override
  public void completeRequest(ObjectNode body, List<ChatMessage> messages) {
    new AnthropicRequest(call, model, form).write(body);
  }

  @Override
  public List<ObjectNode> mendEvent(ObjectNode event) {
    beside = List.of();
    boolean shown =
        switch (event.path("type").asText("")) {
          case "error" -> throw StreamError.of(call.model().providerName(), event);
          case "message_start" -> start(event.path("message"));
          case "content_block_start" -> startBlock(event);
          case "content_block_delta" -> readDelta(event);
          case "content_block_stop" -> stopBlock(event);
          case "message_delta" -> readEnd(event);
          default -> true;
        };
    return shown ? List.of(event) : List.of();
  }

  private boolean start(JsonNode message) {
    responseModel = message.path("model").asText("");
    usage.note(message.path("usage"));
    return true;
  }

  private boolean startBlock(JsonNode event) {
    JsonNode block = event.path("content_block");
    Block kind =
        switch (block.path("type").asText("")) {
          case "tool_use" -> startCall(block.path("name").asText(""));
          case "redacted_thinking" -> {
            beside = List.of(new Event.RedactedThinking(0, block.path("data").asText("")));
            yield Block.SHOWN;
          }
          case "text" -> {
            check.noteText(block.path("text").asText(""));
            yield Block.SHOWN;
          }
          case "thinking" -> Block.SHOWN;
          default -> Block.HIDDEN;
        };
    blocks.put(event.path("index").asInt(), kind);
    return kind == Block.SHOWN;
  }

  private Block startCall(String toolName) {
    if (check.isAnswer(toolName)) {
      check.noteAnswer();
      return Block.ANSWER;
    }
    check.noteCall();
    return Block.SHOWN;
  }

  private boolean readDelta(JsonNode event) {
    JsonNode delta = event.path("delta");
    return switch (blocks.getOrDefault(event.path("index").asInt(), Block.HIDDEN)) {
      case HIDDEN -> false;
      case ANSWER -> {
        readAnswer(delta.path("partial_json").asText(""));
        yield false;
      }
      case SHOWN -> {
        check.noteText(delta.path("text").asText(""));
        String signature = delta.path("signature").asText("");
        if (!signature.isEmpty()) {
          beside = List.of(new Event.ThinkingSignature(0, signature));
        }
        yield !delta.has("partial_json") || readArguments(event);
      }
    };
  }

  /**
   * Empty arguments LangChain4j would hand on twice, as they come and again at their end: they are
   * held back until they turn out not to be empty.
   */
  private boolean readArguments(JsonNode event) {
    int index = event.path("index").asInt();
    ObjectNode delta = (ObjectNode) event.path("delta");
    String pieces = heldBack.getOrDefault(index, "") + delta.path("partial_json").asText("");
    boolean maybeEmpty = !begun.contains(index) && NO_ARGUMENTS.startsWith(pieces);
    if (maybeEmpty) {
      heldBack.put(index, pieces);
      return false;
    }
    begun.add(index);
    heldBack.remove(index);
    delta.put("partial_json", pieces);
    return true;
  }

  private void readAnswer(String piece) {
    check.noteInput(piece);
    if (!piece.isEmpty()) {
      beside = List.of(new Event.TextDelta(0, piece));
    }
  }

  private boolean stopBlock(JsonNode event) {
    Block kind = blocks.getOrDefault(event.path("index").asInt(), Block.HIDDEN);
    if (kind == Block.ANSWER && check.isEmpty()) {
      readAnswer(NO_ARGUMENTS);
    }
    return kind == Block.SHOWN;
  }

  private boolean readEnd(JsonNode event) {
    usage.note(event.path("usage"));
    JsonNode delta = event.path("delta");
    if (delta.path("stop_reason").isTextual()) {
      FinishReason told = StopReason.finishReason(delta.path("stop_reason").textValue());
      end(check.finishReason(told));
    }
    if (delta.path("stop_sequence").isTextual()) {
      stopSequence = Optional.of(delta.path("stop_sequence").textValue());
    }
    return true;
  }

  private void end(FinishReason reason) {
    if (!check.kept(reason)) {
      throw new ProviderException(
          Kind.BROKEN,
          call.model().reference() + ": the answer does not have the form that was asked for");
    }
    finishReason = Optional.of(reason);
  }

  @Override
  public List<Event> eventsBeside() {
    return beside;
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return finishReason;
  }

  @Override
  public Optional<String> stopSequence() {
    return stopSequence;
  }

  @Override
  public String responseModel() {
    return responseModel;
  }

  @Override
  public Optional<Usage> usage() {
    return usage.usage();
  }
}
