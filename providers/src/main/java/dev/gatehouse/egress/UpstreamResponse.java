package dev.gatehouse.egress;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An upstream's answer, its body still to be read. Closing it before the body's end aborts the
 * upstream; closing it after lets the connection be used again.
 */
public interface UpstreamResponse extends AutoCloseable {

  /** HTTP status. */
  int status();

  /** First value of a header, by case-insensitive name. */
  Optional<String> header(String name);

  /** Every header, in order. */
  List<dev.gatehouse.inference.Event.Header> headers();

  /**
   * The body, as it arrives; read at most once. A cut connection throws {@link
   * java.io.IOException}.
   */
  InputStream body();

  @Override
  void close();
}
