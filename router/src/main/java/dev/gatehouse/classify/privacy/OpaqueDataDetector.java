package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Views;
import java.util.List;

/**
 * Data that no rule can read: data URLs (RFC 2397) and long base64, in one run or in wrapped lines.
 */
final class OpaqueDataDetector implements Detector {

  private static final Rule DATA_URL = Rule.opaque("data-url");
  private static final Rule BASE64 = Rule.opaque("base64-data");

  /** Shorter runs are left to the detectors of keys. */
  private static final int MIN_BASE64 = 1024;

  /** RFC 2045 wraps at 76, PEM at 64; words on lines of their own are shorter. */
  private static final int MIN_LINE = 60;

  private static final int MIN_DISTINCT = 10;
  private static final int MAX_MEDIA_TYPE = 128;

  private static final List<String> TEXT_URLS =
      List.of("data:text/", "data:application/json", "data:application/xml", "data:;base64");

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    detectDataUrls(normalized, matches);
    if (normalized.text().length() >= MIN_BASE64) {
      detectBase64(normalized, matches);
    }
  }

  /**
   * Whether what was found is text after all, which was decoded and read from beginning to end: of
   * a data URL, only one that says so.
   */
  static boolean isRead(Match match, String text, Views views) {
    if (match.rule().equals(BASE64)) {
      return views.isRead(match.start(), match.end(), 0);
    }
    return match.rule().equals(DATA_URL)
        && TEXT_URLS.stream()
            .anyMatch(each -> text.regionMatches(true, match.start(), each, 0, each.length()))
        && views.isRead(match.start(), match.end(), MAX_MEDIA_TYPE);
  }

  private static void detectDataUrls(NormalizedText normalized, Matches matches) {
    if (!normalized.has(':') || !normalized.has(',')) {
      return;
    }
    String text = normalized.text();
    int next;
    for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', next)) {
      int start = i - 4;
      next = i + 1;
      if (text.regionMatches(true, start, "data", 0, 4) && isDataUrl(text, i + 1)) {
        next = urlEnd(text, i + 1);
        matches.add(normalized, DATA_URL, start, next);
      }
    }
  }

  /** Whether a media type or nothing, parameters and a comma follow. */
  private static boolean isDataUrl(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_MEDIA_TYPE);
    for (int i = from; i < limit && !endsUrl(text.charAt(i)); i++) {
      if (text.charAt(i) == ',') {
        String type = text.substring(from, i);
        return type.isEmpty() || type.indexOf('/') > 0 || type.contains(";base64");
      }
    }
    return false;
  }

  private static int urlEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !endsUrl(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean endsUrl(char c) {
    return c <= ' ' || "\"'<>`)\\".indexOf(c) >= 0;
  }

  private static void detectBase64(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    int end;
    for (int i = nextLine(text, 0); i < text.length(); i = nextLine(text, end)) {
      end = wrappedEnd(text, i);
      if (end - i >= MIN_BASE64 && distinct(text, i, end) >= MIN_DISTINCT) {
        matches.add(normalized, BASE64, i, end);
      }
    }
  }

  private static int nextLine(String text, int from) {
    return Alphabet.ANY_BASE64.nextRun(text, from, MIN_LINE);
  }

  private static int wrappedEnd(String text, int start) {
    int end = Alphabet.ANY_BASE64.runEnd(text, start, Integer.MAX_VALUE);
    int line = end - start;
    while (line >= MIN_LINE) {
      int next = afterLineBreak(text, end);
      int nextEnd = Alphabet.ANY_BASE64.runEnd(text, next, Integer.MAX_VALUE);
      line = next == end ? 0 : nextEnd - next;
      end = line >= MIN_LINE ? nextEnd : end;
    }
    return end;
  }

  private static int afterLineBreak(String text, int at) {
    int next = at < text.length() && text.charAt(at) == '\r' ? at + 1 : at;
    return next < text.length() && text.charAt(next) == '\n' ? next + 1 : at;
  }

  private static int distinct(String text, int start, int end) {
    long low = 0;
    long high = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      low |= c < 64 ? 1L << c : 0;
      high |= c >= 64 ? 1L << (c - 64) : 0;
    }
    return Long.bitCount(low) + Long.bitCount(high);
  }
}
