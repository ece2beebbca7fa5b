package dev.gatehouse.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.KnownAnswer.Residency;
import dev.gatehouse.dispatch.OllamaServers;
import dev.gatehouse.dispatch.OllamaServers.Order;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonEdit;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.ollama.OllamaAdministration;
import dev.gatehouse.provider.ollama.OllamaAdministration.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Changes the models of Ollama servers. No model answers, so nothing is charged; but a body may
 * hold a system text or a conversation, so it passes the privacy gate as a prompt does.
 */
public final class OllamaModels {
  private static final List<String> NAMES =
      List.of("model", "name", "source", "destination", "from");

  private final Decider decider;
  private final OllamaServers servers;
  private final AuditTrail audit;

  /**
   * The models of these servers.
   *
   * @param audit where it is written down how bodies were judged
   */
  public OllamaModels(Decider decider, OllamaServers servers, AuditTrail audit) {
    this.decider = decider;
    this.servers = servers;
    this.audit = audit;
  }

  /** What a request wants changed; empty where it is no such request. */
  public static Optional<Operation> operation(String method, String path) {
    return switch (method + " " + path) {
      case "POST /api/pull" -> Optional.of(Operation.PULL);
      case "POST /api/push" -> Optional.of(Operation.PUSH);
      case "POST /api/create" -> Optional.of(Operation.CREATE);
      case "POST /api/copy" -> Optional.of(Operation.COPY);
      case "DELETE /api/delete" -> Optional.of(Operation.DELETE);
      default -> Optional.empty();
    };
  }

  /**
   * Has it changed by the server whose name stands before the model's, else by the first. Whether
   * the client may ask is for the caller to see to.
   */
  public void serve(Operation operation, Inbound inbound, Reply reply) {
    List<Event.Header> headers =
        List.of(new Event.Header("x-gatehouse-request-id", inbound.requestId()));
    HandedOn answer = new HandedOn(reply.channel(), headers);
    try {
      JsonBody body = JsonBody.parse(inbound.body());
      Optional<ApiError> refusal = refusal(operation, body);
      if (refusal.isPresent()) {
        reply.fail(refusal.get(), headers);
        return;
      }
      ask(operation, body, inbound, answer);
      answer.end();
    } catch (JsonException e) {
      reply.fail(ApiError.invalid(String.valueOf(e.getMessage()), Optional.empty()), headers);
    } catch (ProviderException e) {
      answer.fail(reply, Errors.of(e));
    } catch (RequestTimeoutException e) {
      answer.fail(reply, ApiError.of(504, "request_timeout", String.valueOf(e.getMessage())));
    } catch (NotClearedException e) {
      reply.fail(ApiError.of(403, "privacy_forbids", "the privacy gate forbids it"), headers);
    }
  }

  private Optional<ApiError> refusal(Operation operation, JsonBody body) {
    if (!body.tree().isObject() || !body.isNamedInLowerCase()) {
      return Optional.of(
          ApiError.invalid(
              "the body must be a JSON object with names in lower case", Optional.empty()));
    }
    if (operation == Operation.CREATE && body.tree().hasNonNull("remote_host")) {
      return Optional.of(
          ApiError.of(
              403, "remote_host_refused", "remote_host: models that run elsewhere are not made"));
    }
    return servers.names().isEmpty()
        ? Optional.of(ApiError.of(404, "no_ollama", "no Ollama stands behind this gateway"))
        : Optional.empty();
  }

  private void ask(Operation operation, JsonBody body, Inbound inbound, HandedOn answer) {
    String server = server(body.tree());
    JsonEdit edit = JsonEdit.of(body.bytes());
    for (String name : NAMES) {
      String written = body.tree().path(name).asText("");
      if (written.startsWith(server + "/")) {
        edit = edit.set(name, written.substring(server.length() + 1));
      }
    }
    byte[] json = edit.bytes();
    Passage passage = passage(decider.judge(inbound, body.tree()), operation, server);
    answer.channel.whileClientWaits(
        () -> servers.send(new Order(server, operation, json, passage), answer));
  }

  private Passage passage(Judgement judgement, Operation operation, String server) {
    audit.managed(judgement, operation, server);
    return judgement.passage();
  }

  private String server(JsonNode body) {
    return NAMES.stream()
        .map(name -> body.path(name).asText(""))
        .flatMap(written -> servers.names().stream().filter(each -> written.startsWith(each + "/")))
        .findFirst()
        .orElseGet(() -> servers.names().getFirst());
  }

  /**
   * Brings a model into memory, or out of it, where an Ollama has it; elsewhere nothing is to be
   * done.
   *
   * @throws ProviderException if the server does not do it
   */
  void keep(Residency residency, Inbound inbound, Channel channel) {
    if (servers.names().contains(residency.providerName())) {
      ObjectNode wish = Json.object().put("model", residency.model());
      residency.keepAlive().ifPresent(time -> wish.set("keep_alive", time));
      String server = residency.providerName();
      Passage passage = passage(decider.judge(inbound, wish), Operation.LOAD, server);
      Order order = new Order(server, Operation.LOAD, Json.write(wish), passage);
      channel.whileClientWaits(() -> servers.send(order, new Done(server)));
    }
  }

  /** Takes an answer of which only its status matters. */
  private record Done(String server) implements OllamaAdministration.Reply {

    @Override
    public void begin(int status, String contentType) {
      if (status != 200) {
        throw new ProviderException(Kind.FAILED, server + " answered " + status);
      }
    }

    @Override
    public void write(byte[] bytes) {}
  }

  /** Hands a server's answer on as it comes; one without a body whole. */
  private static final class HandedOn implements OllamaAdministration.Reply {
    private final Channel channel;
    private final List<Event.Header> headers;
    private int status = 200;
    private String contentType = "";
    private boolean begun;

    HandedOn(Channel channel, List<Event.Header> headers) {
      this.channel = channel;
      this.headers = headers;
    }

    @Override
    public void begin(int upstreamStatus, String upstreamType) {
      status = upstreamStatus;
      contentType = upstreamType;
    }

    @Override
    public void write(byte[] bytes) {
      if (!begun) {
        begun = true;
        channel.begin(status, contentType, headers);
      }
      channel.write(bytes);
    }

    void end() {
      if (begun) {
        channel.end();
      } else {
        String type = contentType.isEmpty() ? "text/plain; charset=utf-8" : contentType;
        channel.send(status, type, headers, new byte[0]);
      }
    }

    void fail(Reply reply, ApiError error) {
      if (begun) {
        channel.write(reply.dialect().errorInStream(error, reply.requestId()));
        channel.end();
      } else {
        reply.fail(error, headers);
      }
    }
  }
}
