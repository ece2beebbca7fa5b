package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of three kinds, in every encoding at every place, and where the findings point. */
class EncodingsTest {

  private static final Map<FindingType, String> VALUES =
      Map.of(
          FindingType.CREDIT_CARD, "5555555555554444",
          FindingType.EMAIL, "ottilie.brandt@fjordmail.no",
          FindingType.SECRET, "ghp_x7Kq2mVb9TzR4wLs8NcY1pHd6JfGaEuQ3iZo");

  static Stream<Arguments> everyEncodingAtEveryPlace() {
    return encodings().keySet().stream()
        .flatMap(
            encoding -> places().keySet().stream().map(place -> Arguments.of(encoding, place)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("everyEncodingAtEveryPlace")
  void valuesAreFoundAndTheirFindingsCoverTheEncodedStretch(String encoding, String place) {
    VALUES.forEach(
        (type, value) -> {
          String encoded =
              encodings().getOrDefault(encoding, UnaryOperator.identity()).apply(value);
          JsonNode document = document(place, encoded);

          var findings = new LexicalPrivacyClassifier().scan(document).findings();

          assertThat(findings)
              .as("%s as %s", type, encoded)
              .filteredOn(finding -> finding.type() == type)
              .isNotEmpty()
              .anySatisfy(
                  finding ->
                      assertThat(covered(document, finding)).contains(inner(place, encoded)));
        });
  }

  private static Map<String, UnaryOperator<String>> encodings() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("plain", value -> value);
    all.put("base64", value -> base64(utf8(value)));
    all.put(
        "base64url without padding",
        value -> Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(value)));
    all.put("base64 twice", value -> base64(utf8(base64(utf8(value)))));
    all.put("gzip in base64", value -> base64(gzip(value)));
    all.put("zlib in hex", value -> HexFormat.of().formatHex(zlib(value)));
    all.put("UTF-16 in base64", value -> base64(value.getBytes(StandardCharsets.UTF_16LE)));
    all.put("hex", value -> HexFormat.of().formatHex(utf8(value)));
    all.put("hex with colons", value -> HexFormat.ofDelimiter(":").formatHex(utf8(value)));
    all.put(
        "hex with 0x",
        value -> HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(utf8(value)));
    all.put("base32", EncodingsTest::base32);
    all.put("percent signs", value -> HexFormat.of().withPrefix("%").formatHex(utf8(value)));
    all.put(
        "percent signs twice",
        value -> URLEncoder.encode(each(value, "%%%02X"), StandardCharsets.UTF_8));
    all.put("character references", value -> each(value, "&#%d;"));
    all.put("backslash u", value -> each(value, "\\u%04x"));
    all.put("backslash x", value -> each(value, "\\x%02x"));
    all.put("quoted-printable", value -> each(value, "=%02X"));
    all.put("spaces", value -> apart(value, " "));
    all.put(
        "full width",
        value ->
            value
                .codePoints()
                .mapToObj(c -> Character.toString(c + 0xFEE0))
                .collect(Collectors.joining()));
    all.put("zero width", value -> apart(value, "\u200b"));
    return all;
  }

  /** Where V stands for the value within a JSON document. */
  private static Map<String, UnaryOperator<String>> places() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put(
        "user text",
        value ->
            "{\"messages\":[{\"content\":"
                + quoted("Please keep this: " + value + " and go on")
                + "}]}");
    all.put("a key", value -> "{\"balances\":{" + quoted(value) + ":12}}");
    all.put(
        "tool arguments",
        value -> "{\"arguments\":" + quoted("{\"ref\":" + quoted(value) + ",\"n\":1}") + "}");
    all.put(
        "JSON in JSON",
        value ->
            "{\"a\":" + quoted("{\"b\":" + quoted("{\"c\":" + quoted(value) + "}") + "}") + "}");
    all.put("a header", value -> "{\"x-note\":" + quoted(value) + "}");
    return all;
  }

  private static JsonNode document(String place, String encoded) {
    return PrivacyScans.parse(
        places().getOrDefault(place, UnaryOperator.identity()).apply(encoded));
  }

  /** The encoded value as it stands in the string that holds it. */
  private static String inner(String place, String encoded) {
    return switch (place) {
      case "tool arguments" -> unquoted(quoted(encoded));
      case "JSON in JSON" -> unquoted(quoted(unquoted(quoted(encoded))));
      default -> encoded;
    };
  }

  private static String covered(JsonNode document, Finding finding) {
    JsonNode value = document.at(finding.path());
    String key = finding.path().substring(finding.path().lastIndexOf('/') + 1);
    String text = value.isTextual() ? value.textValue() : key.replace("~1", "/").replace("~0", "~");
    return PrivacyScans.covered(text, finding);
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static String unquoted(String json) {
    return json.substring(1, json.length() - 1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String apart(String value, String separator) {
    return value.chars().mapToObj(Character::toString).collect(Collectors.joining(separator));
  }

  private static String each(String value, String format) {
    return value.chars().mapToObj(format::formatted).collect(Collectors.joining());
  }

  private static String base32(String value) {
    StringBuilder bits = new StringBuilder();
    for (byte each : utf8(value)) {
      bits.append(Integer.toBinaryString(0x100 | (each & 0xFF)), 1, 9);
    }
    bits.append("0".repeat((5 - bits.length() % 5) % 5));
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 5) {
      digits.append(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Integer.parseInt(bits.substring(i, i + 5), 2)));
    }
    return digits.append("=".repeat((8 - digits.length() % 8) % 8)).toString();
  }

  private static byte[] gzip(String value) {
    var bytes = new ByteArrayOutputStream();
    write(value, bytes, out -> new GZIPOutputStream(out));
    return bytes.toByteArray();
  }

  private static byte[] zlib(String value) {
    var bytes = new ByteArrayOutputStream();
    write(value, bytes, DeflaterOutputStream::new);
    return bytes.toByteArray();
  }

  private interface Wrapping {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static void write(String value, OutputStream bytes, Wrapping wrapping) {
    try (OutputStream out = wrapping.around(bytes)) {
      out.write(utf8(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
