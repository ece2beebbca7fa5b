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
        .addService(new UnframedAnswers())
        .addService(new SilenceTimeout())
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).tcpNoDelay(true).build())
        .build();
  }

  /**
   * Sends what was cleared to where it was cleared for.
   *
   * @throws NotClearedException if the clearance was used before, a LOCAL destination resolves to a
   *     public address, or a SOCKS proxy stands in the way
   * @throws UncheckedIOException if there is no connection, no answer, or one that is not HTTP
   */
  UpstreamResponse send(Clearance clearance, UpstreamRequest request) {
    byte[] payload = clearance.redeem();
    HttpClientRequest call = call(clearance.destination(), request);
    return ScopedValue.where(Clearance.CURRENT, clearance)
        .call(() -> new HelidonUpstreamResponse(submit(call, payload)));
  }

  private HttpClientRequest call(Destination destination, UpstreamRequest request) {
    WebClient client = destination.locality() == Locality.LOCAL ? local : cloud;
    HttpClientRequest call =
        client
            .method(Method.create(request.method()))
            .uri(URI.create(destination.baseUrl() + request.path()))
            .readTimeout(request.patience())
            .property(SilenceTimeout.PROPERTY, request.silenceTimeout().toString());
    request
        .headers()
        .forEach(header -> call.header(HeaderNames.create(header.name()), header.value()));
    return call;
  }

  private static HttpClientResponse submit(HttpClientRequest call, byte[] payload) {
    try {
      if (payload.length == 0) {
        return call.request();
      }
      call.header(HeaderNames.CONTENT_TYPE, "application/json");
      return call.submit(payload);
    } catch (DataReader.InsufficientDataAvailableException e) {
      throw new UncheckedIOException(new IOException("the connection ended without an answer", e));
    } catch (IllegalArgumentException
        | IllegalStateException e) { // Helidon's for what it cannot parse
      throw new UncheckedIOException(new IOException("the answer is not HTTP", e));
    }
  }

  @Override
  public void close() {
    local.closeResource();
    cloud.closeResource();
  }
}
