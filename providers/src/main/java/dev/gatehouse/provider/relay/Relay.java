package dev.gatehouse.provider.relay;

import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Hands requests and answers of one upstream on, byte for byte. Safe for use by any thread. */
public final class Relay {
  private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private final String providerName;
  private final Upstream upstream;

  /** A relay to {@code upstream}, in the name of the provider. */
  public Relay(String providerName, Upstream upstream) {
    this.providerName = providerName;
    this.upstream = upstream;
  }

  /**
   * Relays one request and its answer; the contract is {@link
   * dev.gatehouse.provider.Provider#chat}'s.
   *
   * @throws ProviderException if the upstream fails; BROKEN if its answer ends before it is whole
   */
  public void relay(RelayedCall call, EventSink sink) {
    try (UpstreamResponse response = post(call)) {
      if (response.status() != 200) {
        throw UpstreamErrors.answered(providerName, response);
      }
      requireContentType(
          response, call.framing().map(Framing::contentType).orElse("application/json"));
      RelayedAnswer answer =
          new RelayedAnswer(providerName, call, UpstreamErrors.passedHeaders(response), sink);
      if (call.framing().isPresent()) {
        stream(call.framing().get(), response.body(), answer);
      } else {
        answer.whole(readAll(response.body()));
      }
    } catch (IOException | UncheckedIOException e) {
      throw UpstreamErrors.broken(providerName, e);
    }
  }

  private UpstreamResponse post(RelayedCall call) {
    try {
      Duration patience = call.patience().orElse(upstream.silenceTimeout());
      return upstream.post(call.path(), call.body(), patience, call.headers());
    } catch (UncheckedIOException e) {
      throw UpstreamErrors.noAnswer(providerName, e);
    }
  }

  private void requireContentType(UpstreamResponse response, String expected) {
    String found = response.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!found.startsWith(expected)) {
      throw new ProviderException(
          Kind.BROKEN, providerName + " answered with something that is not " + expected);
    }
  }

  private byte[] readAll(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES + 1);
    if (bytes.length > MAX_ANSWER_BYTES) {
      throw new ProviderException(Kind.BROKEN, providerName + ": the answer is larger than 64 MiB");
    }
    return bytes;
  }

  private static void stream(Framing framing, InputStream body, RelayedAnswer answer)
      throws IOException {
    RawEvents events = new RawEvents(body, framing);
    for (Optional<RawEvent> event = events.next(); event.isPresent(); event = events.next()) {
      if (answer.event(event.get())) {
        BodyEnd.await(body);
        return;
      }
    }
    answer.endOfStream();
  }
}
