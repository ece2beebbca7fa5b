package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dispatch.Delivery;
import dev.gatehouse.inference.Event;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.provider.ChatCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings one answer to the client: encodes each event, lets it out at once, and lets the last bytes
 * out only when the charge is on disk, and the answer too where it is to be kept.
 */
final class AnswerDelivery implements Delivery {
  private final Channel channel;
  private final Account account;
  private final Presentation presentation;
  private AnswerEncoder encoder;
  private String contentType;
  private List<Event.Header> upstreamHeaders = List.of();
  private boolean released;

  AnswerDelivery(Channel channel, Account account, Presentation presentation) {
    this.channel = channel;
    this.account = account;
    this.presentation = presentation;
    this.encoder = presentation.encoder(account.candidate());
    this.contentType = encoder.contentType();
  }

  @Override
  public ChatCall.Limit attempt(Candidate candidate) {
    boolean budgeted = account.attempt(candidate);
    encoder = presentation.encoder(candidate);
    contentType = encoder.contentType();
    upstreamHeaders = List.of();
    boolean bounded = budgeted || presentation.considered().inbound().maxCost().isPresent();
    return bounded ? ChatCall.Limit.ALWAYS : ChatCall.Limit.WHERE_NEEDED;
  }

  @Override
  public boolean released() {
    return released;
  }

  /** Whether the candidate that was tried last gets and gives the caller's own wire. */
  boolean relayed() {
    return presentation.relayed().test(account.candidate());
  }

  /** How the client's protocol ends a stream that failed here; empty where it is always alike. */
  Optional<byte[]> failure(ApiError error) {
    return encoder.failure(error);
  }

  @Override
  public void accept(Event event) {
    note(event);
    byte[] bytes = encoder.encode(event);
    switch (event) {
      case Event.Ended _, Event.VerbatimEnd _ -> finish(bytes);
      case Event.Started _,
          Event.TextDelta _,
          Event.ThinkingDelta _,
          Event.ThinkingSignature _,
          Event.RedactedThinking _,
          Event.RefusalDelta _,
          Event.ToolCallDelta _,
          Event.Embedding _,
          Event.Verbatim _,
          Event.UsageReported _ ->
          release(bytes);
    }
  }

  private void note(Event event) {
    switch (event) {
      case Event.Started started -> started(started);
      case Event.TextDelta(_, String text) -> account.produced(text.length());
      case Event.ThinkingDelta(_, String text) -> account.produced(text.length());
      case Event.ToolCallDelta call ->
          account.produced(call.name().length() + call.arguments().length());
      case Event.Verbatim(_, int characters) -> account.produced(characters);
      case Event.UsageReported(var usage) -> account.reported(usage);
      case Event.VerbatimEnd(_, _, int characters) -> account.produced(characters);
      case Event.RefusalDelta(_, String text) -> account.produced(text.length());
      case Event.ThinkingSignature _, Event.RedactedThinking _ -> {}
      case Event.Embedding _, Event.Ended _ -> {}
    }
  }

  private void started(Event.Started started) {
    account.answeredBy(started.responseModel());
    upstreamHeaders = started.headers();
    if (!started.contentType().isEmpty()) {
      contentType = started.contentType();
    }
  }

  private void release(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    if (!released) {
      released = true;
      account.firstChunk();
      channel.begin(200, contentType, allHeaders(Optional.empty()));
    }
    channel.write(bytes);
  }

  private void finish(byte[] last) {
    if (!released) {
      account.firstChunk();
    }
    encoder.keep(presentation.privacy());
    BigDecimal cost = account.settle(Outcome.COMPLETED, Optional.empty());
    if (released) {
      if (last.length > 0) {
        channel.write(last);
      }
      channel.end();
    } else {
      released = true;
      channel.send(200, contentType, allHeaders(Optional.of(cost)), last);
    }
  }

  private List<Event.Header> allHeaders(Optional<BigDecimal> cost) {
    Candidate candidate = account.candidate();
    List<Event.Header> all = new ArrayList<>(upstreamHeaders);
    presentation
        .ownRequestId()
        .filter(own -> all.stream().noneMatch(each -> each.name().equalsIgnoreCase(own.name())))
        .ifPresent(all::add);
    all.addAll(presentation.headers(candidate));
    cost.ifPresent(
        each ->
            all.add(
                new Event.Header("x-gatehouse-cost", each.stripTrailingZeros().toPlainString())));
    return all;
  }
}
