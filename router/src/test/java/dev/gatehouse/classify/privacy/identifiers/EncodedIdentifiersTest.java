package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.privacy.PrivacyScans;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of value, hidden in the ways in which texts hide things. */
class EncodedIdentifiersTest {

  /** A sentence with one value in braces, of each kind. */
  private static final List<String> SENTENCES =
      List.of(
          "My card is {4539 1488 0343 6467} as you know",
          "Meine IBAN lautet {DE44500105175407324931}, danke",
          "her SSN is {417-22-9083} I think",
          "su DNI es {71204463Q} y ya",
          "il codice fiscale {BNCLRA77E53H501D} va bene",
          "o CPF dele: {415.907.236-80} certo",
          "numer PESEL to {02070803628} tak",
          "Steuer-ID: {47036892816} bitte",
          "passport number {488201739} expires",
          "Führerschein {B072RRE2I55} wurde",
          "call me on {+49 89 48299301} today",
          "date of birth: {1979-02-11} in Bonn",
          "patient ID {P-4018377} was admitted",
          "customer number {K-8812047} is hers",
          "account number {7712093488} at the bank",
          "mail {ida.koster@posteo.net} please",
          "the server of {84.17.203.9} logged it",
          "booking reference {K7QW2P} for two",
          "pay {ravi.k@oksbi} now");

  private static final Map<String, UnaryOperator<String>> OF_VALUE =
      Map.of(
          "zero-width", value -> spread(value, "\u200b"),
          "soft hyphen", value -> spread(value, "\u00ad"),
          "full-width", EncodedIdentifiersTest::fullWidth,
          "bold", value -> "**" + value + "**",
          "quoted", value -> "`" + value + "`",
          "in a tag", value -> "<b>" + value + "</b>");

  private static final Map<String, UnaryOperator<String>> OF_TEXT =
      Map.of(
          "base64", text -> Base64.getEncoder().encodeToString(bytes(text)),
          "base64url", text -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text)),
          "hex", text -> HexFormat.of().formatHex(bytes(text)),
          "percent", text -> each(text, "%%%02X"),
          "entities",
              text -> text.chars().mapToObj("&#%d;"::formatted).collect(Collectors.joining()),
          "hexadecimal entities",
              text -> text.chars().mapToObj("&#x%x;"::formatted).collect(Collectors.joining()),
          "escapes",
              text -> text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()),
          "JSON", text -> JsonNodeFactory.instance.objectNode().put("note", text).toString(),
          "JSON in JSON", text -> nested(nested(text)),
          "base64 twice", text -> base64(base64(text)));

  static Stream<String> values() {
    return OF_VALUE.keySet().stream();
  }

  static Stream<String> texts() {
    return OF_TEXT.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueIsFoundHoweverItIsWritten(String name) {
    UnaryOperator<String> written = Objects.requireNonNull(OF_VALUE.get(name));
    List<String> missed = new ArrayList<>();
    for (String sentence : SENTENCES) {
      String value = sentence.substring(sentence.indexOf('{') + 1, sentence.indexOf('}'));
      String text = sentence.replace("{" + value + "}", written.apply(value));
      if (!isFound(text)) {
        missed.add(text);
      }
    }

    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsReadHoweverItIsEncoded(String name) {
    UnaryOperator<String> encoded = Objects.requireNonNull(OF_TEXT.get(name));
    List<String> missed = new ArrayList<>();
    for (String sentence : SENTENCES) {
      String text = encoded.apply(sentence.replaceAll("[{}]", ""));
      if (!isFound(text)) {
        missed.add(sentence);
      }
    }

    assertThat(missed).isEmpty();
  }

  private static boolean isFound(String text) {
    return PrivacyScans.ofText(text).stream().anyMatch(PrivateFindings::isPersonal);
  }

  private static String spread(String value, String between) {
    return value.chars().mapToObj(Character::toString).collect(Collectors.joining(between));
  }

  private static String fullWidth(String value) {
    return value
        .chars()
        .map(c -> c > 0x20 && c < 0x7f ? c + 0xfee0 : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String nested(String text) {
    return JsonNodeFactory.instance.objectNode().put("content", text).toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static String each(String text, String form) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : bytes(text)) {
      encoded.append(form.formatted(b & 0xff));
    }
    return encoded.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
