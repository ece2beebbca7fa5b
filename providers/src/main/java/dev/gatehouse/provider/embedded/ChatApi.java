package dev.gatehouse.provider.embedded;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

/** The part of OpenAI's protocol that the child speaks. */
final class ChatApi implements LoopbackServer.Handler {
  private static final int MOST_WAITING = 64;
  private static final int DEFAULT_OUTPUT_TOKENS = 1024;

  private final ServerOptions options;
  private final LlamaGenerator generator;
  private final SingleSlot slot = new SingleSlot(MOST_WAITING);
  private final long created = Instant.now().getEpochSecond();

  ChatApi(ServerOptions options, LlamaGenerator generator) {
    this.options = options;
    this.generator = generator;
  }

  @Override
  public void handle(LoopbackRequest request, LoopbackResponse response)
      throws IOException, InterruptedException {
    try {
      route(request, response);
    } catch (ApiException e) {
      response.json(e.status(), e.body());
    }
  }

  private void route(LoopbackRequest request, LoopbackResponse response)
      throws IOException, InterruptedException {
    switch (request.method() + " " + request.path()) {
      case "GET /health" -> response.json(200, object().put("status", "ok"));
      case "GET /v1/models" -> response.json(200, models());
      case "POST /v1/chat/completions" -> chat(ChatBody.parse(request.body()), response);
      default -> routeToModel(request, response);
    }
  }

  private void routeToModel(LoopbackRequest request, LoopbackResponse response) throws IOException {
    if (!(request.method() + " " + request.path()).equals("GET /v1/models/" + options.modelId())) {
      throw ApiException.notFound("there is nothing here");
    }
    response.json(200, model());
  }

  private void chat(ChatBody body, LoopbackResponse response)
      throws IOException, InterruptedException {
    try (SingleSlot.Lease _ = slot.enter()) {
      LlamaGenerator.Prompt prompt = generator.prompt(body.turns());
      int room = options.contextTokens() - prompt.tokens();
      if (room < 1) {
        throw ApiException.contextLengthExceeded(options.contextTokens(), prompt.tokens());
      }
      int limit = Math.min(room, body.maxTokens().orElse(DEFAULT_OUTPUT_TOKENS));
      CompletionReply reply = CompletionReply.begin(options.modelId());
      if (body.stream()) {
        stream(body, prompt, limit, new Replying(reply, response));
      } else {
        whole(body, prompt, limit, new Replying(reply, response));
      }
    }
  }

  private void whole(ChatBody body, LlamaGenerator.Prompt prompt, int limit, Replying to)
      throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    LlamaGenerator.Outcome outcome =
        generator.generate(prompt, body.sampling(), limit, text::append);
    to.response().json(200, to.reply().whole(text.toString(), prompt.tokens(), outcome));
  }

  private void stream(ChatBody body, LlamaGenerator.Prompt prompt, int limit, Replying to)
      throws IOException, InterruptedException {
    LlamaGenerator.Outcome outcome =
        generator.generate(
            prompt, body.sampling(), limit, piece -> to.piece(piece, body.includeUsage()));
    to.beginOnce(body.includeUsage());
    to.response().event(to.reply().lastChunk(outcome, body.includeUsage()).toString());
    if (body.includeUsage()) {
      to.response().event(to.reply().usageChunk(prompt.tokens(), outcome).toString());
    }
    to.response().event("[DONE]");
    to.response().endEvents();
  }

  private ObjectNode models() {
    ObjectNode list = object().put("object", "list");
    list.putArray("data").add(model());
    return list;
  }

  private ObjectNode model() {
    return object()
        .put("id", options.modelId())
        .put("object", "model")
        .put("created", created)
        .put("owned_by", "gatehouse");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A reply and where it goes. */
  private record Replying(CompletionReply reply, LoopbackResponse response) {

    /** The head is sent with the first text: until then an error can still have its own status. */
    void beginOnce(boolean includeUsage) throws IOException {
      if (!response.begun()) {
        response.beginEvents();
        response.event(reply.firstChunk(includeUsage).toString());
      }
    }

    void piece(String text, boolean includeUsage) throws IOException {
      beginOnce(includeUsage);
      response.event(reply.chunk(text, includeUsage).toString());
    }
  }
}
