package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my card is five five five five, five five five five, five five five five, four four four four | CREDIT_CARD",
        "meine Karte: fünf fünf fünf fünf fünf fünf fünf fünf fünf fünf fünf fünf vier vier vier vier | CREDIT_CARD",
        "double five double five double five double five double five double five double four double four | CREDIT_CARD",
        "write to ottilie dot brandt at fjordmail dot no today | EMAIL",
        "my email is ottilie at fjordmail dot no | EMAIL",
        "ottilie (at) fjordmail [dot] no | EMAIL",
        "ottilie.brandt at fjordmail dot no | EMAIL",
        "ottiliе@fjordmаil.no | EMAIL",
        "5_5_5_5_5_5_5_5_5_5_5_5_4_4_4_4 | CREDIT_CARD",
        "5̶5̶5̶5̶555555̶5̶5̶444̶4 | CREDIT_CARD",
        "⑤⑤⑤⑤ 5555 ５５５５ 𝟜𝟜𝟜𝟜 | CREDIT_CARD",
        "=?utf-8?Q?ottilie=40fjordmail.no?= | EMAIL",
        "https://x.org/?to=ottilie%2540fjordmail.no | EMAIL",
        "{\\\"card\\\":\\\"5555\\u00205555 5555 4444\\\"} | CREDIT_CARD"
      })
  void valuesThatArePeoplesOrProgramsToReadAreFound(String text, FindingType type) {
    assertThat(PrivacyScans.ofText(text)).extracting(Finding::type).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meet me at contoso dot com",
        "look at the dot com bubble of the year two thousand one",
        "one two three four, testing the microphone",
        "Она живёт в Москве, дом 15с1, квартира 4; А4 и COVID-19",
        "Ο Γιώργος μένει στην Αθήνα",
        "d41d8cd98f00b204e9800998ecf8427e",
        "a b c d e f g, then 1, 2, 3, 4",
        "x=10&y=20 and a=b+c",
        "C:\\\\Users\\\\new\\\\table",
      })
  void ordinaryTextsHoldNothing(String text) {
    assertThat(PrivacyScans.ofText(text)).isEmpty();
    assertThat(PrivacyScans.ofText(text + " " + new UUID(81985529216486895L, -2L))).isEmpty();
  }

  @Test
  void aNumberSplitOverAListOrOverPartsIsFoundAtTheWhole() {
    assertThat(PrivacyScans.ofJson("{\"card\":[\"5555\",\"5555\",\"5555\",\"4444\"]}"))
        .extracting(Finding::type, Finding::path)
        .containsExactly(at(FindingType.CREDIT_CARD, "/card"));
    assertThat(
            PrivacyScans.ofJson(
                "{\"card\":{\"a\":\"5555\",\"b\":\"5555\",\"c\":\"5555\",\"d\":\"4444\"}}"))
        .extracting(Finding::type, Finding::path)
        .containsExactly(at(FindingType.CREDIT_CARD, "/card"));
    assertThat(
            PrivacyScans.ofJson(
                "[{\"type\":\"text\",\"text\":\"it is 5555 55\"},{\"type\":\"text\",\"text\":\"55 5555 4444, thanks\"}]"))
        .extracting(Finding::type, Finding::path)
        .containsExactly(at(FindingType.CREDIT_CARD, ""));
    assertThat(PrivacyScans.ofJson("{\"a\":\"{\\\"n\\\":[5555,5555,5555,4444]}\"}"))
        .extracting(Finding::type, Finding::start)
        .containsExactly(org.assertj.core.api.Assertions.tuple(FindingType.CREDIT_CARD, 6));
  }

  @Test
  void listsOfNumbersAndNamesAreNotJoined() {
    assertThat(
            PrivacyScans.ofJson(
                "[[1024,2048,4096,8192],[\"Ann\",\"Lee\"],[0.5555,5555,5555,4444]]"))
        .isEmpty();
  }

  @Test
  void labelsInsideToolArgumentsCount() {
    var findings =
        PrivacyScans.ofJson("{\"arguments\":\"{\\\"password\\\":\\\"hunter2horse\\\"}\"}");

    assertThat(findings)
        .extracting(Finding::path, Finding::type)
        .containsExactly(at2("/arguments", FindingType.SECRET));
  }

  @Test
  void longBase64OfTextIsReadAndNotHeldBack() {
    String text = "The committee met in the old harbour and talked of nets. ".repeat(40);
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String wrapped = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

    assertThat(PrivacyScans.ofText("see " + base64)).isEmpty();
    assertThat(PrivacyScans.ofText(wrapped)).isEmpty();
    assertThat(PrivacyScans.ofText("data:text/plain;base64," + base64)).isEmpty();
    assertThat(PrivacyScans.ofText("data:image/svg+xml;base64," + base64)).hasSize(1);
  }

  @Test
  void aGzipBombAndEndlessLayersAreNeverPassedOver() {
    String bomb = Base64.getEncoder().encodeToString(gzip(new byte[64 << 20]));
    String layers = "ottilie@fjordmail.no";
    for (int i = 0; i < 8; i++) {
      layers = Base64.getEncoder().encodeToString(layers.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(PrivacyScans.ofText(bomb)).extracting(Finding::rule).contains("decoded-too-large");
    assertThat(PrivacyScans.ofText(layers)).extracting(Finding::rule).contains("encoded-too-deep");
  }

  @Test
  void decodedTextCountsAgainstTheDocumentsBound() {
    var limits = new ScanLimits(9, 10_000, 9, new ScanLimits.Decoding(5, 60, 10_000));
    String base64 =
        Base64.getEncoder()
            .encodeToString("a text of some words here".getBytes(StandardCharsets.UTF_8));
    var document = JsonNodeFactory.instance.arrayNode().add(base64).add(base64).add(base64);

    var report = new LexicalPrivacyClassifier(limits, Vocabulary.NONE).scan(document);

    assertThat(report.findings())
        .extracting(Finding::rule, Finding::path)
        .containsExactly(org.assertj.core.api.Assertions.tuple("decoded-too-large", "/2"));
    assertThat(report.complete()).isFalse();
  }

  private static org.assertj.core.groups.Tuple at(FindingType type, String path) {
    return org.assertj.core.api.Assertions.tuple(type, path);
  }

  private static org.assertj.core.groups.Tuple at2(String path, FindingType type) {
    return org.assertj.core.api.Assertions.tuple(path, type);
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
