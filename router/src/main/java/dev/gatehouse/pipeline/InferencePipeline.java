package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.AnswerNotKeptException;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.ledger.Reservation;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ProviderException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The seven stops of a request: http, decode, classify, decide, dispatch, meter, encode. */
public final class InferencePipeline {
  private final Judging judging;
  private final Dispatcher dispatcher;
  private final Accounting accounting;
  private final Remembering remembering;
  private final OllamaModels ollama;
  private final Duration heartbeatInterval;

  /**
   * A pipeline over its stops.
   *
   * @param remembering what is remembered of conversations and written down of judgements
   * @param ollama for models that are to be in memory, or not
   * @param heartbeatInterval how often a client is told that its stream is still to come
   */
  public InferencePipeline(
      Judging judging,
      Dispatcher dispatcher,
      Accounting accounting,
      Remembering remembering,
      OllamaModels ollama,
      Duration heartbeatInterval) {
    this.judging = judging;
    this.dispatcher = dispatcher;
    this.accounting = accounting;
    this.remembering = remembering;
    this.ollama = ollama;
    this.heartbeatInterval = heartbeatInterval;
  }

  /**
   * Serves one request, to its last byte. Whatever goes wrong becomes an answer in the dialect's
   * error shape.
   *
   * @param endpoint where the client sent it
   */
  public void serve(InferenceEndpoint endpoint, Inbound inbound, Reply reply) {
    try {
      Caller caller = new Caller(inbound.keyName(), inbound.headers());
      switch (endpoint.decode(JsonBody.parse(inbound.body()), caller)) {
        case DecodedRequest decoded ->
            serve(decoded, Asked.of(decoded, endpoint, caller), inbound, reply);
        case KnownAnswer known -> serve(known, inbound, reply);
      }
    } catch (InvalidRequestException e) {
      reply.fail(ApiError.of(e), requestId(inbound));
    } catch (ApiException e) {
      reply.fail(e.error(), requestId(inbound));
    } catch (JsonException e) {
      ApiError error = ApiError.invalid(String.valueOf(e.getMessage()), Optional.empty());
      reply.fail(error, requestId(inbound));
    } catch (RequestTimeoutException e) {
      reply.fail(Errors.of(e), requestId(inbound));
    }
  }

  private void serve(DecodedRequest decoded, Asked asked, Inbound inbound, Reply reply) {
    Asked whole = asked.inheriting(remembering.earlier(inbound, asked.request()));
    Consideration considered =
        reply.channel().whileClientWaits(() -> judging.consider(inbound, whole));
    remembering.judged(considered);
    Presentation presentation = presentation(considered, decoded, reply.dialect());
    switch (considered.decision()) {
      case Decision.Route route -> answer(presentation, route, reply);
      case Decision.Refuse refuse -> refuse(presentation, refuse, reply);
    }
  }

  private void serve(KnownAnswer known, Inbound inbound, Reply reply) {
    try {
      known.residency().ifPresent(each -> ollama.keep(each, inbound, reply.channel()));
      reply.answer(Json.write(known.body()), requestId(inbound));
    } catch (ProviderException e) {
      reply.fail(Errors.of(e), requestId(inbound));
    } catch (NotClearedException e) {
      reply.fail(Errors.privacyNoLocalCapacity(String.valueOf(e.getMessage())), requestId(inbound));
    }
  }

  private Presentation presentation(
      Consideration considered, DecodedRequest decoded, Dialect dialect) {
    return new Presentation(
        considered,
        decoded.encoder(),
        dialect.requestIdHeader(),
        accounting.clock(),
        new Lanes(dispatcher, considered.request()));
  }

  private void answer(Presentation presentation, Decision.Route route, Reply reply) {
    Consideration considered = presentation.considered();
    Charging account = charging(considered, route);
    AnswerDelivery delivery = new AnswerDelivery(reply.channel(), account, presentation);
    Failing failing = new Failing(presentation, delivery, reply);
    try (Heartbeat _ = heartbeat(considered, delivery, reply)) {
      reply
          .channel()
          .whileClientWaits(
              () ->
                  dispatcher.dispatch(
                      route, considered.outgoing(), considered.passage(), delivery));
    } catch (ClientGoneException e) {
      account.settle(Outcome.CLIENT_GONE, Optional.of("client_gone"));
      throw e; // nobody is left to be answered: http closes the connection
    } catch (ProviderException e) {
      account.settle(Outcome.FAILED, Optional.of(e.kind().name().toLowerCase(Locale.ROOT)));
      failing.upstream(e);
    } catch (NotClearedException e) {
      account.settle(Outcome.FAILED, Optional.of("not_cleared"));
      accounting.metrics().notCleared();
      failing.notCleared(e);
    } catch (RequestTimeoutException e) {
      account.settle(Outcome.FAILED, Optional.of("request_timeout"));
      failing.with(Errors.of(e));
    } catch (BudgetExceededException e) {
      account.settle(Outcome.FAILED, Optional.of("budget_exceeded"));
      failing.with(ApiError.of(429, "budget_exceeded", String.valueOf(e.getMessage())));
    } catch (AnswerNotKeptException e) {
      account.settle(Outcome.FAILED, Optional.of("not_kept"));
      failing.with(ApiError.of(500, "answer_not_kept", String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      account.settle(Outcome.FAILED, Optional.of("internal_error"));
      throw e;
    }
  }

  private Charging charging(Consideration considered, Decision.Route route) {
    return switch (considered.request().wire().operation()) {
      case CHAT, TEXT_COMPLETION, EMBEDDINGS ->
          Account.open(
              accounting, reservation(considered, route), route, considered.tokens().tokens());
      case COUNT_TOKENS -> new Uncharged(route);
    };
  }

  private Heartbeat heartbeat(Consideration considered, AnswerDelivery delivery, Reply reply) {
    byte[] beat = considered.request().stream() ? reply.dialect().heartbeat() : new byte[0];
    return Heartbeat.start(delivery, beat, heartbeatInterval);
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
        considered.request().wire().operation().word(),
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

  private void refuse(Presentation presentation, Decision.Refuse refuse, Reply reply) {
    accounting.metrics().refused(refuse.cause().name().toLowerCase(Locale.ROOT));
    reply.fail(Errors.of(refuse), presentation.headers());
  }

  private static List<Event.Header> requestId(Inbound inbound) {
    return List.of(new Event.Header("x-gatehouse-request-id", inbound.requestId()));
  }
}
