package dev.gatehouse.planted;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The ways in which a text can be read: as it is, and with encodings undone, three deep. */
final class Readings {
  private static final int DEPTH = 3;
  private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");
  private static final Pattern PERCENT = Pattern.compile("(%[0-9a-fA-F]{2})+");
  private static final Pattern ENTITY = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|[0-9]{1,7});");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){8,}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{11,}");

  private final Set<String> all = new LinkedHashSet<>();

  private Readings() {}

  /** Every reading, the text itself first. */
  static Set<String> of(String text) {
    Readings readings = new Readings();
    readings.add(text, DEPTH);
    return readings.all;
  }

  private void add(String text, int depth) {
    if (!all.add(text) || depth == 0) {
      return;
    }
    undo(text, depth, '\\', each -> JSON_ESCAPE.matcher(each).replaceAll(Readings::unescaped));
    undo(text, depth, '%', each -> PERCENT.matcher(each).replaceAll(Readings::percent));
    undo(text, depth, '&', each -> ENTITY.matcher(each).replaceAll(Readings::entity));
    HEX.matcher(text).results().forEach(run -> add(HexFormat.of().parseHex(run.group()), depth));
    BASE64.matcher(text).results().forEach(run -> addBase64(run.group(), depth));
  }

  private void undo(String text, int depth, char sign, UnaryOperator<String> decoder) {
    if (text.indexOf(sign) >= 0) {
      add(decoder.apply(text), depth - 1);
    }
  }

  private static String unescaped(MatchResult escape) {
    String sign = escape.group(1);
    if (sign.length() > 1) {
      return quoted((char) Integer.parseInt(sign.substring(1), 16));
    }
    return "nrtbf".contains(sign) ? " " : quoted(sign.charAt(0));
  }

  private static String quoted(char each) {
    return each == '\\' || each == '$' ? "\\" + each : String.valueOf(each);
  }

  private static String percent(MatchResult run) {
    byte[] bytes = HexFormat.of().parseHex(run.group().replace("%", ""));
    return java.util.regex.Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String entity(MatchResult entity) {
    String number = entity.group(1);
    int codePoint =
        number.startsWith("x")
            ? Integer.parseInt(number.substring(1), 16)
            : Integer.parseInt(number);
    return Character.isValidCodePoint(codePoint)
        ? java.util.regex.Matcher.quoteReplacement(Character.toString(codePoint))
        : " ";
  }

  /** A run may have letters before it that are not its own, as in a path. */
  private void addBase64(String run, int depth) {
    String usual = run.replace('-', '+').replace('_', '/');
    int whole = usual.length() % 4 == 1 ? usual.length() - 1 : usual.length();
    add(Base64.getDecoder().decode(usual.substring(0, whole)), depth);
  }

  private void add(byte[] bytes, int depth) {
    try {
      byte[] plain = isCompressed(bytes) ? inflated(bytes) : bytes;
      add(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString(), depth - 1);
    } catch (CharacterCodingException e) {
      return; // no text, so nothing that was encoded
    } catch (IOException e) {
      return; // not compressed, though it began so
    }
  }

  private static boolean isCompressed(byte[] bytes) {
    return bytes.length > 10 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private static byte[] inflated(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(1 << 20);
    }
  }
}
