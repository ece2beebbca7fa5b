package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.gateway.RunningGateway;
import dev.gatehouse.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A gateway in front of scripted upstreams whose answers are judged by a description. */
final class JudgedGateway implements AutoCloseable {
  private final ScriptedUpstreams upstreams = new ScriptedUpstreams();
  private final SpecValidator description;
  private final RunningGateway gateway;

  JudgedGateway(SpecValidator description, Path data) {
    this.description = description;
    this.gateway = RunningGateway.start(upstreams.configuration(), data);
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(gateway.url(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(gateway.url(path)).GET());
  }

  HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder(gateway.url(path)).DELETE());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return gateway.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What is wrong with the answer to a POST. */
  List<String> problems(String path, HttpResponse<String> answer) {
    return problemsOf("POST", path, answer);
  }

  /**
   * What is wrong with an answer.
   *
   * @param path with the description's placeholders
   */
  List<String> problemsOf(String method, String path, HttpResponse<String> answer) {
    return description.problems(method, path, contentType(answer), answer.body());
  }

  /** What is wrong with an error. */
  List<String> problemsOfError(HttpResponse<String> answer) {
    return description.problemsOfError(answer.body());
  }

  static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("content-type").orElse("none");
  }

  /** A whole answer. */
  static JsonNode json(HttpResponse<String> answer) {
    return json(answer.body());
  }

  /** The events of a stream. */
  static List<JsonNode> events(HttpResponse<String> answer) {
    return ServerSentEvents.data(answer.body()).stream().map(JudgedGateway::json).toList();
  }

  /** The lines of a stream. */
  static List<JsonNode> lines(HttpResponse<String> answer) {
    return answer.body().lines().map(JudgedGateway::json).toList();
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    gateway.close();
    upstreams.close();
  }
}
