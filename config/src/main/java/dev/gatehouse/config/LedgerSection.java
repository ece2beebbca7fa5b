package dev.gatehouse.config;

/** {@code ledger}: where the ledger is kept. */
final class LedgerSection {
  private LedgerSection() {}

  static LedgerConfig read(YamlMapping section) {
    LedgerConfig ledger =
        section
            .scalar("url", ScalarTypes.LEDGER_URL)
            .map(LedgerConfig::new)
            .orElse(LedgerConfig.defaults());
    section.rejectUnknownKeys();
    return ledger;
  }
}
