package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * The door: the one place in the process that opens connections. LOCAL and CLOUD calls never share
 * a connection, so that one opened to a public address cannot serve a local-only request.
 */
public final class Egress implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int IDLE_CONNECTIONS_PER_UPSTREAM = 256;

  private final WebClient local = client(new ClearedAddressResolver());
  private final WebClient cloud = client(new ClearedAddressResolver());

  private static WebClient client(ClearedAddressResolver resolver) {
    return WebClient.builder()
        .followRedirects(false)
        .proxy(Proxy.noProxy())
        .shareConnectionCache(false)
        .connectionCacheSize(IDLE_CONNECTIONS_PER_UPSTREAM)
        .sendExpectContinue(false)
        .dnsResolver(resolver)
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).tcpNoDelay(true).build())
        .build();
  }

  /**
   * Sends what was cleared to where it was cleared for.
   *
   * @throws NotClearedException if the clearance was used before, or a LOCAL destination resolves
   *     to a public address
   * @throws java.io.UncheckedIOException if there is no connection or no answer
   */
  UpstreamResponse send(Clearance clearance, UpstreamRequest request) {
    byte[] payload = clearance.redeem();
    return ScopedValue.where(Clearance.CURRENT, clearance)
        .call(() -> new HelidonUpstreamResponse(submit(clearance.destination(), request, payload)));
  }

  private HttpClientResponse submit(
      Destination destination, UpstreamRequest request, byte[] payload) {
    WebClient client = destination.locality() == Locality.LOCAL ? local : cloud;
    HttpClientRequest call =
        client
            .method(Method.create(request.method()))
            .uri(URI.create(destination.baseUrl() + request.path()))
            .readTimeout(request.silenceTimeout());
    request
        .headers()
        .forEach(header -> call.header(HeaderNames.create(header.name()), header.value()));
    try {
      return payload.length == 0
          ? call.request()
          : call.header(HeaderNames.CONTENT_TYPE, "application/json").submit(payload);
    } catch (DataReader.InsufficientDataAvailableException e) {
      throw new UncheckedIOException(new IOException("the connection ended without an answer", e));
    }
  }

  @Override
  public void close() {
    local.closeResource();
    cloud.closeResource();
  }
}
