package dev.gatehouse.dialect.openai;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.JsonBody;

/** The legacy {@code POST /v1/completions}. */
final class Completions implements InferenceEndpoint {

  @Override
  public String path() {
    return "/v1/completions";
  }

  @Override
  public DecodedRequest decode(JsonBody body, Caller caller) {
    ChatRequest request = new CompletionDecoder(body).decode();
    return new DecodedRequest(request, start -> encoder(request, start));
  }

  private static AnswerEncoder encoder(ChatRequest request, AnswerStart start) {
    return request.stream()
        ? new TextChunkEncoder(start, request.streamUsage())
        : new TextCompletionEncoder(start);
  }
}
