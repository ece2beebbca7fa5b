package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.conformance.Behaviour.Answer;
import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor's form of asking and answering, over the one scripted model. */
abstract class VendorForm implements ScriptedUpstream.Script {
  private final List<Ask> asked = new CopyOnWriteArrayList<>();

  /** What was asked of the model so far, in order of arrival. */
  final List<Ask> asked() {
    return List.copyOf(asked);
  }

  /** Name of the header that tells a request's id. */
  String requestIdHeader() {
    return "x-request-id";
  }

  /** An error's body. */
  abstract String error(int status, String message);

  /** Answers what was asked, as the model behaves. */
  final void answer(Exchange exchange, Ask ask, Form form) throws IOException {
    asked.add(ask);
    if (ask.turns().isEmpty()) {
      fail(exchange, 400);
      return;
    }
    switch (ScriptedModel.behaviour(ask)) {
      case Behaviour.Failure(int status) -> fail(exchange, status);
      case Behaviour.Cut(Answer answer) -> cut(exchange, ask, answer, form);
      case Answer answer -> whole(exchange, ask, answer, form);
    }
  }

  private void fail(Exchange exchange, int status) throws IOException {
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "Retry-After",
            Integer.toString(ScriptedModel.RETRY_AFTER),
            requestIdHeader(),
            "req_scripted");
    exchange.respond(
        status, headers, error(status, "scripted " + status).getBytes(StandardCharsets.UTF_8));
  }

  private static void whole(Exchange exchange, Ask ask, Answer answer, Form form)
      throws IOException {
    if (!ask.stream()) {
      exchange.json(200, write(form.body(answer)));
      return;
    }
    exchange.begin(200, form.streamType());
    for (String event : form.events(answer)) {
      exchange.chunk(event);
    }
    exchange.end();
  }

  private static void cut(Exchange exchange, Ask ask, Answer answer, Form form) throws IOException {
    if (ask.stream()) {
      List<String> events = form.events(answer);
      exchange.begin(200, form.streamType());
      for (String event : events.subList(0, events.size() / 2)) {
        exchange.chunk(event);
      }
    } else {
      String body = write(form.body(answer));
      exchange.raw(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n");
      exchange.raw(body.substring(0, body.length() / 2));
    }
    exchange.hangUp();
  }

  /** How an endpoint writes an answer. */
  interface Form {
    /** The whole answer. */
    ObjectNode body(Answer answer);

    /** The answer in pieces, each as it goes over the wire. */
    List<String> events(Answer answer);

    /** Content type of the pieces. */
    default String streamType() {
      return "text/event-stream";
    }
  }

  static JsonNode json(Exchange exchange) {
    return Json.read(exchange.body());
  }

  static String write(JsonNode tree) {
    return new String(Json.write(tree), StandardCharsets.UTF_8);
  }

  /** An event without a name. */
  static String data(JsonNode tree) {
    return "data: " + write(tree) + "\n\n";
  }

  /** An event that is named as its {@code type}. */
  static String named(JsonNode tree) {
    return "event: " + tree.path("type").asText() + "\n" + data(tree);
  }

  /** A text in two pieces, as arguments are streamed. */
  static List<String> halves(String text) {
    return List.of(text.substring(0, text.length() / 2), text.substring(text.length() / 2));
  }
}
