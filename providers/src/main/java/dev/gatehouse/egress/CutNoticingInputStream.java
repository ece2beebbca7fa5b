package dev.gatehouse.egress;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reports a cut connection as an {@link IOException}, where Helidon throws various others. */
final class CutNoticingInputStream extends FilterInputStream {

  CutNoticingInputStream(InputStream in) {
    super(in);
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
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (InsufficientDataAvailableException e) {
      throw ended(e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException("the answer's chunks are malformed", e);
    }
  }

  /** The connection ended before what was promised. */
  static IOException ended(InsufficientDataAvailableException cause) {
    EOFException ended = new EOFException("the connection ended too early");
    ended.initCause(cause);
    return ended;
  }
}
