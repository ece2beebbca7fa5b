package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.json.Json;
import dev.gatehouse.policy.ModelName;
import dev.gatehouse.provider.Model;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The models as Anthropic lists them, a page at a time: the virtual ones first, then every real one
 * as {@code provider/model}.
 */
final class ModelList {
  private static final int USUAL_LIMIT = 20;
  private static final int MOST = 1000;

  private final Supplier<List<Model>> models;
  private final String createdAt;

  /**
   * @param models every model on offer now
   * @param createdAt what every entry bears; Anthropic's clients demand a time
   */
  ModelList(Supplier<List<Model>> models, Instant createdAt) {
    this.models = models;
    this.createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * One page.
   *
   * @param query {@code limit}, and {@code after_id} or {@code before_id}
   */
  JsonNode page(Map<String, String> query) {
    List<ObjectNode> all = entries(models.get()).toList();
    int limit = limit(query);
    int from = 0;
    int to = all.size();
    if (query.containsKey("after_id")) {
      from = position(all, query, "after_id") + 1;
    }
    if (query.containsKey("before_id")) {
      to = position(all, query, "before_id");
      from = Math.max(from, to - limit);
    }
    List<ObjectNode> shown = all.subList(from, Math.max(from, Math.min(to, from + limit)));
    boolean more = query.containsKey("before_id") ? from > 0 : from + shown.size() < to;
    return page(shown, more);
  }

  private static ObjectNode page(List<ObjectNode> shown, boolean more) {
    ObjectNode page = Json.object();
    page.putArray("data").addAll(shown);
    page.put("has_more", more);
    page.put("first_id", shown.isEmpty() ? null : shown.getFirst().path("id").textValue());
    page.put("last_id", shown.isEmpty() ? null : shown.getLast().path("id").textValue());
    return page;
  }

  private static int limit(Map<String, String> query) {
    String written = query.getOrDefault("limit", String.valueOf(USUAL_LIMIT));
    if (!written.matches("[1-9]\\d{0,3}") || Integer.parseInt(written) > MOST) {
      throw new InvalidRequestException("limit", "expected 1 to " + MOST);
    }
    return Integer.parseInt(written);
  }

  private static int position(List<ObjectNode> all, Map<String, String> query, String name) {
    String id = query.getOrDefault(name, "");
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).path("id").textValue().equals(id)) {
        return i;
      }
    }
    throw new InvalidRequestException(name, "expected the id of a listed model");
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
                    .map(this::entry))
        .orElseThrow(ModelList::notFound);
  }

  private static ApiException notFound() {
    return new ApiException(
        ApiError.of(
            404,
            "model_not_found",
            "the model does not exist here; GET /v1/models lists what does"));
  }

  private Stream<ObjectNode> entries(List<Model> known) {
    return Stream.concat(
        ModelName.VIRTUAL.stream().map(name -> entry(name, Optional.empty())),
        known.stream().map(this::entry));
  }

  private ObjectNode entry(Model model) {
    return entry(
        model.reference(),
        model.contextTokens().isPresent()
            ? Optional.of(model.contextTokens().getAsInt())
            : Optional.empty());
  }

  private ObjectNode entry(String id, Optional<Integer> contextTokens) {
    return Json.object()
        .put("type", "model")
        .put("id", id)
        .put("display_name", id)
        .put("created_at", createdAt)
        .put("max_input_tokens", contextTokens.orElse(null))
        .putNull("max_tokens");
  }
}
