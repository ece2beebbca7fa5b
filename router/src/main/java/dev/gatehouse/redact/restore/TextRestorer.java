package dev.gatehouse.redact.restore;

import dev.gatehouse.redact.restore.TokenMatch.Beginning;
import dev.gatehouse.redact.restore.TokenMatch.Nothing;
import dev.gatehouse.redact.restore.TokenMatch.Token;

/**
 * Restores one text that comes in pieces. Only what may be the beginning of a token is held back,
 * and no longer than it may be one. For one thread.
 */
final class TextRestorer {
  private final TokenMatcher matcher;
  private final Script script;
  private int previous = TokenMatcher.NOTHING;

  TextRestorer(TokenMatcher matcher, Script.Kind kind) {
    this.matcher = matcher;
    this.script = kind.begin();
  }

  /** A text that is there as a whole. */
  static String whole(TokenMatcher matcher, Script.Kind kind, String text) {
    TextRestorer restorer = new TextRestorer(matcher, kind);
    return restorer.accept(text) + restorer.end();
  }

  /**
   * Takes the next piece.
   *
   * @return what may go out now
   */
  String accept(String piece) {
    script.append(piece);
    StringBuilder out = new StringBuilder(piece.length() + 16);
    release(false, out);
    return out.toString();
  }

  /**
   * Nothing follows.
   *
   * @return what was held back
   */
  String end() {
    StringBuilder out = new StringBuilder();
    release(true, out);
    script.rest(out);
    return out.toString();
  }

  /** Whether anything is held back. */
  boolean holds() {
    return script.holds();
  }

  private void release(boolean ended, StringBuilder out) {
    CharSequence said = script.said();
    int at = 0;
    while (at < said.length()) {
      int next = step(said, at, ended, out);
      if (next == at) {
        break;
      }
      previous = said.charAt(next - 1);
      at = next;
    }
    script.drop(at);
  }

  private int step(CharSequence said, int at, boolean ended, StringBuilder out) {
    return switch (matcher.match(said, at, previous, ended)) {
      case Nothing() -> {
        script.pass(at, out);
        yield at + 1;
      }
      case Beginning() -> at;
      case Token(int end, String value) -> {
        script.put(value, out);
        yield end;
      }
    };
  }
}
