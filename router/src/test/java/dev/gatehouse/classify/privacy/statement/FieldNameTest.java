package dev.gatehouse.classify.privacy.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"birthDate", "birth_date", "Birth-Date", "birth.date", "BIRTH DATE"})
  void oneNameIsWrittenInManyWays(String key) {
    assertThat(FieldName.plain(key)).isEqualTo("birthdate");
  }

  @Test
  void otherSignsAndDigitsAreKept() {
    assertThat(FieldName.plain("Line_2:Größe")).isEqualTo("line2:größe");
  }

  @Test
  void oneOfSeveralKeysIsEnough() {
    Set<String> names = Set.of("birthdate");

    assertThat(FieldName.isAny(List.of("id", "birth_date"), names)).isTrue();
    assertThat(FieldName.isAny(List.of("id", "birth_dates"), names)).isFalse();
    assertThat(FieldName.isAny(List.of(), names)).isFalse();
  }
}
