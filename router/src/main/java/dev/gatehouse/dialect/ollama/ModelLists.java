package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Locality;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.json.Json;
import dev.gatehouse.policy.ModelName;
import dev.gatehouse.provider.Model;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Models as Ollama lists them: local ones by their bare names first, which is how a client of an
 * Ollama asks for them; then each as {@code provider/model}; then the virtual names.
 */
final class ModelLists {
  /** Ollama's word for a model that stays in memory is a time far away. */
  private static final Instant NEVER = Instant.parse("2319-01-01T00:00:00Z");

  private final KnownModels known;
  private final Instant since;

  /**
   * @param since what every model's age counts from
   */
  ModelLists(KnownModels known, Instant since) {
    this.known = known;
    this.since = since;
  }

  /** {@code GET /api/tags}. */
  JsonNode tags() {
    ObjectNode list = Json.object();
    ArrayNode models = list.putArray("models");
    names().forEach(name -> models.add(tag(new ModelCard(name, known.meant(name)))));
    return list;
  }

  private Set<String> names() {
    List<Model> all = known.all();
    Set<String> names = new LinkedHashSet<>();
    all.stream().filter(ModelLists::isLocal).map(Model::id).forEach(names::add);
    all.stream().map(Model::reference).forEach(names::add);
    names.addAll(ModelName.VIRTUAL);
    return names;
  }

  private static boolean isLocal(Model model) {
    return model.locality() == Locality.LOCAL;
  }

  private ObjectNode tag(ModelCard card) {
    ObjectNode entry = card.entry();
    card.markIfRemote(entry);
    entry
        .put("modified_at", Timestamp.of(since))
        .put("size", card.sizeBytes())
        .put("digest", card.digest());
    ObjectNode details = card.details();
    card.contextTokens().ifPresent(tokens -> details.put("context_length", tokens));
    entry.set("details", details);
    entry.set("capabilities", card.capabilities());
    return entry;
  }

  /** {@code GET /api/ps}: the local models in memory. */
  JsonNode loaded() {
    ObjectNode list = Json.object();
    ArrayNode models = list.putArray("models");
    for (Model model : known.all()) {
      if (isLocal(model)) {
        ModelCard card = new ModelCard(model.id(), List.of(model));
        model.details().inMemory().ifPresent(loaded -> models.add(loaded(card, loaded)));
      }
    }
    return list;
  }

  private static ObjectNode loaded(ModelCard card, Model.Loaded loaded) {
    ObjectNode entry =
        card.entry()
            .put("size", loaded.memoryBytes().orElse(card.sizeBytes()))
            .put("digest", card.digest());
    entry.set("details", card.details());
    return entry
        .put("expires_at", Timestamp.of(loaded.expires().orElse(NEVER)))
        .put("size_vram", loaded.videoMemoryBytes().orElse(0))
        .put("context_length", loaded.contextTokens().orElse(card.contextTokens().orElse(0)));
  }

  /**
   * {@code POST /api/show}.
   *
   * @throws dev.gatehouse.dialect.ApiException 404 if there is no such model
   */
  JsonNode show(byte[] body) {
    Fields fields = Bodies.object(body);
    String name = fields.has("model") ? fields.text("model") : fields.text("name");
    ModelCard card = new ModelCard(name, known.meant(name));
    ObjectNode shown =
        Json.object()
            .put("license", "")
            .put("modelfile", "")
            .put("parameters", "")
            .put("template", "");
    card.markIfRemote(shown);
    shown.set("details", card.details());
    shown.set("model_info", info(card));
    shown.set("capabilities", card.capabilities());
    return shown.put("modified_at", Timestamp.of(since));
  }

  private static ObjectNode info(ModelCard card) {
    ObjectNode info = Json.object().put("general.architecture", card.family());
    card.parameters().ifPresent(count -> info.put("general.parameter_count", count));
    card.contextTokens().ifPresent(tokens -> info.put(card.family() + ".context_length", tokens));
    return info;
  }
}
