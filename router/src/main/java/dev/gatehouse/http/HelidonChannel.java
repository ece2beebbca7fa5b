package dev.gatehouse.http;

import dev.gatehouse.inference.Event;
import dev.gatehouse.pipeline.Channel;
import dev.gatehouse.pipeline.ClientGoneException;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The way back through Helidon. */
final class HelidonChannel implements Channel {
  private final ServerResponse response;
  private final ClientWatch watch;
  private OutputStream out = OutputStream.nullOutputStream();

  HelidonChannel(ServerResponse response, ClientWatch watch) {
    this.response = response;
    this.watch = watch;
  }

  @Override
  public void send(int status, String contentType, List<Event.Header> headers, byte[] body) {
    head(status, contentType, headers);
    toClient(() -> response.send(body));
  }

  @Override
  public void begin(int status, String contentType, List<Event.Header> headers) {
    head(status, contentType, headers);
    response.header(HeaderValues.CACHE_NO_CACHE);
    out = response.outputStream();
  }

  private void head(int status, String contentType, List<Event.Header> headers) {
    response.status(Status.create(status));
    response.header(HeaderNames.CONTENT_TYPE, contentType);
    headers.forEach(header -> response.header(HeaderNames.create(header.name()), header.value()));
  }

  @Override
  public void write(byte[] piece) {
    toClient(
        () -> {
          out.write(piece);
          out.flush();
        });
  }

  @Override
  public void end() {
    toClient(out::close);
  }

  @Override
  public void whileClientWaits(Runnable work) {
    watch.whileWatched(WatchableConnections.current(), work);
  }

  private static void toClient(Writing writing) {
    try {
      writing.run();
    } catch (IOException
        | UncheckedIOException
        | io.helidon.webserver.ServerConnectionException e) {
      throw new ClientGoneException(e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
