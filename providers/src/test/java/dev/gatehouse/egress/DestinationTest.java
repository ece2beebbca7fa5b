package dev.gatehouse.egress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DestinationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///models",
        "ftp://127.0.0.1/models",
        "HTTPS://api.example.test",
        "//127.0.0.1",
        "http:/models",
        "unix:/run/models.sock",
        "http://127.0.0.1?host=elsewhere.test",
        "http://127.0.0.1#elsewhere.test"
      })
  void baseUrlThatIsNotPlainHttpIsRefused(String url) {
    assertThatThrownBy(() -> Caller.cloud(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cloud: base URL");
  }
}
