package dev.gatehouse.pipeline;

import dev.gatehouse.config.Locality;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.ledger.Reservation;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The seven stops of a chat request: http, decode, classify, decide, dispatch, meter, encode. */
public final class ChatPipeline {
  private final Dialect dialect;
  private final Decider decider;
  private final Dispatcher dispatcher;
  private final Accounting accounting;

  /** A pipeline over its stops. */
  public ChatPipeline(
      Dialect dialect, Decider decider, Dispatcher dispatcher, Accounting accounting) {
    this.dialect = dialect;
    this.decider = decider;
    this.dispatcher = dispatcher;
    this.accounting = accounting;
  }

  /**
   * Serves one request, to its last byte. Whatever goes wrong becomes an answer in the dialect's
   * error shape.
   */
  public void serve(Inbound inbound, Channel channel) {
    try {
      ChatRequest request = dialect.decode(JsonBody.parse(inbound.body()));
      Consideration considered = decider.consider(inbound, request);
      switch (considered.decision()) {
        case Decision.Route route -> answer(considered, route, channel);
        case Decision.Refuse refuse -> refuse(considered, refuse, channel);
      }
    } catch (InvalidRequestException e) {
      fail(channel, Errors.of(e), requestId(inbound));
    } catch (JsonException e) {
      fail(
          channel,
          ApiError.invalid(String.valueOf(e.getMessage()), Optional.empty()),
          requestId(inbound));
    }
  }

  private void answer(Consideration considered, Decision.Route route, Channel channel) {
    Account account =
        Account.open(
            accounting, reservation(considered, route), route, considered.tokens().tokens());
    AnswerDelivery delivery = new AnswerDelivery(channel, account, presentation(considered));
    try {
      channel.whileClientWaits(
          () -> dispatcher.dispatch(route, considered.request(), considered.passage(), delivery));
    } catch (ClientGoneException e) {
      account.settle(Outcome.CLIENT_GONE, Optional.of("client_gone"));
    } catch (ProviderException e) {
      account.settle(Outcome.FAILED, Optional.of(e.kind().name().toLowerCase(Locale.ROOT)));
      failed(considered, e, delivery, channel);
    } catch (NotClearedException e) {
      account.settle(Outcome.FAILED, Optional.of("not_cleared"));
      String message = "the privacy gate let the request go nowhere: " + e.getMessage();
      fail(considered, Errors.privacyNoLocalCapacity(message), delivery, channel);
    } catch (RequestTimeoutException e) {
      account.settle(Outcome.FAILED, Optional.of("request_timeout"));
      fail(
          considered,
          ApiError.server(504, "request_timeout", String.valueOf(e.getMessage())),
          delivery,
          channel);
    } catch (BudgetExceededException e) {
      account.settle(Outcome.FAILED, Optional.of("budget_exceeded"));
      fail(considered, overBudget(e), delivery, channel);
    } catch (RuntimeException e) {
      account.settle(Outcome.FAILED, Optional.of("internal_error"));
      throw e;
    }
  }

  private Presentation presentation(Consideration considered) {
    Wire wire = considered.request().wire();
    return new Presentation(considered, dialect, candidate -> dispatcher.relays(candidate, wire));
  }

  private static ApiError overBudget(BudgetExceededException e) {
    return new ApiError(
        429,
        "insufficient_quota",
        Optional.of("budget_exceeded"),
        Optional.empty(),
        String.valueOf(e.getMessage()));
  }

  private Reservation reservation(Consideration considered, Decision.Route route) {
    Candidate first = route.ranked().getFirst();
    BigDecimal most =
        route.ranked().stream()
            .map(Candidate::upperBound)
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    return new Reservation(
        considered.inbound().requestId(),
        considered.inbound().receivedAt(),
        "chat",
        considered.inbound().keyName(),
        considered.request().requestModel(),
        first.model().providerName(),
        first.model().id(),
        first.model().locality(),
        considered.classification().privacy().highest(),
        considered.task(),
        considered.difficulty(),
        route.reason(),
        considered.request().stream(),
        most);
  }

  private void refuse(Consideration considered, Decision.Refuse refuse, Channel channel) {
    accounting.metrics().refused(refuse.cause().name().toLowerCase(Locale.ROOT));
    fail(channel, Errors.of(refuse), presentation(considered).headers());
  }

  private void failed(
      Consideration considered, ProviderException e, AnswerDelivery delivery, Channel channel) {
    boolean localOnly = !considered.passage().permits(Locality.CLOUD);
    if (localOnly && e.kind() != Kind.REJECTED) {
      String message =
          "the request must stay local, and no local model answered: " + e.getMessage();
      fail(considered, Errors.privacyNoLocalCapacity(message), delivery, channel);
    } else if (!delivery.released() && isClientsBusiness(e)) {
      handOn(considered, e.answer().orElseThrow(), delivery, channel);
    } else {
      fail(considered, Errors.of(e), delivery, channel);
    }
  }

  /** An upstream's own 4xx in JSON says more than the gateway could. */
  private static boolean isClientsBusiness(ProviderException e) {
    return e.answer()
        .filter(
            answer -> answer.status() >= 400 && answer.status() < 500 && answer.body().length > 0)
        .isPresent();
  }

  private void handOn(
      Consideration considered, Answer answer, AnswerDelivery delivery, Channel channel) {
    List<Event.Header> headers = new ArrayList<>(answer.headers());
    headers.addAll(presentation(considered).headers());
    boolean aboutTheGateway = answer.status() == 401 || answer.status() == 403;
    boolean verbatim = delivery.relayed() && !aboutTheGateway;
    byte[] body = verbatim ? answer.body() : dialect.error(Errors.of(answer));
    channel.send(answer.status(), "application/json", headers, body);
  }

  private void fail(
      Consideration considered, ApiError error, AnswerDelivery delivery, Channel channel) {
    if (delivery.released()) {
      channel.write(dialect.errorInStream(error));
      channel.end();
    } else {
      fail(channel, error, presentation(considered).headers());
    }
  }

  private static List<Event.Header> requestId(Inbound inbound) {
    return List.of(new Event.Header("x-gatehouse-request-id", inbound.requestId()));
  }

  private void fail(Channel channel, ApiError error, List<Event.Header> headers) {
    channel.send(error.status(), "application/json", headers, dialect.error(error));
  }
}
