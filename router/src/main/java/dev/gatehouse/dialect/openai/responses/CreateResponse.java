package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Item;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Kept;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code POST /v1/responses}. */
final class CreateResponse implements InferenceEndpoint {
  private final StoredResponses store;

  CreateResponse(StoredResponses store) {
    this.store = store;
  }

  @Override
  public String path() {
    return "/v1/responses";
  }

  @Override
  public DecodedRequest decode(JsonBody body, Caller caller) {
    Fields written = Fields.of(body);
    RequestDecoder.requireSupported(written);
    ExpandedInput input = ExpandedInput.of(written, store, caller);
    ChatRequest request = new RequestDecoder(input.in(body)).decode(input.items());
    boolean stored = store.keeping() && (!written.has("store") || written.flag("store"));
    ResponseTemplate template = new ResponseTemplate(body.tree(), stored);
    return new DecodedRequest(
        request,
        start ->
            new ResponseEncoder(
                start,
                template,
                request.stream(),
                (answer, response, privacy) ->
                    store.keep(caller, kept(answer, response, input, privacy))),
        input.inherited());
  }

  private static Kept kept(
      AnswerStart start, JsonNode response, ExpandedInput input, InheritedPrivacy privacy) {
    List<Item> asked = new ArrayList<>();
    for (JsonNode item : input.own()) {
      String name =
          "msg_%si%02x".formatted(start.requestId(), asked.size()).toLowerCase(Locale.ROOT);
      asked.add(new Item(item.path("id").asText(name), item));
    }
    List<Item> said = new ArrayList<>();
    response.path("output").forEach(item -> said.add(new Item(item.path("id").asText(""), item)));
    return new Kept(
        response.path("id").textValue(),
        start.createdAt(),
        input.previous(),
        privacy,
        response,
        asked,
        said);
  }
}
