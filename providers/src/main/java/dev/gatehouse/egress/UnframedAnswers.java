package dev.gatehouse.egress;

import io.helidon.http.ClientResponseHeaders;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webclient.api.WebClientServiceRequest;
import io.helidon.webclient.api.WebClientServiceResponse;
import io.helidon.webclient.spi.WebClientService;

/**
 * Makes an answer whose length is not told, or told twice, the last of its connection (RFC 9112,
 * 6.3). Helidon would use the connection again, and what was left unread of one answer would be
 * taken for the next call's.
 */
final class UnframedAnswers implements WebClientService {

  @Override
  public WebClientServiceResponse handle(Chain chain, WebClientServiceRequest request) {
    WebClientServiceResponse answer = chain.proceed(request);
    if (answer.inputStream().isEmpty()) {
      return answer;
    }
    WebClientServiceResponse.Builder guarded =
        WebClientServiceResponse.builder(answer)
            .inputStream(new LoneAnswer(answer.inputStream().get(), answer.connection()));
    return hasOneLength(answer.headers())
        ? guarded.build()
        : guarded.headers(closing(answer.headers())).build();
  }

  private static boolean hasOneLength(Headers headers) {
    return headers.contains(HeaderNames.CONTENT_LENGTH) != isChunked(headers);
  }

  private static boolean isChunked(Headers headers) {
    return headers.containsToken(HeaderValues.TRANSFER_ENCODING_CHUNKED);
  }

  private static ClientResponseHeaders closing(Headers headers) {
    return ClientResponseHeaders.create(
        WritableHeaders.create(headers).set(HeaderValues.CONNECTION_CLOSE));
  }

  /** Whether nothing but the end of the connection ends the answer's body. */
  static boolean endsWithConnection(Headers headers) {
    return !headers.contains(HeaderNames.CONTENT_LENGTH) && !isChunked(headers);
  }
}
