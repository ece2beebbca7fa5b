package dev.gatehouse.redact.restore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON value and where it stands among the bytes of its document, so that it can be changed
 * without touching any other byte. The text must be well-formed.
 *
 * @param kind of value
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param names of an object's members; empty for anything else
 * @param values of the members or elements
 */
record PlacedJson(
    byte[] bytes, Kind kind, int start, int end, List<String> names, List<PlacedJson> values) {

  /** What a value is. */
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    /** A number, true, false or null. */
    SCALAR,
    /** There is none. */
    MISSING
  }

  private static final PlacedJson MISSING =
      new PlacedJson(new byte[0], Kind.MISSING, 0, 0, List.of(), List.of());

  /** Reads one document, which begins at {@code from}. */
  static PlacedJson read(byte[] bytes, int from) {
    return new Reader(bytes, from).value();
  }

  /** A member by its name; a missing value where it is not there. */
  PlacedJson path(String name) {
    int at = names.indexOf(name);
    return at < 0 ? MISSING : values.get(at);
  }

  /** The elements of an array; empty for anything else. */
  List<PlacedJson> elements() {
    return kind == Kind.ARRAY ? values : List.of();
  }

  boolean isString() {
    return kind == Kind.STRING;
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  boolean isMissing() {
    return kind == Kind.MISSING;
  }

  /** The text of a string; empty for anything else. */
  String text() {
    return isString() ? StringLiteral.decode(between(start + 1, end - 1)) : "";
  }

  /** The JSON text of the value, as it is spelt. */
  String spelt() {
    return between(start, end);
  }

  private String between(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Without content. */
  @Override
  public String toString() {
    return kind + " at " + start;
  }

  /** Reads on from where it stands. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    PlacedJson value() {
      skipSpace();
      return switch (bytes[at]) {
        case '{' -> members(Kind.OBJECT, '}');
        case '[' -> members(Kind.ARRAY, ']');
        case '"' -> string();
        default -> scalar();
      };
    }

    private PlacedJson members(Kind kind, char close) {
      int start = at++;
      List<String> names = new ArrayList<>();
      List<PlacedJson> values = new ArrayList<>();
      skipSpace();
      while (bytes[at] != close) {
        if (kind == Kind.OBJECT) {
          names.add(string().text());
          skipSpace();
          at++; // the colon
        }
        values.add(value());
        skipSpace();
        if (bytes[at] == ',') {
          at++;
          skipSpace();
        }
      }
      return new PlacedJson(bytes, kind, start, ++at, names, values);
    }

    private PlacedJson string() {
      int start = at++;
      while (bytes[at] != '"') {
        at += bytes[at] == '\\' ? 2 : 1;
      }
      return new PlacedJson(bytes, Kind.STRING, start, ++at, List.of(), List.of());
    }

    private PlacedJson scalar() {
      int start = at;
      while (at < bytes.length && bytes[at] > ' ' && ",]}".indexOf(bytes[at]) < 0) {
        at++;
      }
      return new PlacedJson(bytes, Kind.SCALAR, start, at, List.of(), List.of());
    }

    private void skipSpace() {
      while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
        at++;
      }
    }
  }
}
