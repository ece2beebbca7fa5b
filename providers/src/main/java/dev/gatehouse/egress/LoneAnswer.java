package dev.gatehouse.egress;

import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.ReleasableResource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer that must be the last thing on its connection: where more bytes wait behind
 * its end, nobody asked for them, and the connection is closed before the next call could take them
 * for its own answer.
 */
final class LoneAnswer extends FilterInputStream {
  private final ReleasableResource connection;

  LoneAnswer(InputStream body, ReleasableResource connection) {
    super(body);
    this.connection = connection;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    return next < 0 ? end(next) : next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    return count < 0 ? end(count) : count;
  }

  private int end(int endOfStream) {
    if (connection instanceof ClientConnection open
        && open.isConnected()
        && open.reader().available() > 0) {
      open.closeResource();
    }
    return endOfStream;
  }
}
