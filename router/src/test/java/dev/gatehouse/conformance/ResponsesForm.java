package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.conformance.Behaviour.Answer;
import dev.gatehouse.conformance.Behaviour.Finish;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code POST /v1/responses}. */
final class ResponsesForm implements VendorForm.Form {
  private static final AtomicInteger ANSWERS = new AtomicInteger();

  private final JsonNode asked;
  private final String id = "resp_Scripted" + ANSWERS.incrementAndGet();

  ResponsesForm(JsonNode asked) {
    this.asked = asked;
  }

  @Override
  public ObjectNode body(Answer answer) {
    boolean cut = answer.finish() == Finish.LENGTH;
    ObjectNode body = response(cut ? "incomplete" : "completed");
    if (cut) {
      body.putObject("incomplete_details").put("reason", "max_output_tokens");
    }
    ArrayNode output = body.putArray("output");
    items(answer).forEach(output::add);
    ObjectNode usage =
        body.putObject("usage")
            .put("input_tokens", ScriptedModel.INPUT_TOKENS)
            .put("output_tokens", ScriptedModel.OUTPUT_TOKENS)
            .put("total_tokens", ScriptedModel.INPUT_TOKENS + ScriptedModel.OUTPUT_TOKENS);
    usage
        .putObject("input_tokens_details")
        .put("cached_tokens", ScriptedModel.CACHED_TOKENS)
        .put("cache_write_tokens", 0);
    usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
    return body;
  }

  private ObjectNode response(String status) {
    ObjectNode body =
        Json.object()
            .put("id", id)
            .put("object", "response")
            .put("created_at", 1_756_419_063)
            .put("status", status)
            .put("background", false)
            .putNull("error")
            .putNull("incomplete_details")
            .putNull("instructions")
            .putNull("max_output_tokens")
            .put("model", asked.path("model").asText());
    body.putArray("output");
    body.put("parallel_tool_calls", true).putNull("previous_response_id");
    body.putObject("reasoning").putNull("effort").putNull("summary");
    body.put("service_tier", "default").put("store", asked.path("store").asBoolean(true));
    body.put("temperature", 1.0).put("tool_choice", "auto");
    body.set("text", asked.has("text") ? asked.path("text") : plainText());
    body.set("tools", asked.has("tools") ? asked.path("tools") : Json.array());
    body.put("top_p", 1.0).put("truncation", "disabled").putNull("usage").putNull("user");
    body.putObject("metadata");
    return body;
  }

  private static ObjectNode plainText() {
    ObjectNode text = Json.object();
    text.putObject("format").put("type", "text");
    return text;
  }

  private static List<ObjectNode> items(Answer answer) {
    List<ObjectNode> items = new ArrayList<>();
    if (answer.calls().isEmpty()) {
      ObjectNode message = message("completed");
      ((ArrayNode) message.path("content")).add(part(answer.text()));
      items.add(message);
    }
    for (int i = 0; i < answer.calls().size(); i++) {
      Ask.Call call = answer.calls().get(i);
      items.add(call(i, call, call.arguments(), "completed"));
    }
    return items;
  }

  private static ObjectNode message(String status) {
    ObjectNode message =
        Json.object().put("id", "msg_Scripted1").put("type", "message").put("status", status);
    message.putArray("content");
    return message.put("role", "assistant");
  }

  private static ObjectNode part(String text) {
    ObjectNode part = Json.object().put("type", "output_text");
    part.putArray("annotations");
    part.putArray("logprobs");
    return part.put("text", text);
  }

  private static ObjectNode call(int number, Ask.Call call, String arguments, String status) {
    return Json.object()
        .put("id", "fc_Scripted" + number)
        .put("type", "function_call")
        .put("status", status)
        .put("arguments", arguments)
        .put("call_id", call.id())
        .put("name", call.name());
  }

  @Override
  public List<String> events(Answer answer) {
    List<ObjectNode> events = new ArrayList<>();
    events.add(of("response.created", response("in_progress")));
    events.add(of("response.in_progress", response("in_progress")));
    if (answer.calls().isEmpty()) {
      addText(events, answer);
    }
    for (int i = 0; i < answer.calls().size(); i++) {
      addCall(events, i, answer.calls().get(i));
    }
    String last = answer.finish() == Finish.LENGTH ? "response.incomplete" : "response.completed";
    events.add(of(last, body(answer)));
    for (int i = 0; i < events.size(); i++) {
      events.get(i).put("sequence_number", i);
    }
    return events.stream().map(VendorForm::named).toList();
  }

  private static ObjectNode of(String type, ObjectNode response) {
    ObjectNode event = Json.object().put("type", type);
    event.set("response", response);
    return event;
  }

  private static void addText(List<ObjectNode> events, Answer answer) {
    events.add(item("response.output_item.added", 0, message("in_progress")));
    events.add(content("response.content_part.added", "part", part("")));
    for (String piece : answer.pieces()) {
      ObjectNode delta = text("response.output_text.delta").put("delta", piece);
      delta.putArray("logprobs");
      events.add(delta);
    }
    ObjectNode done = text("response.output_text.done").put("text", answer.text());
    done.putArray("logprobs");
    events.add(done);
    events.add(content("response.content_part.done", "part", part(answer.text())));
    events.add(item("response.output_item.done", 0, items(answer).getFirst()));
  }

  private static ObjectNode text(String type) {
    return Json.object()
        .put("type", type)
        .put("item_id", "msg_Scripted1")
        .put("output_index", 0)
        .put("content_index", 0);
  }

  private static ObjectNode content(String type, String name, ObjectNode part) {
    ObjectNode event = text(type);
    event.set(name, part);
    return event;
  }

  private static ObjectNode item(String type, int index, ObjectNode item) {
    ObjectNode event = Json.object().put("type", type).put("output_index", index);
    event.set("item", item);
    return event;
  }

  private static void addCall(List<ObjectNode> events, int index, Ask.Call call) {
    events.add(item("response.output_item.added", index, call(index, call, "", "in_progress")));
    for (String half : VendorForm.halves(call.arguments())) {
      events.add(arguments("response.function_call_arguments.delta", index).put("delta", half));
    }
    events.add(
        arguments("response.function_call_arguments.done", index)
            .put("name", call.name())
            .put("arguments", call.arguments()));
    events.add(
        item("response.output_item.done", index, call(index, call, call.arguments(), "completed")));
  }

  private static ObjectNode arguments(String type, int index) {
    return Json.object()
        .put("type", type)
        .put("item_id", "fc_Scripted" + index)
        .put("output_index", index);
  }
}
