package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dialect.Lookup;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Exchange;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Item;
import dev.gatehouse.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client may ask of responses that are kept for it. */
final class StoredLookups {
  private static final String ONE = "/v1/responses/{id}";
  private static final int USUAL_LIMIT = 20;
  private static final int MOST_ITEMS = 100;

  private final StoredResponses store;

  StoredLookups(StoredResponses store) {
    this.store = store;
  }

  List<Lookup> all() {
    return List.of(
        new Lookup("GET", ONE, this::retrieve),
        new Lookup("DELETE", ONE, this::delete),
        new Lookup("GET", ONE + "/input_items", this::inputItems),
        new Lookup("POST", ONE + "/cancel", this::cancel));
  }

  private JsonNode retrieve(Lookup.Question question) {
    if (question.query().getOrDefault("stream", "false").equals("true")) {
      throw new ApiException(
          new ApiError(
              400,
              Optional.of("unsupported_parameter"),
              Optional.of("stream"),
              "stream: a stored response is given whole; leave it out"));
    }
    return find(question).response();
  }

  private Exchange find(Lookup.Question question) {
    return store.find(question.caller(), id(question)).orElseThrow(StoredLookups::notFound);
  }

  private static String id(Lookup.Question question) {
    return question.pathParameters().getOrDefault("id", "");
  }

  private static ApiException notFound() {
    return new ApiException(
        new ApiError(
            404,
            Optional.empty(),
            Optional.empty(),
            "Response with that id not found: it was not stored, was deleted, or is another key's"));
  }

  private JsonNode delete(Lookup.Question question) {
    if (!store.delete(question.caller(), id(question))) {
      throw notFound();
    }
    return Json.object().put("id", id(question)).put("object", "response").put("deleted", true);
  }

  private JsonNode cancel(Lookup.Question question) {
    find(question);
    throw new ApiException(
        ApiError.invalid(
            "Cannot cancel a synchronous response: only background ones run on", Optional.empty()));
  }

  private JsonNode inputItems(Lookup.Question question) {
    List<Item> items = find(question).input();
    Map<String, String> query = question.query();
    List<Item> ordered = isAscending(query) ? items : items.reversed();
    List<Item> rest = after(ordered, query.getOrDefault("after", ""));
    return page(rest, limit(query));
  }

  private static boolean isAscending(Map<String, String> query) {
    return switch (query.getOrDefault("order", "desc")) {
      case "asc" -> true;
      case "desc" -> false;
      default -> throw new InvalidRequestException("order", "expected asc or desc");
    };
  }

  private static List<Item> after(List<Item> items, String id) {
    if (id.isEmpty()) {
      return items;
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(id)) {
        return items.subList(i + 1, items.size());
      }
    }
    throw new InvalidRequestException("after", "expected the id of one of the items");
  }

  private static int limit(Map<String, String> query) {
    String written = query.getOrDefault("limit", String.valueOf(USUAL_LIMIT));
    int limit = written.matches("\\d{1,3}") ? Integer.parseInt(written) : 0;
    if (limit < 1 || limit > MOST_ITEMS) {
      throw new InvalidRequestException("limit", "expected 1 to " + MOST_ITEMS);
    }
    return limit;
  }

  private static ObjectNode page(List<Item> items, int limit) {
    List<Item> shown = items.subList(0, Math.min(limit, items.size()));
    ObjectNode page = Json.object().put("object", "list");
    ArrayNode data = page.putArray("data");
    shown.forEach(item -> data.add(InputItem.of(item)));
    page.put("first_id", shown.isEmpty() ? null : shown.getFirst().id());
    page.put("last_id", shown.isEmpty() ? null : shown.getLast().id());
    return page.put("has_more", shown.size() < items.size());
  }
}
