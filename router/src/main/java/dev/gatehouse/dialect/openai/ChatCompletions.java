package dev.gatehouse.dialect.openai;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.JsonBody;

/** {@code POST /v1/chat/completions}. */
public final class ChatCompletions implements InferenceEndpoint {

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public DecodedRequest decode(JsonBody body, Caller caller) {
    ChatRequest request = request(body);
    return new DecodedRequest(request, start -> encoder(request, start));
  }

  /**
   * The request that a body makes.
   *
   * @throws dev.gatehouse.dialect.InvalidRequestException if OpenAI would refuse it with 400
   */
  public static ChatRequest request(JsonBody body) {
    return new ChatDecoder(body).decode();
  }

  private static AnswerEncoder encoder(ChatRequest request, AnswerStart start) {
    return request.stream()
        ? new ChunkEncoder(start, request.streamUsage())
        : new CompletionEncoder(start);
  }
}
