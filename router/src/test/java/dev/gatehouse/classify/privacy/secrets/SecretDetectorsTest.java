package dev.gatehouse.classify.privacy.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretDetectorsTest {

  private static final String BODY = "a1B2c3D4e5F6g7H8j9K0".repeat(20);
  private static final String HEX = "0a1b2c3d4e5f6789".repeat(8);

  static final List<KeyFormat> FORMATS = KeyFormats.ALL;

  /** Assembled here so that no key-like text stands in the repository. */
  private static String key(KeyFormat format) {
    String body =
        switch (format.alphabet()) {
          case HEX, LOWER_HEX, SPACED_HEX -> HEX;
          case UPPER_ALPHANUMERIC -> BODY.toUpperCase(Locale.ROOT);
          case LOWER_ALPHANUMERIC -> BODY.toLowerCase(Locale.ROOT);
          case LETTER -> "aBcDEfGhJKLmNPqrSTuvWXyz".repeat(8);
          case DIGIT, ALPHANUMERIC, URL_SAFE, DOTTED, BASE64, ANY_BASE64, UNRESERVED, CRYPT -> BODY;
        };
    return format.prefix() + body.substring(0, format.minBody());
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void everyKnownKeyFormatIsFoundWhereverItStands(KeyFormat format) {
    String key = key(format);

    assertThat(PrivacyScans.valuesIn("ключ 🔑 \"" + key + "\" ok"))
        .containsExactly(format.rule().name() + "=" + key);
    assertThat(PrivacyScans.valuesIn("export X=" + key)).contains(format.rule().name() + "=" + key);
    assertThat(PrivacyScans.valuesIn("鍵は" + key + "です")).contains(format.rule().name() + "=" + key);
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void aKeyThatIsCutShortOrPartOfAWordIsNone(KeyFormat format) {
    String cut = key(format).substring(0, format.prefix().length() + format.minBody() / 2);

    assertThat(PrivacyScans.valuesIn("see " + cut + " there"))
        .noneMatch(value -> value.startsWith(format.rule().name() + "="));
    assertThat(PrivacyScans.valuesIn("see x" + format.prefix() + " there")).isEmpty();
  }

  @Test
  void atLeastAHundredKindsOfKeysAreKnown() {
    assertThat(KeyFormats.ALL.stream().map(KeyFormat::rule).distinct())
        .hasSizeGreaterThanOrEqualTo(100);
  }

  @Test
  void wordsWithDashesAreNoKeys() {
    assertThat(
            PrivacyScans.valuesIn("sk-fading-circle-container-element risk-assessment-of-things"))
        .isEmpty();
  }

  @Test
  void webTokensAreFoundWhole() {
    String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc123DEF456ghi789";

    var values = PrivacyScans.valuesIn("user=x token=" + token + " end");

    assertThat(values).hasSize(1).first().asString().endsWith("=" + token);
  }

  @Test
  void discordAndTelegramTokensAreFound() {
    String discord =
        "M" + BODY.substring(0, 25) + "." + BODY.substring(0, 6) + "." + BODY.substring(0, 30);
    String telegram = "123456789:" + BODY.substring(0, 35);

    assertThat(PrivacyScans.valuesIn("bot " + discord))
        .containsExactly("secret-discord-token=" + discord);
    assertThat(PrivacyScans.valuesIn("bot " + telegram))
        .containsExactly("secret-telegram-token=" + telegram);
  }

  @Test
  void versionsAndHostNamesAreNoTokens() {
    assertThat(
            PrivacyScans.valuesIn(
                "org.springframework.boot:3.2.1, production.example.internal.net"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "PGP PRIVATE KEY BLOCK"})
  void privateKeysAreFoundWithTheirArmour(String label) {
    String key = "-----BEGIN " + label + "-----\nMIIBOgIBAAJBAKj3\n-----END " + label + "-----";

    assertThat(PrivacyScans.valuesIn("here: " + key + " bye"))
        .containsExactly("secret-private-key=" + key);
    assertThat(PrivacyScans.valuesIn(key.substring(0, key.length() - 20)))
        .containsExactly("secret-private-key=" + key.substring(0, key.length() - 20));
  }

  @Test
  void publicKeysAndCertificatesAreNoSecrets() {
    assertThat(PrivacyScans.valuesIn("-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://svc:Tr0ub4dor@db.internal:5432/crm",
        "mongodb+srv://admin:p@ss@cluster0.lake.net",
        "redis://:s3cret@cache:6379",
        "amqps://broker:Kx92-plum@mq.lake.net/orders",
        "jdbc:oracle:thin://app:tiger9@db.lake.net:1521/x",
        "https://ci:abc123@git.lake.net/x.git"
      })
  void urlsWithPasswordsAreFoundWhole(String url) {
    assertThat(PrivacyScans.valuesIn("at " + url + ", you see"))
        .anyMatch(value -> value.startsWith("secret-") && value.endsWith("=" + url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://svc:${DB_PASSWORD}@db:5432/crm",
        "http://localhost:8080/a@b",
        "https://example.com:443/path"
      })
  void urlsWithoutPasswordHoldNone(String text) {
    assertThat(PrivacyScans.valuesIn(text)).noneMatch(value -> value.startsWith("secret-"));
  }

  @Test
  void anAwsSecretBesideItsKeyIdIsFoundWithoutAName() {
    String id = "AKIA" + "IOSFODNN7QXBMPLF";
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzz" + "zzzzKE";

    assertThat(PrivacyScans.valuesIn(id + "\n" + secret))
        .containsExactly("secret-aws-access-key=" + id, "secret-aws-secret-key=" + secret);
    assertThat(PrivacyScans.valuesIn(id + " 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12"))
        .containsExactly("secret-aws-access-key=" + id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "password: hunter2horse! | hunter2horse!",
        "Passwort = Geheim123 | Geheim123",
        "contraseña: s3creto! | s3creto!",
        "mot de passe : azerty12 | azerty12",
        "пароль: qwerty123 | qwerty123",
        "密码：hunter2x | hunter2x",
        "**Password:** Tr0ub4dor&3 | Tr0ub4dor&3",
        "\"db_password\": \"x9$kk2Lm\" | x9$kk2Lm",
        "DB_PWD='abc123!' | abc123!",
        "api_key=9f8e7d6c5b4a39281706 | 9f8e7d6c5b4a39281706",
        "Authorization: Bearer 9f8e7d6c5b4a39281706 | 9f8e7d6c5b4a39281706",
        "client_secret => 'Zx81-Qw72-Er63-Ty54' | Zx81-Qw72-Er63-Ty54",
        "{\\\"password\\\":\\\"hunter2x\\\"} | hunter2x"
      })
  void valuesNamedAsSecretsAreFound(String text, String value) {
    assertThat(PrivacyScans.valuesIn(text)).containsExactly("secret-assignment=" + value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: string",
        "password=get_password(user)",
        "password: ${PASSWORD}",
        "password = os.environ['PASSWORD']",
        "api_key = \"YOUR_API_KEY_123\"",
        "token: <token-from-page-12345>",
        "max_tokens: 4096000000000000",
        "secret: none",
        "What is a password?",
        "def login(user: str, password: str = None):"
      })
  void namesWithoutAValueAreNoSecrets(String text) {
    assertThat(PrivacyScans.valuesIn(text)).isEmpty();
  }
}
