package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.json.Json;
import dev.gatehouse.policy.ModelName;
import dev.gatehouse.provider.Model;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The models as OpenAI lists them: the virtual ones first, then every real one as {@code
 * provider/model}.
 */
final class ModelList {
  private final Supplier<List<Model>> models;
  private final Set<String> aliases;
  private final long created;

  /**
   * @param models every model on offer now
   * @param aliases the operator's own names for models
   * @param created seconds since 1970 that every entry bears; OpenAI's clients demand a number
   */
  ModelList(Supplier<List<Model>> models, Set<String> aliases, long created) {
    this.models = models;
    this.aliases = new TreeSet<>(aliases);
    this.created = created;
  }

  JsonNode all() {
    ObjectNode list = Json.object().put("object", "list");
    var data = list.putArray("data");
    entries(models.get()).forEach(data::add);
    return list;
  }

  /**
   * One model by its listed name, or by its bare name.
   *
   * @throws ApiException 404 if there is none
   */
  JsonNode one(String name) {
    List<Model> known = models.get();
    return entries(known)
        .filter(entry -> entry.path("id").textValue().equals(name))
        .findFirst()
        .or(
            () ->
                known.stream()
                    .filter(model -> model.id().equals(name))
                    .findFirst()
                    .map(this::entry)
                    .map(entry -> entry.put("id", name)))
        .orElseThrow(ModelList::notFound);
  }

  private static ApiException notFound() {
    return new ApiException(
        ApiError.of(
            404,
            "model_not_found",
            "the model does not exist here; GET /v1/models lists what does"));
  }

  private Stream<ObjectNode> entries(List<Model> models) {
    Stream<ObjectNode> virtual =
        Stream.concat(ModelName.VIRTUAL.stream(), aliases.stream())
            .map(name -> entry(name, "gatehouse"));
    return Stream.concat(virtual, models.stream().map(this::entry));
  }

  private ObjectNode entry(Model model) {
    ObjectNode entry = entry(model.reference(), model.providerName());
    ObjectNode own =
        entry
            .putObject("gatehouse")
            .put("locality", model.locality().name().toLowerCase(Locale.ROOT));
    model.contextTokens().ifPresent(tokens -> own.put("context_tokens", tokens));
    model
        .price()
        .ifPresent(
            price ->
                own.put("input_usd_per_million", price.input())
                    .put("output_usd_per_million", price.output()));
    return entry;
  }

  private ObjectNode entry(String id, String owner) {
    return Json.object()
        .put("id", id)
        .put("object", "model")
        .put("created", created)
        .put("owned_by", owner);
  }
}
