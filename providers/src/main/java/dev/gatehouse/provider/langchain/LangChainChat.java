package dev.gatehouse.provider.langchain;

import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.function.Function;

/**
 * The translated lane of one upstream. Safe for use by any thread.
 *
 * <p>Every call uses LangChain4j's streaming model, also where the client wants the answer in one
 * piece: one path to test, silence is noticed between two tokens and not only at the end, a client
 * that leaves aborts the upstream, and what was produced until then is known.
 */
public final class LangChainChat {

  /** The base URL to give LangChain4j's models; what follows it is appended to the upstream's. */
  public static final String BASE_URL = LangChainHttpClient.BASE_URL;

  private final String providerName;
  private final Upstream upstream;
  private final Function<HttpClientBuilder, StreamingChatModel> model;

  /**
   * @param model makes LangChain4j's model over {@link #BASE_URL}; called once a call
   */
  public LangChainChat(
      String providerName,
      Upstream upstream,
      Function<HttpClientBuilder, StreamingChatModel> model) {
    this.providerName = providerName;
    this.upstream = upstream;
    this.model = model;
  }

  /**
   * Lets the model answer; the contract is {@link dev.gatehouse.provider.Provider#chat}'s.
   *
   * @param wire a new one for this call
   */
  public void chat(ChatCall call, VendorWire wire, EventSink sink) {
    ChatRequest request =
        wire.writesRequest() ? Requests.standIn(call) : Requests.of(providerName, call);
    Exchange exchange = new Exchange(wire, sink);
    converse(request, exchange);
    exchange
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    if (!exchange.ended()) {
      throw new ProviderException(
          Kind.BROKEN, providerName + ": the stream ended before the answer did");
    }
  }

  private void converse(ChatRequest request, Exchange exchange) {
    LangChainHttpClient client =
        new LangChainHttpClient(providerName, upstream, exchange, request.messages());
    try {
      model
          .apply(new LangChainHttpClientBuilder(client))
          .chat(request, new AnswerHandler(providerName, exchange));
    } catch (RuntimeException e) { // LangChain4j wraps; ours is somewhere in the chain
      exchange.fail(ours(e, exchange));
    }
  }

  private RuntimeException ours(RuntimeException thrown, Exchange exchange) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof NotClearedException notCleared) {
        return notCleared;
      }
      if (each instanceof ProviderException failure) {
        return exchange.started() ? midAnswer(failure) : failure;
      }
    }
    return new ProviderException( // without cause: its message may quote prompt or answer
        exchange.opened() ? Kind.BROKEN : Kind.FAILED,
        providerName + ": LangChain4j failed: " + thrown.getClass().getSimpleName());
  }

  private static ProviderException midAnswer(ProviderException failure) {
    return switch (failure.kind()) {
      case TIMEOUT, BROKEN -> failure;
      case UNREACHABLE, BUSY, FAILED, REJECTED, TOO_LONG ->
          new ProviderException(Kind.BROKEN, String.valueOf(failure.getMessage()), failure);
    };
  }
}
