package dev.gatehouse.cli;

import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.keyfile.OwnersOnly;
import dev.gatehouse.ledger.Ledgers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who else may see what the gateway keeps. Its folder and files are not changed once there. */
final class Exposure {
  private Exposure() {}

  /** One sentence each for the data directory and the ledger's file that others may see. */
  static List<String> of(GatehouseConfig config) {
    Path data = config.dataDirectory();
    List<String> warnings = new ArrayList<>();
    warn(data, "700", warnings);
    warn(data.resolve(Ledgers.requireSupported(config.ledger())), "600", warnings);
    return warnings;
  }

  private static void warn(Path path, String mode, List<String> warnings) {
    try {
      if (OwnersOnly.isOpenToOthers(path)) {
        warnings.add(
            path
                + ": others than its owner may read it, and it holds what is private; 'chmod "
                + mode
                + " "
                + path
                + "' keeps them out");
      }
    } catch (IOException e) {
      warnings.add(path + ": cannot be looked at: " + e.getMessage());
    }
  }
}
