package dev.gatehouse.egress;

import dev.gatehouse.inference.Event;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.webclient.api.HttpClientResponse;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer that came through the door. */
final class HelidonUpstreamResponse implements UpstreamResponse {
  private final HttpClientResponse response;

  HelidonUpstreamResponse(HttpClientResponse response) {
    this.response = response;
  }

  @Override
  public int status() {
    return response.status().code();
  }

  @Override
  public Optional<String> header(String name) {
    return response.headers().first(HeaderNames.create(name));
  }

  @Override
  public List<Event.Header> headers() {
    List<Event.Header> all = new ArrayList<>();
    for (Header header : response.headers()) {
      header.allValues().forEach(value -> all.add(new Event.Header(header.name(), value)));
    }
    return all;
  }

  @Override
  public InputStream body() {
    return response.entity().hasEntity()
        ? new CutAwareInputStream(
            response.inputStream(), UnframedAnswers.endsWithConnection(response.headers()))
        : InputStream.nullInputStream();
  }

  @Override
  public void close() {
    response.close();
  }
}
