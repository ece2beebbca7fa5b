package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.JsonEdit;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One call of {@code POST /chat/completions}, or of the legacy {@code POST /completions}, which has
 * the same frame around its texts. What the upstream sends only because the gateway asked for usage
 * (the extra chunk, {@code "usage":null} in the others) is taken out again.
 */
public final class RelayedChat implements RelayedCall {
  private static final byte[] NOTHING = {};

  private final String providerName;
  private final ChatCall call;
  private final Endpoint endpoint;
  private String responseModel = "";
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<Usage> usage = Optional.empty();

  /** The faithful lane of {@code call}, which came in over that endpoint's own wire. */
  public RelayedChat(String providerName, ChatCall call, Endpoint endpoint) {
    this.providerName = providerName;
    this.call = call;
    this.endpoint = endpoint;
  }

  /**
   * Where a call goes.
   *
   * @param limitField what the server calls the limit of an answer there; empty where it has a
   *     small limit of its own
   */
  public record Endpoint(String path, Optional<String> limitField) {

    /** Chat: {@code max_tokens}, at OpenAI itself {@code max_completion_tokens}. */
    public static Endpoint chat(String limitField) {
      return new Endpoint("/chat/completions", Optional.of(limitField));
    }

    /**
     * Legacy completions. OpenAI itself ends after 16 tokens where no limit is set
     * (platform.openai.com/docs/api-reference/completions), and clients count on it.
     */
    static Endpoint completions(boolean openAi) {
      return new Endpoint("/completions", openAi ? Optional.empty() : Optional.of("max_tokens"));
    }
  }

  @Override
  public String path() {
    return endpoint.path();
  }

  @Override
  public byte[] body() {
    return ChatBody.of(call, endpoint.limitField());
  }

  @Override
  public Optional<Framing> framing() {
    return call.request().stream() ? Optional.of(Framing.SERVER_SENT_EVENTS) : Optional.empty();
  }

  @Override
  public Seen read(RawEvent event) {
    if (AnswerReader.isDone(event.data())) {
      return new Seen(event.bytes(), 0, true);
    }
    JsonNode answer = event.json(providerName);
    if (answer.hasNonNull("error")) {
      throw UpstreamErrors.inAnswer(providerName);
    }
    note(answer);
    return call.request().stream() ? chunk(event, answer) : whole(event, answer);
  }

  private void note(JsonNode answer) {
    responseModel = answer.path("model").asText(responseModel);
    usage = OpenAiUsage.read(answer).or(() -> usage);
    finishReason = AnswerReader.finishReason(answer).or(() -> finishReason);
  }

  private Seen whole(RawEvent event, JsonNode answer) {
    if (!answer.path("choices").isArray()) {
      throw new ProviderException(Kind.BROKEN, providerName + ": the answer has no choices");
    }
    finishReason = finishReason.or(() -> Optional.of(FinishReason.STOP));
    return new Seen(event.bytes(), AnswerReader.outputCharacters(answer), true);
  }

  private Seen chunk(RawEvent event, JsonNode chunk) {
    byte[] bytes =
        !call.request().streamUsage() && chunk.has("usage")
            ? stripped(event, chunk)
            : event.bytes();
    return new Seen(bytes, AnswerReader.outputCharacters(chunk), false);
  }

  private static byte[] stripped(RawEvent event, JsonNode chunk) {
    boolean usageOnly = chunk.path("choices").isArray() && chunk.path("choices").isEmpty();
    if (usageOnly && chunk.path("usage").isObject()) {
      return NOTHING;
    }
    return chunk.path("usage").isNull()
        ? reframe(JsonEdit.of(event.data()).remove("usage").bytes())
        : event.bytes();
  }

  private static byte[] reframe(byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + 8);
    event.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
    event.writeBytes(data);
    event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    return event.toByteArray();
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return finishReason;
  }

  @Override
  public String responseModel() {
    return responseModel;
  }

  @Override
  public Optional<Usage> usage() {
    return usage;
  }
}
