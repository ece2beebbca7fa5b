package dev.gatehouse.provider.embedded;

import java.util.OptionalLong;

/**
 * How far the fetching of weights has come.
 *
 * @param source where from, for people to read
 * @param bytesDone bytes on disk so far, those of earlier attempts included; at least 0
 * @param bytesTotal size of the whole, where known
 */
public record Progress(String source, long bytesDone, OptionalLong bytesTotal) {

  public Progress {
    if (bytesDone < 0) {
      throw new IllegalArgumentException("bytesDone: expected >= 0, got " + bytesDone);
    }
  }
}
