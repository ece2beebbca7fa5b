package dev.gatehouse.provider.langchain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes inside a URL (RFC 2397), in base64.
 *
 * @param mediaType in lower case, without parameters; empty text where the URL has none
 * @param base64 as it stands in the URL
 */
public record DataUrl(String mediaType, String base64) {
  private static final String SCHEME = "data:";
  private static final String MARK = ";base64,";

  /** Reads a data URL; empty for every other URL, and for one that is not in base64. */
  public static Optional<DataUrl> parse(String url) {
    int mark = url.indexOf(MARK);
    if (!url.startsWith(SCHEME) || mark < 0 || url.indexOf(',') < mark) {
      return Optional.empty();
    }
    String head = url.substring(SCHEME.length(), mark);
    int parameters = head.indexOf(';');
    String mediaType = parameters < 0 ? head : head.substring(0, parameters);
    String base64 = url.substring(mark + MARK.length());
    return base64.isEmpty()
        ? Optional.empty()
        : Optional.of(new DataUrl(mediaType.toLowerCase(Locale.ROOT), base64));
  }

  /**
   * The bytes as UTF-8 text.
   *
   * @throws IllegalArgumentException if they are not base64
   */
  public String text() {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
