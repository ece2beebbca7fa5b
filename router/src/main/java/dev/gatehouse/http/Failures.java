package dev.gatehouse.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes a failure for the log without its message, which might quote a client. */
final class Failures {
  private static final int FRAMES = 6;

  private Failures() {}

  static String describe(Throwable failure) {
    String frames =
        Arrays.stream(failure.getStackTrace())
            .limit(FRAMES)
            .map(String::valueOf)
            .collect(Collectors.joining(" < "));
    String cause = failure.getCause() == null ? "" : " caused by " + describe(failure.getCause());
    return failure.getClass().getName() + " at " + frames + cause;
  }
}
