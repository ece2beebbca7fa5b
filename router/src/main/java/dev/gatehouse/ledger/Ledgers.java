package dev.gatehouse.ledger;

import dev.gatehouse.config.LedgerConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens the ledger that the configuration names. */
public final class Ledgers {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private Ledgers() {}

  /**
   * Opens the ledger, or creates it with its directory. Requests that a dead process left running
   * are settled as orphans at their estimate.
   *
   * @param dataDirectory what the file in {@code jdbc:sqlite:FILE} is relative to
   * @throws LedgerException if the URL is of a kind that is not supported ({@code jdbc:postgresql:}
   *     is not built yet), or the file is damaged, not a ledger, or cannot be written
   */
  public static Ledger open(LedgerConfig config, Path dataDirectory) {
    return SqliteLedger.open(dataDirectory.resolve(requireSupported(config)));
  }

  /**
   * Looks whether a ledger of that kind can be opened, and opens nothing.
   *
   * @return the name of its file
   * @throws LedgerException if it is of a kind that is not supported
   */
  public static Path requireSupported(LedgerConfig config) {
    String url = config.url();
    if (url.startsWith(POSTGRESQL)) {
      throw new LedgerException(
          "ledger.url: PostgreSQL is not built yet; expected jdbc:sqlite:FILE, as in"
              + " jdbc:sqlite:gatehouse.db");
    }
    if (!url.startsWith(SQLITE)) {
      throw unsupported();
    }
    return file(url.substring(SQLITE.length()));
  }

  // ":memory:", "file:" addresses and parameters behind "?" would each change what "durable" means.
  private static Path file(String name) {
    if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
      throw unsupported();
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new LedgerException("ledger.url: not a file name: " + e.getMessage(), e);
    }
  }

  // The URL itself is not repeated: a URL of another database may hold a password.
  private static LedgerException unsupported() {
    return new LedgerException(
        "ledger.url: expected jdbc:sqlite:FILE with a plain file name, as in"
            + " jdbc:sqlite:gatehouse.db");
  }
}
