package dev.gatehouse.egress;

import dev.gatehouse.inference.Event;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One destination, ready to be called: what a provider holds. Safe for use by any thread. */
public final class Upstream {
  private static final byte[] NOTHING = {};

  private final PrivacyGate gate;
  private final Egress egress;
  private final Destination destination;
  private final List<Event.Header> headers;
  private final Duration silenceTimeout;

  /**
   * @param headers sent with every call: authorization, say
   * @param silenceTimeout longest wait for any byte of an answer
   */
  public Upstream(
      PrivacyGate gate,
      Egress egress,
      Destination destination,
      List<Event.Header> headers,
      Duration silenceTimeout) {
    this.gate = gate;
    this.egress = egress;
    this.destination = destination;
    this.headers = List.copyOf(headers);
    this.silenceTimeout = silenceTimeout;
  }

  /** Longest wait for any byte of an answer. */
  public Duration silenceTimeout() {
    return silenceTimeout;
  }

  /** Where the calls go. */
  public Destination destination() {
    return destination;
  }

  /**
   * Sends something of a client's, under the current {@link Passage}.
   *
   * @param path appended to the base URL, begins with a slash
   * @param json the exact bytes to send
   * @throws NotClearedException if there is no passage, or it does not permit this destination
   * @throws java.io.UncheckedIOException if there is no connection or no answer
   */
  public UpstreamResponse post(String path, byte[] json) {
    return post(path, json, silenceTimeout);
  }

  /**
   * Sends something of a client's to an upstream that may think for long before it answers.
   *
   * @param patience longest wait for the head of the answer; for its parts the usual silence holds
   */
  public UpstreamResponse post(String path, byte[] json, Duration patience) {
    return send("POST", path, json, patience);
  }

  /**
   * Sends something of a client's with headers of its own. Errors as {@link #post(String, byte[])}.
   *
   * @param patience longest wait for the head of the answer
   * @param extra headers for this one call, scanned like the body; a name that the upstream's own
   *     headers have is left out
   */
  public UpstreamResponse post(
      String path, byte[] json, Duration patience, List<Event.Header> extra) {
    return egress.send(
        clear(json, beside(path, extra)),
        new UpstreamRequest("POST", path, with(extra), patience, silenceTimeout));
  }

  private static List<String> beside(String path, List<Event.Header> extra) {
    Stream<String> headers =
        extra.stream().flatMap(header -> Stream.of(header.name(), header.value()));
    return Stream.concat(Stream.of(path), headers).toList();
  }

  /**
   * Sends something of a client's that is no inference: the making of a model, say. Errors as
   * {@link #post}.
   *
   * @param method POST or DELETE
   * @param patience longest wait for the head of the answer
   */
  public UpstreamResponse send(String method, String path, byte[] json, Duration patience) {
    return egress.send(
        clear(json, List.of(path)),
        new UpstreamRequest(method, path, headers, patience, silenceTimeout));
  }

  private Clearance clear(byte[] json, List<String> beside) {
    if (!Passage.CURRENT.isBound()) {
      throw new NotClearedException("no passage: " + destination.name());
    }
    return gate.clear(Passage.CURRENT.get(), destination, json, beside);
  }

  /** The gateway's own headers are never replaced. */
  private List<Event.Header> with(List<Event.Header> extra) {
    return Stream.concat(headers.stream(), extra.stream().filter(this::isNotOurs)).toList();
  }

  private boolean isNotOurs(Event.Header header) {
    return headers.stream().noneMatch(own -> own.name().equalsIgnoreCase(header.name()));
  }

  /** Asks something that carries nothing of any client. Errors as {@link #post}. */
  public UpstreamResponse probe(String path) {
    return probe(path, List.of());
  }

  /**
   * Asks something that carries nothing of any client, with headers for this one question: a byte
   * range, say. Errors as {@link #post}.
   */
  public UpstreamResponse probe(String path, List<Event.Header> extra) {
    Clearance clearance = gate.clearProbe(destination, NOTHING);
    return egress.send(
        clearance, new UpstreamRequest("GET", path, with(extra), silenceTimeout, silenceTimeout));
  }

  /**
   * Asks something that carries nothing of any client.
   *
   * @param json the gateway's own words: a model's name, say
   */
  public UpstreamResponse probe(String path, byte[] json) {
    Clearance clearance = gate.clearProbe(destination, json);
    return egress.send(
        clearance, new UpstreamRequest("POST", path, headers, silenceTimeout, silenceTimeout));
  }
}
