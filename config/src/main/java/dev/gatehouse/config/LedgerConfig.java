package dev.gatehouse.config;

/**
 * Where the ledger is kept.
 *
 * @param url a JDBC URL; {@code jdbc:sqlite:FILE} with FILE relative to the data directory; the
 *     default is {@code jdbc:sqlite:gatehouse.db}; or {@code jdbc:postgresql://HOST/DATABASE}
 */
public record LedgerConfig(String url) {
  static final String URL_PATTERN = "jdbc:(sqlite:\\S.*|postgresql:\\S+)";

  public LedgerConfig {
    if (!url.matches(URL_PATTERN)) {
      throw new IllegalArgumentException("ledger.url: neither SQLite nor PostgreSQL");
    }
  }

  /** An SQLite file in the data directory. */
  public static LedgerConfig defaults() {
    return new LedgerConfig("jdbc:sqlite:gatehouse.db");
  }

  /** Leaves out what follows the driver's name: a URL may hold a password. */
  @Override
  public String toString() {
    return "LedgerConfig[url=" + withoutDetails(url) + "]";
  }

  /** The first two parts of a JDBC URL: {@code jdbc:postgresql:****}. */
  static String withoutDetails(String url) {
    String[] parts = url.split(":", 3);
    return parts.length == 3 ? parts[0] + ":" + parts[1] + ":****" : "****";
  }
}
