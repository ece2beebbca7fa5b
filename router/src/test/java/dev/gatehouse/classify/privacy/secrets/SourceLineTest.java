package dev.gatehouse.classify.privacy.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of lines that give {@code riverbank} or {@code riverBank} to something. */
class SourceLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if password == riverbank",
        "password := riverbank",
        "{ user: name, password: riverbank }",
        "login(user=name, password=riverbank)",
        "password: riverbank,\nuser: name",
        "password = riverbank;",
        "$password = riverbank",
        "user->password = riverbank",
        "self.password = riverbank",
        "String password = riverbank",
        "const  password = riverbank",
        "password = riverBank",
        "user = {\n  password: riverbank\n  name: first",
        "name: first\n  password: riverbank\n}"
      })
  void aVariableOfAProgramIsToldByTheSignsAroundIt(String text) {
    assertThat(isProgram(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "riverbank",
        "password: riverbank",
        "password: riverbank, user: name",
        "password: riverbank,",
        "DB_PASSWORD=riverbank",
        "DB_PASSWORD=riverBank",
        "export PGPASSWORD=riverbank",
        "spring.datasource.password=riverbank",
        "mysql --password=riverbank",
        "log in to the wifi (password: riverbank)",
        "my wifi password: riverbank",
        "{}\npassword: riverbank"
      })
  void settingsAndSentencesAreNone(String text) {
    assertThat(isProgram(text)).isFalse();
  }

  private static boolean isProgram(String text) {
    int start = text.toLowerCase(Locale.ROOT).indexOf("riverbank");
    return SourceLine.around(text, start, start + "riverbank".length()).isProgram();
  }
}
