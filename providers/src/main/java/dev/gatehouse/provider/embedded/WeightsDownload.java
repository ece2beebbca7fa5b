package dev.gatehouse.provider.embedded;

import dev.gatehouse.config.Locality;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Fetches a file over HTTP through the one door, and goes on where an earlier attempt was cut. */
final class WeightsDownload {
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_RESUMPTIONS = 5;
  private static final int BUFFER_BYTES = 1 << 16;

  private final PrivacyGate gate;
  private final Egress egress;

  WeightsDownload(PrivacyGate gate, Egress egress) {
    this.gate = gate;
    this.egress = egress;
  }

  /**
   * Brings {@code part} to its full length.
   *
   * @param part what is there already is kept, if the server can send the rest
   * @throws IOException if it cannot be had; what came stays in {@code part}
   * @throws dev.gatehouse.egress.NotClearedException if nothing may leave
   */
  void fetch(URI url, Path part, Consumer<Progress> progress) throws IOException {
    for (int resumptions = 0; ; resumptions++) {
      long before = length(part);
      try {
        follow(url, part, progress);
        return;
      } catch (IOException e) {
        if (resumptions == MOST_RESUMPTIONS || length(part) <= before) {
          throw e;
        }
      }
    }
  }

  private void follow(URI url, Path part, Consumer<Progress> progress) throws IOException {
    URI at = url;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      try (UpstreamResponse response = ask(at, length(part))) {
        switch (response.status()) {
          case 301, 302, 303, 307, 308 -> at = next(at, response);
          case 200, 206 -> {
            save(new Piece(url.getHost(), response), part, progress);
            return;
          }
          case 416 -> {
            startOver(response, part);
            return;
          }
          default -> throw new IOException("HTTP " + response.status() + " from " + at.getHost());
        }
      } catch (UncheckedIOException e) {
        throw new IOException("no connection to " + at.getHost(), e);
      }
    }
    throw new IOException("more than " + MOST_REDIRECTS + " redirects");
  }

  private UpstreamResponse ask(URI at, long offset) {
    URI origin = URI.create(at.getScheme() + "://" + at.getRawAuthority());
    String path = at.getRawPath().isEmpty() ? "/" : at.getRawPath();
    String query = at.getRawQuery() == null ? "" : "?" + at.getRawQuery();
    Upstream upstream =
        new Upstream(
            gate, egress, new Destination("weights", origin, Locality.CLOUD), List.of(), SILENCE);
    return upstream.probe(
        path + query,
        offset == 0 ? List.of() : List.of(new Event.Header("Range", "bytes=" + offset + "-")));
  }

  private static URI next(URI at, UpstreamResponse response) throws IOException {
    String location =
        response.header("Location").orElseThrow(() -> new IOException("a redirect to nowhere"));
    URI next = at.resolve(location);
    if (next.getHost() == null
        || ("https".equals(at.getScheme()) && !"https".equals(next.getScheme()))) {
      throw new IOException("a redirect from " + at.getHost() + " that is not followed");
    }
    return next;
  }

  /** The range begins at or after the end: what is there is whole, or of no use. */
  private static void startOver(UpstreamResponse response, Path part) throws IOException {
    if (!response.header("Content-Range").orElse("").endsWith("/" + length(part))) {
      Files.delete(part);
      throw new IOException("the part that was there did not fit; the next attempt starts over");
    }
  }

  private static void save(Piece piece, Path part, Consumer<Progress> progress) throws IOException {
    long done = piece.begin(length(part));
    OptionalLong total = piece.total(done);
    StandardOpenOption mode =
        done == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
    try (InputStream in = piece.response().body();
        OutputStream out =
            Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        done += count;
        progress.accept(new Progress(piece.host(), done, total));
      }
    }
    if (total.isPresent() && done < total.getAsLong()) {
      throw new IOException("cut after " + done + " of " + total.getAsLong() + " bytes");
    }
  }

  private static long length(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** A whole file or the rest of one, on its way. */
  private record Piece(String host, UpstreamResponse response) {

    /** How many of the bytes that are there stay: all, if the rest was sent, else none. */
    long begin(long there) throws IOException {
      if (response.status() == 200) {
        return 0;
      }
      if (!response.header("Content-Range").orElse("").startsWith("bytes " + there + "-")) {
        throw new IOException("another range than the one asked for");
      }
      return there;
    }

    OptionalLong total(long begin) {
      return response
          .header("Content-Length")
          .map(length -> OptionalLong.of(begin + Long.parseLong(length)))
          .orElseGet(OptionalLong::empty);
    }
  }
}
