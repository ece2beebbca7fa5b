package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** OpenAI's chat completions. */
public final class OpenAiDialect implements Dialect {

  @Override
  public ChatRequest decode(JsonBody body) {
    return new ChatDecoder(body).decode();
  }

  @Override
  public AnswerEncoder encoder(AnswerStart start) {
    return start.stream() ? new ChunkEncoder(start) : new CompletionEncoder(start);
  }

  @Override
  public byte[] error(ApiError error) {
    ObjectNode body = Json.object();
    ObjectNode inner = body.putObject("error");
    inner.put("message", error.message());
    inner.put("type", error.type());
    inner.put("param", error.param().orElse(null));
    inner.put("code", error.code().orElse(null));
    return Json.write(body);
  }

  @Override
  public byte[] errorInStream(ApiError error) {
    return event(error(error));
  }

  /** One server-sent event with this data. */
  static byte[] event(byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + 8);
    event.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
    event.writeBytes(data);
    event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    return event.toByteArray();
  }
}
