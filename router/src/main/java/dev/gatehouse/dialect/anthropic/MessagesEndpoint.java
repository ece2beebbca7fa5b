package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;

/** {@code POST /v1/messages}. */
final class MessagesEndpoint implements InferenceEndpoint {

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public DecodedRequest decode(JsonBody body, Caller caller) {
    try {
      RequestDecoder decoder = new RequestDecoder(body, caller, Wire.ANTHROPIC_MESSAGES);
      ChatRequest request = decoder.decode();
      boolean thinking = decoder.showsThinking();
      return new DecodedRequest(request, start -> encoder(request.stream(), start, thinking));
    } catch (InvalidRequestException e) {
      throw Wording.of(e);
    }
  }

  private static AnswerEncoder encoder(boolean stream, AnswerStart start, boolean thinking) {
    Answer answer = new Answer(start, thinking);
    return stream ? new StreamEncoder(answer) : new MessageEncoder(answer);
  }
}
