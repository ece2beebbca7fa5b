package dev.gatehouse.provider.langchain;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/**
 * Gives LangChain4j the client of one call. Timeouts are the door's own: what is set here is not
 * used.
 */
final class LangChainHttpClientBuilder implements HttpClientBuilder {
  private final HttpClient client;
  private Duration connectTimeout = Duration.ofSeconds(5);
  private Duration readTimeout = Duration.ofMinutes(5);

  LangChainHttpClientBuilder(HttpClient client) {
    this.client = client;
  }

  @Override
  public Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    connectTimeout = timeout;
    return this;
  }

  @Override
  public Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    readTimeout = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return client;
  }
}
