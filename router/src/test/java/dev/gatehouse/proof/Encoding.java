package dev.gatehouse.proof;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** How a value is written. */
enum Encoding {
  PLAIN,
  ZERO_WIDTH,
  HOMOGLYPH,
  FULLWIDTH,
  SPACED_DIGITS,
  BASE64,
  BASE64_URL,
  HEX,
  URL,
  DOUBLE_URL,
  JSON_STRING,
  HTML_ENTITIES,
  UNICODE_ESCAPES,
  GZIP_BASE64,
  DATA_URL;

  /** Whether people or programs would write such a value so. */
  boolean fits(PrivateValue value) {
    return switch (this) {
      case HOMOGLYPH -> value.kind().isWords() && !homoglyphs(value.value()).equals(value.value());
      case SPACED_DIGITS -> value.kind().isNumber();
      case FULLWIDTH -> value.value().chars().allMatch(each -> each < 0x80);
      case PLAIN, ZERO_WIDTH -> true;
      case BASE64, BASE64_URL, HEX, URL, DOUBLE_URL, JSON_STRING -> true;
      case HTML_ENTITIES, UNICODE_ESCAPES, GZIP_BASE64, DATA_URL -> true;
    };
  }

  /** The statement in this encoding: the value in it, or all of it. */
  String encode(PrivateValue value) {
    String statement = value.statement();
    return switch (this) {
      case PLAIN -> statement;
      case ZERO_WIDTH -> within(value, Encoding::zeroWidth);
      case HOMOGLYPH -> within(value, Encoding::homoglyphs);
      case FULLWIDTH -> within(value, Encoding::fullwidth);
      case SPACED_DIGITS -> within(value, Encoding::spaced);
      case BASE64 -> base64(utf8(statement));
      case BASE64_URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(statement));
      case HEX -> HexFormat.of().formatHex(utf8(statement));
      case URL -> url(statement);
      case DOUBLE_URL -> url(url(statement));
      case JSON_STRING -> "{\"note\":" + TextNode.valueOf(statement) + "}";
      case HTML_ENTITIES -> each(statement, "&#%d;");
      case UNICODE_ESCAPES ->
          statement.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
      case GZIP_BASE64 -> base64(gzip(utf8(statement)));
      case DATA_URL -> "data:text/plain;charset=utf-8;base64," + base64(utf8(statement));
    };
  }

  private static String within(PrivateValue value, Function<String, String> change) {
    return value.statement().replace(value.value(), change.apply(value.value()));
  }

  private static String zeroWidth(String value) {
    return value.substring(0, 2) + "\u200b" + value.substring(2, 5) + "\u2060" + value.substring(5);
  }

  private static String homoglyphs(String value) {
    return value.replace('a', '\u0430').replace('e', '\u0435').replace('o', '\u043e');
  }

  private static String fullwidth(String value) {
    return value
        .chars()
        .mapToObj(each -> Character.toString(each > 0x20 ? each + 0xfee0 : each))
        .collect(Collectors.joining());
  }

  private static String spaced(String value) {
    return value.replaceAll("(\\d)(?=\\d)", "$1 ");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Every byte but spaces, as careful programs do. */
  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String each(String text, String form) {
    return text.codePoints().mapToObj(form::formatted).collect(Collectors.joining());
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
