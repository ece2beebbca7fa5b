package dev.gatehouse.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of single values that the configuration file knows. */
final class ScalarTypes {
  static final ScalarType<String> TEXT = matching("text that is not blank", "(?s).*\\S.*");
  static final ScalarType<String> PROVIDER_NAME =
      matching("a name of a-z, 0-9, '.', '_' and '-'", ProviderConfig.NAME_PATTERN);
  static final ScalarType<String> LABEL =
      matching(
          "a name of letters, digits, '.', '_', '@' and '-'", "[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*");
  static final ScalarType<Secret> SECRET =
      ScalarType.of("a secret that is not blank", ScalarTypes::secret).hidden();
  static final ScalarType<Boolean> FLAG =
      ScalarType.of(
          "true or false",
          text ->
              switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
              });
  static final ScalarType<Duration> DURATION =
      ScalarType.of("a duration above 0 such as 500ms, 30s, 5m or 1h", ScalarTypes::duration);
  static final ScalarType<Duration> RETENTION =
      ScalarType.of("0, or a time such as 45m, 12h or 30d", ScalarTypes::retention);
  static final ScalarType<BigDecimal> AMOUNT =
      decimal("a number of at least 0", amount -> amount.signum() >= 0);
  static final ScalarType<BigDecimal> ABOVE_ZERO =
      decimal("a number above 0", amount -> amount.signum() > 0);
  static final ScalarType<BigDecimal> SHARE =
      decimal(
          "a number from 0 to 1",
          share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
  static final ScalarType<URI> HTTP_URL =
      ScalarType.of(
              "an http:// or https:// URL with a host, and without user, query and fragment",
              ScalarTypes::httpUrl)
          .shownAs(url -> url.replaceAll("//[^/]*@", "//****@").replaceAll("[?#].*", "?****"));
  static final ScalarType<String> LEDGER_URL =
      matching("jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE", LedgerConfig.URL_PATTERN)
          .shownAs(LedgerConfig::withoutDetails);
  static final ScalarType<Path> PATH = ScalarType.of("the path of a file", ScalarTypes::path);
  static final ScalarType<String> PATH_OR_URL =
      ScalarType.of(
          "the path of a file, or an http:// or https:// URL", text -> path(text).map(_ -> text));
  static final ScalarType<String> KEY_HASH =
      ScalarType.of("the lower-case hex SHA-256 of the key (64 digits)", ScalarTypes::keyHash)
          .hidden();

  /** The largest whole number of nine digits: a bound for what has none of its own. */
  static final int LARGEST = 999_999_999;

  private static final Pattern DURATION_PATTERN = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern RETENTION_PATTERN = Pattern.compile("0|(\\d{1,6})([mhd])");
  private static final Pattern SIZE_PATTERN = Pattern.compile("(\\d{1,18})(B|KiB|MiB|GiB)?");
  private static final Pattern INTEGER_PATTERN = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DECIMAL_PATTERN = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
  private static final Pattern HASH_PATTERN = Pattern.compile("(?:sha256:)?([0-9a-f]{64})");

  private ScalarTypes() {}

  /** A whole number of at most nine digits, both ends included. */
  static ScalarType<Integer> integer(int least, int most) {
    return ScalarType.of(
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(digits -> INTEGER_PATTERN.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most));
  }

  /** A number of bytes from 1 to {@code most}. */
  static ScalarType<Long> size(long most) {
    return ScalarType.of(
        "a size of 1 to " + most + " bytes such as 32MiB, 64KiB or 65536",
        text -> bytes(text).filter(size -> size >= 1 && size <= most));
  }

  /** One of an enum's constants, written in kebab-case. */
  static <E extends Enum<E>> ScalarType<E> oneOf(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(word(constant), constant);
    }
    return choice(words);
  }

  /** A treatment: its words in the file are shorter than its names in the code. */
  static ScalarType<PrivacyTreatment> treatment() {
    Map<String, PrivacyTreatment> words = new LinkedHashMap<>();
    for (PrivacyTreatment treatment : PrivacyTreatment.values()) {
      words.put(treatment.word(), treatment);
    }
    return choice(words);
  }

  /** A constant's word in the file: {@code AIR_GAPPED} is {@code air-gapped}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> ScalarType<T> choice(Map<String, T> words) {
    return ScalarType.of(
        "one of " + String.join(", ", words.keySet()),
        text -> Optional.ofNullable(words.get(text)));
  }

  private static ScalarType<String> matching(String expected, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return ScalarType.of(
        expected, text -> Optional.of(text).filter(value -> compiled.matcher(value).matches()));
  }

  private static ScalarType<BigDecimal> decimal(String expected, Predicate<BigDecimal> range) {
    return ScalarType.of(
        expected,
        text ->
            Optional.of(text)
                .filter(digits -> DECIMAL_PATTERN.matcher(digits).matches())
                .map(BigDecimal::new)
                .filter(range));
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<Secret> secret(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(new Secret(text));
  }

  private static Optional<String> keyHash(String text) {
    Matcher matcher = HASH_PATTERN.matcher(text);
    return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION_PATTERN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        };
    return Optional.of(duration).filter(Duration::isPositive);
  }

  private static Optional<Duration> retention(String text) {
    Matcher matcher = RETENTION_PATTERN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) == null) {
      return Optional.of(Duration.ZERO);
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  private static Optional<Long> bytes(String text) {
    Matcher matcher = SIZE_PATTERN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal bytes =
        new BigDecimal(matcher.group(1)).multiply(new BigDecimal(unit(matcher.group(2))));
    return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Optional.empty()
        : Optional.of(bytes.longValueExact());
  }

  private static long unit(@Nullable String suffix) {
    return switch (suffix) {
      case "KiB" -> 1L << 10;
      case "MiB" -> 1L << 20;
      case "GiB" -> 1L << 30;
      case null, default -> 1;
    };
  }

  private static Optional<URI> httpUrl(String text) {
    try {
      return Optional.of(new URI(text)).filter(ScalarTypes::isPlainHttp);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlainHttp(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && (url.getPort() == -1 || (url.getPort() >= 1 && url.getPort() <= 65_535));
  }
}
