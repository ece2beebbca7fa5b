package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Event;
import java.util.List;
import java.util.regex.Pattern;

/** The header that names what a client wants of Anthropic's unfinished features. */
final class BetaHeader {
  static final String NAME = "anthropic-beta";

  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9._-]+( *, *[A-Za-z0-9._-]+)*");
  private static final int LONGEST = 2048;

  private final String value;
  private final Demands demands;

  BetaHeader(Caller caller, Demands demands) {
    this.value = of(caller);
    this.demands = demands;
  }

  /** The header as it came; empty text where it did not. */
  static String of(Caller caller) {
    return caller.headers().getOrDefault(NAME, "");
  }

  /** What an Anthropic upstream shall get of it. */
  List<Event.Header> passedOn() {
    if (value.isBlank()) {
      return List.of();
    }
    if (value.length() > LONGEST || !NAMES.matcher(value.strip()).matches()) {
      throw new InvalidRequestException(NAME, "expected names of features, parted by commas");
    }
    demands.hint(NAME);
    return List.of(new Event.Header(NAME, value.strip()));
  }
}
