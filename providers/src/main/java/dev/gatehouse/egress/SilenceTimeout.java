package dev.gatehouse.egress;

import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.WebClientServiceRequest;
import io.helidon.webclient.api.WebClientServiceResponse;
import io.helidon.webclient.spi.WebClientService;
import java.time.Duration;

/**
 * From the head of an answer on, waits for its parts as long as {@link #PROPERTY} of the call says;
 * for the head itself the call's read timeout holds, which may be longer.
 */
final class SilenceTimeout implements WebClientService {

  /** Name of the property with the longest silence, in ISO 8601. */
  static final String PROPERTY = "silence-timeout";

  @Override
  public WebClientServiceResponse handle(Chain chain, WebClientServiceRequest request) {
    WebClientServiceResponse answer = chain.proceed(request);
    if (answer.connection() instanceof ClientConnection connection) {
      connection.readTimeout(Duration.parse(request.properties().get(PROPERTY)));
    }
    return answer;
  }
}
