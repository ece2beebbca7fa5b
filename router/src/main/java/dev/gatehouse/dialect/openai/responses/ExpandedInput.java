package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request's input with everything put in that it only refers to, so that what is scanned is what
 * is sent.
 *
 * @param earlier items of the turns before
 * @param own the request's own items, references resolved
 * @param previous the turn that it goes on from
 */
record ExpandedInput(
    List<JsonNode> earlier, List<JsonNode> own, OptionalLong previous, InheritedPrivacy inherited) {

  /**
   * Expands a request.
   *
   * @throws ApiException if it refers to what is not there
   */
  static ExpandedInput of(Fields request, StoredResponses store, Caller caller) {
    Optional<StoredResponses.Conversation> conversation =
        request
            .optionalText("previous_response_id")
            .map(id -> store.conversation(caller, id).orElseThrow(ExpandedInput::noSuchResponse));
    InheritedPrivacy inherited =
        conversation.map(StoredResponses.Conversation::privacy).orElse(InheritedPrivacy.NONE);
    List<JsonNode> own = new ArrayList<>();
    for (JsonNode item : written(request, conversation.isPresent())) {
      if (isReference(item)) {
        StoredResponses.Remembered found = resolve(item, store, caller);
        own.add(found.json());
        inherited = inherited.and(found.privacy());
      } else {
        own.add(item);
      }
    }
    return new ExpandedInput(
        conversation.map(StoredResponses.Conversation::items).orElse(List.of()),
        own,
        conversation.map(each -> OptionalLong.of(each.turn())).orElse(OptionalLong.empty()),
        inherited);
  }

  private static JsonNode written(Fields request, boolean goesOn) {
    JsonNode input = request.get("input");
    if (input.isTextual()) {
      return Json.array().add(Json.object().put("role", "user").set("content", input));
    }
    boolean nothing = input.isMissingNode() || (input.isArray() && input.isEmpty());
    if ((nothing && !goesOn) || (!nothing && !input.isArray())) {
      throw request.wrong("input", "a string, or an array of one or more items");
    }
    return input;
  }

  private static boolean isReference(JsonNode item) {
    return item.path("type").asText().equals("item_reference")
        || (item.isObject() && item.size() == 1 && item.has("id"));
  }

  private static StoredResponses.Remembered resolve(
      JsonNode reference, StoredResponses store, Caller caller) {
    return store
        .item(caller, reference.path("id").asText())
        .orElseThrow(
            () ->
                new ApiException(
                    new ApiError(
                        404,
                        Optional.empty(),
                        Optional.of("input"),
                        "an item that input refers to is not found; items are kept only of"
                            + " responses that are stored")));
  }

  private static ApiException noSuchResponse() {
    return new ApiException(
        new ApiError(
            400,
            Optional.of("previous_response_not_found"),
            Optional.of("previous_response_id"),
            "Previous response with that id not found: it was not stored, was deleted, or is another"
                + " key's"));
  }

  /** The body as it is scanned and sent: every item in it, no reference left. */
  JsonBody in(JsonBody body) {
    JsonNode input = body.tree().path("input");
    boolean asWritten = !body.tree().has("previous_response_id") && isAsWritten(input);
    if (asWritten) {
      return body;
    }
    ArrayNode items = Json.array();
    earlier.forEach(items::add);
    own.forEach(items::add);
    return JsonBody.parse(
        JsonEdit.of(body.bytes())
            .remove("previous_response_id")
            .setRaw("input", Json.write(items))
            .bytes());
  }

  private static boolean isAsWritten(JsonNode input) {
    for (JsonNode item : input) {
      if (isReference(item)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Every item with the path that an error names; an earlier turn's is the field that brought it.
   */
  List<Fields> items() {
    List<Fields> items = new ArrayList<>();
    earlier.forEach(item -> items.add(new Fields(item, "previous_response_id")));
    for (int i = 0; i < own.size(); i++) {
      items.add(new Fields(own.get(i), "input[" + i + "]"));
    }
    return items;
  }
}
