package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.Event;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.redact.restore.Restoration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the answer to one request looks from outside: its encoding and the gateway's own headers.
 *
 * @param requestIdHeader the client's own name for the header of a request's id
 * @param clock tells an encoder when events come
 * @param lanes what each candidate gets of the request
 */
record Presentation(
    Consideration considered,
    Function<AnswerStart, AnswerEncoder> encoders,
    Optional<String> requestIdHeader,
    InstantSource clock,
    Lanes lanes) {

  /** A new encoder for an answer of this candidate. */
  AnswerEncoder encoder(Candidate candidate) {
    return encoders.apply(
        new AnswerStart(
            considered.inbound().requestId(),
            considered.inbound().receivedAt(),
            candidate.model().id(),
            considered.tokens().tokens(),
            clock));
  }

  /** The way back for an answer of this candidate. */
  Restoration restoration(Candidate candidate, EventSink next) {
    return Restoration.of(considered.pseudonyms(candidate), considered.request(), next);
  }

  /** What a later turn inherits from this one. */
  InheritedPrivacy privacy() {
    Passage passage = considered.passage();
    return new InheritedPrivacy(passage.classes(), passage.treatment());
  }

  /** The headers of an answer of this candidate. */
  List<Event.Header> headers(Candidate candidate) {
    List<Event.Header> headers = new ArrayList<>(headers(reason(candidate)));
    headers.add(header("route", candidate.model().reference()));
    headers.add(header("locality", candidate.model().locality().name().toLowerCase(Locale.ROOT)));
    dropped(Stream.of(candidate)).ifPresent(headers::add);
    int redacted = considered.pseudonyms(candidate).all().size();
    if (redacted > 0) {
      headers.add(header("redacted", Integer.toString(redacted)));
    }
    return headers;
  }

  /**
   * The headers of an answer that begins before it is known who will give it: the hints named are
   * those that may be dropped.
   */
  List<Event.Header> headersOfWaiting(List<Candidate> candidates) {
    List<Event.Header> headers = new ArrayList<>(headers());
    ownRequestId().ifPresent(headers::add);
    dropped(candidates.stream()).ifPresent(headers::add);
    return headers;
  }

  private Optional<Event.Header> dropped(Stream<Candidate> candidates) {
    List<String> dropped =
        candidates.flatMap(each -> lanes.dropped(each).stream()).distinct().sorted().toList();
    return dropped.isEmpty()
        ? Optional.empty()
        : Optional.of(header("dropped", String.join(", ", dropped)));
  }

  /** The request's id under the client's own name for it, for upstreams that give none. */
  Optional<Event.Header> ownRequestId() {
    return requestIdHeader.map(
        name -> new Event.Header(name, Dialect.vendorsId(considered.inbound().requestId())));
  }

  /** The headers of any answer, errors included. */
  List<Event.Header> headers() {
    return headers(reason());
  }

  private List<Event.Header> headers(String reason) {
    return List.of(
        header("request-id", considered.inbound().requestId()),
        header("privacy-class", considered.classification().privacy().highest().name()),
        header("task", considered.task()),
        header("difficulty", String.format(Locale.ROOT, "%.2f", considered.difficulty())),
        header("reason", reason));
  }

  /**
   * The decision's reason holds for its first candidate; another one answers because those before
   * it failed.
   */
  private String reason(Candidate candidate) {
    return considered.decision() instanceof Decision.Route route
            && !route.ranked().getFirst().equals(candidate)
        ? "fell over: " + route.ranked().getFirst().model().reference() + " did not answer"
        : reason();
  }

  private String reason() {
    return switch (considered.decision()) {
      case Decision.Route route -> route.reason();
      case Decision.Refuse refuse -> refuse.message();
    };
  }

  private static Event.Header header(String name, String value) {
    return new Event.Header("x-gatehouse-" + name, HeaderText.of(value));
  }
}
