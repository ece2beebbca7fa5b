package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.privacy.PrivacyScans;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of labelled value in every language, in the ways in which a label is written. */
class LabelMatrixTest {

  private static final List<Detector> DETECTORS = Identifiers.detectors();

  /** L is the label, V the value; the label before the value. */
  private static final Map<String, List<String>> BEFORE =
      Map.of(
          "en",
              List.of(
                  "My L is V.",
                  "the L (V) is wrong",
                  "Our L was V then",
                  "L - V, please",
                  "L of Ida: V"),
          "de",
              List.of(
                  "Meine L ist V.", "die L (V) stimmt nicht", "L lautet V", "mit der L V bitte"),
          "fr", List.of("Mon L est V.", "le L (V) est faux", "mon L est le V", "avec L : V"),
          "es", List.of("Mi L es V.", "la L (V) no vale", "mi L es el V", "con L: V"),
          "it", List.of("Il mio L è V.", "la L (V) è errata", "la mia L è la V", "con L: V"),
          "pt", List.of("Meu L é V.", "o L (V) está errado", "o meu L é o V", "com L: V"),
          "nl", List.of("Mijn L is V.", "het L (V) klopt niet", "L van Ida: V"),
          "pl", List.of("Mój L to V.", "L (V) jest błędny", "mój L jest V", "mam L V od dawna"),
          "ja", List.of("私のLはVです。", "L(V)が違います", "LがVの人", "L：V"),
          "hi", List.of("मेरा L V है।", "L (V) गलत है", "L है V", "मेरी L: V"));

  /** The label after the value. */
  private static final Map<String, List<String>> AFTER =
      Map.of(
          "en", List.of("V is my L", "V (L)", "V is the L of Ida"),
          "de", List.of("V ist meine L", "V (L)"),
          "fr", List.of("V est mon L", "V (L)"),
          "es", List.of("V es mi L", "V (L)"),
          "it", List.of("V è il mio L", "V (L)"),
          "pt", List.of("V é o meu L", "V (L)"),
          "nl", List.of("V is mijn L", "V (L)"),
          "pl", List.of("V to mój L", "V (L)"),
          "ja", List.of("Vは私のLです", "V(L)"),
          "hi", List.of("V मेरा L है", "V (L)"));

  private static final List<String> EVERYWHERE =
      List.of(
          "L: V",
          "L V",
          "L=V",
          "L:V",
          "L: \"V\"",
          "- **L:** V",
          "Ida\nL: V\nBonn",
          "L\nV",
          "<td>L</td><td>V</td>",
          "| who | L |\n|---|---|\n| Ida | V |",
          "who;L;city\nIda;V;Bonn\nPer;V;Ulm",
          "who,L,city\nIda,V,Bonn\nPer,V,Ulm");

  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          UnaryOperator.identity(),
          label -> label.toLowerCase(Locale.ROOT),
          label -> label.toUpperCase(Locale.ROOT),
          label -> Normalizer.normalize(label, Normalizer.Form.NFD),
          LabelMatrixTest::withoutMarks);

  static Stream<Row> rows() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(LabelMatrixTest.class.getResourceAsStream("labels.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void labelBeforeAValueVouchesForIt(Row row) {
    assertThat(
            missed(row, Stream.concat(EVERYWHERE.stream(), forms(BEFORE, row).stream()).toList()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void labelAfterAValueVouchesForIt(Row row) {
    assertThat(missed(row, forms(AFTER, row))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void keyOfAMemberVouchesForItsValue(Row row) {
    List<String> missed = new ArrayList<>();
    for (String value : row.values()) {
      for (String label : row.labels()) {
        String key =
            withoutMarks(label).replaceAll("[^\\p{L}\\p{M}]+", "_").toLowerCase(Locale.ROOT);
        for (String name : List.of(label, key, key.length() > 6 ? key.replace("_", "") : key)) {
          String json = JsonNodeFactory.instance.objectNode().put(name, value).toString();
          if (PrivacyScans.ofJson(json).stream().noneMatch(PrivateFindings::isPersonal)) {
            missed.add(json);
          }
        }
      }
    }

    assertThat(missed).isEmpty();
  }

  private static List<String> forms(Map<String, List<String>> forms, Row row) {
    return Objects.requireNonNull(forms.get(row.language()));
  }

  private static List<String> missed(Row row, List<String> forms) {
    List<String> missed = new ArrayList<>();
    for (String label : row.labels()) {
      for (UnaryOperator<String> spelling : SPELLINGS) {
        for (String form : forms) {
          for (String value : row.values()) {
            String text =
                form.replace("V", "\u0001")
                    .replace("L", spelling.apply(label))
                    .replace("\u0001", value);
            if (!isFound(text, value)) {
              missed.add(text);
            }
          }
        }
      }
    }
    return missed;
  }

  private static boolean isFound(String text, String value) {
    NormalizedText normalized = NormalizedText.of(text, Surroundings.NONE);
    Matches matches = new Matches();
    DETECTORS.forEach(detector -> detector.detect(normalized, matches));
    return matches.all().stream()
        .filter(match -> match.rule().privacyClass().compareTo(PrivacyClass.INTERNAL) > 0)
        .map(match -> normalized.text().substring(match.start(), match.end()))
        .anyMatch(found -> found.contains(value) || isMost(found, value));
  }

  /** A country's letters before the number may stay. */
  private static boolean isMost(String found, String value) {
    return value.contains(found) && found.length() >= value.length() - 3;
  }

  private static String withoutMarks(String label) {
    return label.codePoints().anyMatch(c -> c > 0x250)
        ? label
        : Normalizer.normalize(label, Normalizer.Form.NFD)
            .replaceAll("[\u0300-\u036f]", "")
            .replace("ł", "l");
  }

  /** Labels of one kind in one language. */
  record Row(String kind, String language, List<String> labels) {

    static Row of(String line) {
      String[] parts = line.split("; ", 3);
      return new Row(parts[0], parts[1], List.of(parts[2].split("\\|", -1)));
    }

    List<String> values() {
      return new MadeValues((kind + language).hashCode()).of(kind, language);
    }

    @Override
    public String toString() {
      return kind + " " + language;
    }
  }
}
