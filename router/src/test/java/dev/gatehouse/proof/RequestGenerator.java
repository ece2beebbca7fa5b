package dev.gatehouse.proof;

import dev.gatehouse.planted.WholeRun;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes requests that hold private values: any value in any place of any dialect, written in any
 * way and any language, as far as they fit together. The same seed gives the same requests.
 */
final class RequestGenerator {
  private static final Pattern HEADER_VALUE = Pattern.compile("[A-Za-z0-9._-]{8,}");

  private final Dice dice;
  private final Accounts accounts;
  private final NationalIds nationalIds;
  private final Secrets secrets;
  private final Statements statements;

  RequestGenerator(long seed) {
    this.dice = new Dice(new Random(seed));
    this.accounts = new Accounts(dice);
    this.nationalIds = new NationalIds(dice);
    this.secrets = new Secrets(dice);
    this.statements = new Statements(dice);
  }

  /** That many requests. */
  List<PlantedRequest> requests(int count) {
    return Stream.generate(
            () -> {
              Dialect dialect = dice.oneOf(Dialect.values());
              return request(
                  dialect, dice.oneOf(dialect.positions()), dice.oneOf(Encoding.values()));
            })
        .flatMap(List::stream)
        .limit(count)
        .toList();
  }

  /** A request of this form; empty where chance gave a value that does not fit. */
  List<PlantedRequest> request(Dialect dialect, Position position, Encoding encoding) {
    return request(dialect, position, encoding, dice.oneOf(Kind.values()));
  }

  /** That many requests that say such a value in so many words. */
  List<PlantedRequest> plain(Kind kind, int count) {
    return Stream.generate(
            () -> request(dice.oneOf(Dialect.values()), Position.USER_TEXT, Encoding.PLAIN, kind))
        .flatMap(List::stream)
        .limit(count)
        .toList();
  }

  private List<PlantedRequest> request(
      Dialect dialect, Position position, Encoding encoding, Kind kind) {
    Language language = dice.oneOf(Language.values());
    PrivateValue value = value(kind, language);
    if (!encoding.fits(value)) {
      return List.of();
    }
    String written = encoding.encode(value);
    if (position == Position.HEADER) {
      return HEADER_VALUE.matcher(written).matches()
          ? List.of(planted(value, position, encoding, dialect, language, written))
          : List.of();
    }
    String text = position.takesSentences() ? language.carry(written, dice) : written;
    return List.of(planted(value, position, encoding, dialect, language, text));
  }

  private PlantedRequest planted(
      PrivateValue value,
      Position position,
      Encoding encoding,
      Dialect dialect,
      Language language,
      String text) {
    WholeRun.plant(value.value());
    return new PlantedRequest(
        value, position, encoding, dialect, language, dice.oneOf(dialect.models()), text);
  }

  private PrivateValue value(Kind kind, Language language) {
    return switch (kind) {
      case SECRET -> secrets.next();
      case PASSWORD -> accounts.password(language);
      case CARD -> accounts.card();
      case IBAN -> accounts.iban();
      case NATIONAL_ID -> nationalIds.next();
      case EMAIL -> accounts.email();
      case PHONE -> accounts.phone(language);
      case HEALTH -> statements.health(language);
      case SALARY -> statements.salary(language);
      case CUSTOMER -> statements.customer();
      case NAME -> statements.name(language);
    };
  }
}
