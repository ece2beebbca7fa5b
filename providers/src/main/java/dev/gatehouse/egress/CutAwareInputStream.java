package dev.gatehouse.egress;

import io.helidon.common.buffers.DataReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Tells a body that was cut or badly framed by an {@link IOException}, which is what a reader of a
 * stream expects; Helidon's own streams throw unchecked.
 */
final class CutAwareInputStream extends FilterInputStream {

  private final boolean endsWithConnection;

  /**
   * @param endsWithConnection whether the end of the connection is the body's end, and no cut
   */
  CutAwareInputStream(InputStream body, boolean endsWithConnection) {
    super(body);
    this.endsWithConnection = endsWithConnection;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (DataReader.InsufficientDataAvailableException e) {
      if (endsWithConnection) {
        return -1;
      }
      throw new IOException("the connection ended before the answer did", e);
    } catch (UncheckedIOException e) {
      throw new IOException("the connection broke", e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException("the answer's chunks are broken", e);
    }
  }
}
