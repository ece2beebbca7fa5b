package dev.gatehouse.config;

/**
 * Where the ledger is kept.
 *
 * @param url a JDBC URL; {@code jdbc:sqlite:FILE} with FILE relative to the data directory; the
 *     default is {@code jdbc:sqlite:gatehouse.db}
 */
public record LedgerConfig(String url) {}
