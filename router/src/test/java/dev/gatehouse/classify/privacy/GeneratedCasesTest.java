package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of values that generated requests showed to be missed once. */
final class GeneratedCasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IBAN        | GB4 1 NWBK 3 0 9 0 8 9 2 2 3 9 6 9 9 5
          PHONE       | Telefon: +3 5 1 9 1 2 6 7 8 3 7 3
          NATIONAL_ID | Social Security Number (SSN): 1 3 6-6 9-9 2 7 2
          SECRET      | AKIAUOHFHSMSIFMKNPOB
          SECRET      | hf_OLhPt9DjueZeayBU2vizyT13DsdXlG22ub
          SALARY      | \u0939\u092e\u093e\u0930\u0940 \u0915\u0930\u094d\u092e\u091a\u093e\u0930\u0940 \u0938\u0941\u0936\u094d\u0930\u0940 \u0905\u0939\u0942\u091c\u093e \u0915\u093e \u0935\u0947\u0924\u0928 EUR 46,640.58 \u092a\u094d\u0930\u0924\u093f \u0935\u0930\u094d\u0937 \u0939\u0948\u0964
          """)
  void valueIsFoundHoweverItIsSetApart(FindingType type, String text) {
    assertFound(type, Json.object().put("text", text));
  }

  @ParameterizedTest
  @CsvSource({"user_id", "ref"})
  void phoneNumberThatIsSomebodysReferenceIsOneStill(String key) {
    assertFound(FindingType.PHONE, Json.object().put(key, "+34 612 702 252"));
  }

  @ParameterizedTest
  @CsvSource({"user_id", "ref"})
  void nationalNumberThatIsSomebodysReferenceIsOneStill(String key) {
    assertFound(
        FindingType.NATIONAL_ID,
        Json.object().put(key, "\uc8fc\ubbfc\ub4f1\ub85d\ubc88\ud638: 691115-2349313"));
  }

  private static void assertFound(FindingType type, ObjectNode document) {
    assertThat(new LexicalPrivacyClassifier().scan(document).findings())
        .extracting(Finding::type)
        .contains(type);
  }
}
