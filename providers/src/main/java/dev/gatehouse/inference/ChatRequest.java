package dev.gatehouse.inference;

import dev.gatehouse.config.Capability;
import dev.gatehouse.json.JsonBody;
import java.util.List;
import java.util.Map;

/**
 * One request for a chat answer, decoded.
 *
 * @param wire the protocol it came in
 * @param body the caller's own JSON, for the faithful lane and the privacy scan
 * @param requestModel the model name as the caller wrote it
 * @param messages at least one
 * @param stream whether the answer is wanted piece by piece
 * @param streamUsage whether the caller wants usage in the stream
 * @param needs what a candidate must be able to carry, each with the field that asks for it
 * @param hints harmless fields that need not be carried, by name
 * @param upstreamHeaders what the caller sent of its own protocol's headers beside the body; for
 *     the faithful lane alone
 */
public record ChatRequest(
    Wire wire,
    JsonBody body,
    String requestModel,
    List<Message> messages,
    List<ToolSpec> tools,
    ToolChoice toolChoice,
    ResponseFormat responseFormat,
    GenerationOptions options,
    boolean stream,
    boolean streamUsage,
    Map<Capability, String> needs,
    List<String> hints,
    List<Event.Header> upstreamHeaders)
    implements InferenceRequest {

  public ChatRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
    needs = Map.copyOf(needs);
    hints = List.copyOf(hints);
    upstreamHeaders = List.copyOf(upstreamHeaders);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages: expected one or more, got none");
    }
  }

  /** A request that is all in its body. */
  public ChatRequest(
      Wire wire,
      JsonBody body,
      String requestModel,
      List<Message> messages,
      List<ToolSpec> tools,
      ToolChoice toolChoice,
      ResponseFormat responseFormat,
      GenerationOptions options,
      boolean stream,
      boolean streamUsage,
      Map<Capability, String> needs,
      List<String> hints) {
    this(
        wire,
        body,
        requestModel,
        messages,
        tools,
        toolChoice,
        responseFormat,
        options,
        stream,
        streamUsage,
        needs,
        hints,
        List.of());
  }
}
