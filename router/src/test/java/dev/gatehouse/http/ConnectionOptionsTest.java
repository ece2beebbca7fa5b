package dev.gatehouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionOptionsTest {

  @Test
  void socketsGetTheReadTimeoutThatTheBackgroundReadGoesBy() throws IOException {
    SocketOptions written =
        SocketOptions.builder().tcpNoDelay(true).readTimeout(Duration.ofDays(20)).build();

    try (SocketChannel socket = SocketChannel.open()) {
      new ConnectionOptions(written).configureSocket(socket);

      assertThat(socket.socket().getSoTimeout()).isEqualTo(1_728_000_000);
      assertThat(socket.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
    }
  }
}
