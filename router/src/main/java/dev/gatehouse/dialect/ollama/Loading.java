package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Locality;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that says nothing to the model: Ollama then only brings it into memory, or out of it.
 *
 * @param name as the client wrote it
 * @param meant the models that it may mean; only one that is named and local can be loaded
 * @param keepAlive for how long; zero means out of memory
 */
record Loading(String name, List<Model> meant, Optional<JsonNode> keepAlive, Instant now) {

  KnownAnswer answer(AnswerForm form) {
    ObjectNode body = Json.object().put("model", name).put("created_at", Timestamp.of(now));
    form.say(body, Said.NOTHING);
    body.put("done", true).put("done_reason", unload() ? "unload" : "load");
    return new KnownAnswer(body, residency());
  }

  private Optional<KnownAnswer.Residency> residency() {
    return Optional.of(meant)
        .filter(models -> models.size() == 1)
        .map(List::getFirst)
        .filter(model -> model.locality() == Locality.LOCAL)
        .map(model -> new KnownAnswer.Residency(model.providerName(), model.id(), keepAlive));
  }

  private boolean unload() {
    return keepAlive.filter(KeepAlive::isZero).isPresent();
  }
}
