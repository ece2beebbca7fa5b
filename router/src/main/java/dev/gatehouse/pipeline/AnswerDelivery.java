package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dispatch.Delivery;
import dev.gatehouse.inference.Event;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.redact.restore.Restoration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings one answer to the client: encodes each event, lets it out at once, and lets the last bytes
 * out only when the charge is on disk, and the answer too where it is to be kept.
 */
final class AnswerDelivery implements Delivery {
  private final Channel channel;
  private final Charging account;
  private final Presentation presentation;
  private AnswerEncoder encoder;
  private Restoration restoration;
  private String contentType;
  private List<Event.Header> upstreamHeaders = List.of();
  private final ReentrantLock sending = new ReentrantLock();
  private boolean begun;
  private boolean released;

  AnswerDelivery(Channel channel, Charging account, Presentation presentation) {
    this.channel = channel;
    this.account = account;
    this.presentation = presentation;
    this.encoder = presentation.encoder(account.candidate());
    this.restoration = presentation.restoration(account.candidate(), this::deliver);
    this.contentType = encoder.contentType();
  }

  @Override
  public ChatCall.Limit attempt(Candidate candidate) {
    boolean budgeted = account.attempt(candidate);
    sending.lock();
    try {
      encoder = presentation.encoder(candidate);
      restoration = presentation.restoration(candidate, this::deliver);
      contentType = encoder.contentType();
      upstreamHeaders = List.of();
    } finally {
      sending.unlock();
    }
    boolean bounded = budgeted || presentation.considered().inbound().maxCost().isPresent();
    return bounded ? ChatCall.Limit.ALWAYS : ChatCall.Limit.WHERE_NEEDED;
  }

  @Override
  public boolean released() {
    sending.lock();
    try {
      return released;
    } finally {
      sending.unlock();
    }
  }

  /**
   * Whether the client has been told that an answer comes, by a heartbeat or by its first bytes.
   */
  boolean begun() {
    sending.lock();
    try {
      return begun;
    } finally {
      sending.unlock();
    }
  }

  /**
   * Tells a client that waits for the first bytes of a stream that it is not forgotten. Called by
   * another thread than the request's. Which model will answer is not known yet, so the headers do
   * not name one.
   *
   * @throws ClientGoneException if the client has left
   */
  void heartbeat(byte[] beat) {
    sending.lock();
    try {
      if (released) {
        return;
      }
      if (!begun) {
        begin(encoder.contentType(), presentation.headersOfWaiting(ranked()));
      }
      channel.write(beat);
    } finally {
      sending.unlock();
    }
  }

  private List<Candidate> ranked() {
    return presentation.considered().decision() instanceof Decision.Route route
        ? route.ranked()
        : List.of();
  }

  /** Whether the candidate that was tried last gets and gives the caller's own wire. */
  boolean relayed() {
    return presentation.lanes().relayed(account.candidate());
  }

  @Override
  public void accept(Event event) {
    note(event);
    restoration.accept(event);
  }

  /** Takes what the client is to see. */
  private void deliver(Event event) {
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

  /** What the upstream produced, in its own tokens: that is what it charges for. */
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
    sending.lock();
    try {
      if (!released) {
        released = true;
        account.firstChunk();
      }
      if (!begun) {
        begin(contentType, allHeaders(Optional.empty()));
      }
      channel.write(bytes);
    } finally {
      sending.unlock();
    }
  }

  private void begin(String type, List<Event.Header> headers) {
    begun = true;
    channel.begin(200, type, headers);
  }

  private void finish(byte[] last) {
    if (!released()) {
      account.firstChunk();
    }
    encoder.keep(presentation.privacy());
    BigDecimal cost = account.settle(Outcome.COMPLETED, Optional.empty());
    sending.lock();
    try {
      released = true;
      if (!begun) {
        begun = true;
        channel.send(200, contentType, allHeaders(Optional.of(cost)), last);
        return;
      }
      if (last.length > 0) {
        channel.write(last);
      }
      channel.end();
    } finally {
      sending.unlock();
    }
  }

  /** Ends what was begun with an error in the client's own words. */
  void fail(ApiError error, Reply reply) {
    restoration.release();
    sending.lock();
    try {
      released = true;
      channel.write(encoder.failure(error).orElseGet(() -> reply.errorInStream(error)));
      channel.end();
    } finally {
      sending.unlock();
    }
  }

  /** An upstream's error as the client is to see it: it may quote the request. */
  byte[] restored(byte[] error) {
    return restoration.document(error);
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
