package dev.gatehouse.classify.privacy.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPasswordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "the password is bluehouse|bluehouse",
        "password: \"marshfield\"|marshfield",
        "let password = \"superuser\"|superuser",
        "pwd = 'SecretGarden'|SecretGarden",
        "The password is Sunflower.|Sunflower",
        "my wifi password: sunflower|sunflower",
        "Wi-Fi password is now marigold, enjoy|marigold",
        "PGPASSWORD=riverbank|riverbank",
        "export DB_PASSWORD=riverbank|riverbank",
        "set PGPASSWORD=riverbank|riverbank",
        "pw is hunter|hunter",
        "pwd: dragonfly|dragonfly",
        "login: anna password: lavender|lavender",
        "password: lavender user: anna|lavender",
        "log in to the wifi (password: lavender)|lavender",
        "the password is \"lavender\"|lavender",
        "**Password:** lavender|lavender",
        "password = 'lavender'|lavender",
        "{\"password\": \"lavender\"}|lavender",
        "mysql --user=root --password=lavender|lavender",
        "spring.datasource.password=lavender|lavender",
        "the password is lavender and the user is anna|lavender",
        "das Passwort lautet blauhaus|blauhaus",
        "Das WLAN-Passwort ist Sonnenblume.|Sonnenblume",
        "Kennwort: apfelbaum|apfelbaum",
        "le mot de passe est tournesol|tournesol",
        "Mot de passe : papillon|papillon",
        "mdp: papillon|papillon",
        "la contraseña es girasol|girasol",
        "contraseña: mariposa|mariposa",
        "la password è girasole|girasole",
        "password: farfalla|farfalla",
        "a senha é borboleta|borboleta",
        "senha: borboleta|borboleta",
        "het wachtwoord is zonnebloem|zonnebloem",
        "wachtwoord: vlinder|vlinder",
        "hasło to slonecznik|slonecznik",
        "hasło: motylek|motylek",
        "パスワードはhimawariです|himawari",
        "パスワード: himawari|himawari",
        "パスワードは「ひまわり」です|ひまわり",
        "पासवर्ड सूरजमुखी है|सूरजमुखी",
        "पासवर्ड: सूरजमुखी|सूरजमुखी",
        "पासवर्ड surajmukhi है।|surajmukhi"
      })
  void aPasswordOfLettersIsFoundWhereItIsGiven(String text, String value) {
    assertThat(PrivacyScans.valuesIn(text))
        .anyMatch(found -> found.startsWith("secret-") && found.endsWith("=" + value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the password is wrong",
        "The password is required.",
        "password is too short",
        "my password is expired",
        "The password is stored in the vault.",
        "the password is correct",
        "the password is case-sensitive",
        "the password is somewhere on my desk",
        "I need the password to continue.",
        "Passwords: overview",
        "Password: required",
        "Password: encrypted",
        "password: string",
        "password: String,",
        "password = None",
        "password = getPassword()",
        "String password = input",
        "String password = entered;",
        "const password = riverbank",
        "password = userInput",
        "password == riverbank",
        "login(user=name, password=riverbank)",
        "fun login(name: String, password: Secretive)",
        "{ user: name, password: riverbank }",
        "$password = riverbank",
        "self.password = riverbank",
        "if password: continue",
        "the password is <password>",
        "password: your-password",
        "password: changeme",
        "\"password\": \"Contraseña\"",
        "<input type=\"password\" name=\"secretfield\">",
        "What is a password?",
        "das Passwort ist falsch",
        "Das Passwort lautet nicht so.",
        "das Passwort ist abgelaufen",
        "Passwort vergessen?",
        "Passwort: erforderlich",
        "le mot de passe est incorrect",
        "le mot de passe est expiré",
        "Mot de passe : obligatoire",
        "la contraseña es incorrecta",
        "la contraseña es demasiado corta",
        "contraseña: obligatoria",
        "la password è sbagliata",
        "la password è scaduta",
        "a senha é inválida",
        "a senha está errada",
        "het wachtwoord is onjuist",
        "het wachtwoord is verlopen",
        "hasło jest nieprawidłowe",
        "hasło to podstawa bezpieczeństwa",
        "パスワードは必須です",
        "パスワードが間違っています",
        "パスワードはrequiredです",
        "पासवर्ड गलत है",
        "पासवर्ड आवश्यक है",
        "la clave es paciencia",
        "la parola è bella",
        "parola: gatto",
        "ce qui se passe : rien",
        "Heslo: encyklopedie"
      })
  void whatIsSaidOfPasswordsAndProgramsIsNone(String text) {
    assertThat(PrivacyScans.valuesIn(text)).noneMatch(found -> found.startsWith("secret-"));
  }

  @Test
  void aVariableOfAnObjectOverSeveralLinesIsNone() {
    assertThat(PrivacyScans.valuesIn("const user = {\n  name: first,\n  password: riverbank\n}\n"))
        .isEmpty();
    assertThat(PrivacyScans.valuesIn("user = {\n  password: riverbank,\n  name: first\n}\n"))
        .isEmpty();
  }

  @Test
  void aFieldThatIsNamedSoHoldsOne() {
    assertThat(PrivacyScans.ofJson("{\"login\":{\"user\":\"kim\",\"password\":\"riverbank\"}}"))
        .anyMatch(found -> found.path().equals("/login/password"));
    assertThat(PrivacyScans.ofJson("{\"password\":\"string\",\"db_password\":\"required\"}"))
        .isEmpty();
    assertThat(PrivacyScans.ofJson("{\"properties\":{\"password\":{\"type\":\"string\"}}}"))
        .isEmpty();
  }

  @Test
  void settingsFilesAndLettersGiveThemOnLinesOfTheirOwn() {
    assertThat(PrivacyScans.valuesIn("host: db\npassword: riverbank\nport: 1\n"))
        .containsExactly("secret-assignment=riverbank");
    assertThat(PrivacyScans.valuesIn("Hi,\nthe password is riverbank\nRegards"))
        .containsExactly("secret-in-prose=riverbank");
  }
}
