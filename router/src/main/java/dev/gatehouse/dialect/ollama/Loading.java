package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that says nothing to the model: Ollama then only brings it into memory, or out of it.
 *
 * @param model as the client wrote it
 * @param keepAlive for how long; zero means out of memory
 */
record Loading(String model, Optional<JsonNode> keepAlive, Instant now) {

  KnownAnswer answer(AnswerForm form) {
    ObjectNode body = Json.object().put("model", model).put("created_at", Timestamp.of(now));
    form.say(body, Said.NOTHING);
    body.put("done", true).put("done_reason", unload() ? "unload" : "load");
    return new KnownAnswer(body, Optional.of(new KnownAnswer.Residency(model, keepAlive)));
  }

  private boolean unload() {
    return keepAlive.filter(KeepAlive::isZero).isPresent();
  }
}
