package dev.gatehouse.cli;

import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.keyfile.OwnersOnly;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who else may see what the gateway keeps. The data directory may be its group's too, where its
 * owner lets a group in, as the ledger's file in it; keys, the audit log and what was kept of what
 * left are their owner's alone. Nothing is changed here.
 */
final class Exposure {
  private static final String OWNERS_ALONE = "{*.key,audit.*,sent}";

  private Exposure() {}

  /** One sentence each for the data directory and what is in it, where too many may see it. */
  static List<String> of(GatehouseConfig config) {
    Path data = config.dataDirectory();
    List<String> warnings = new ArrayList<>();
    try {
      if (OwnersOnly.isOpenToAll(data)) {
        warnings.add(warning(data, "everybody on this machine", "o-rwx"));
      }
      for (Path each : ownersAlone(data)) {
        if (OwnersOnly.isOpenToAll(each) || OwnersOnly.isOpenToGroup(each)) {
          warnings.add(warning(each, "others than its owner", "go-rwx"));
        }
      }
    } catch (IOException e) {
      warnings.add(data + ": cannot be looked at: " + e.getMessage());
    }
    return warnings;
  }

  private static List<Path> ownersAlone(Path data) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data, OWNERS_ALONE)) {
      files.forEach(found::add);
    }
    return found.stream().sorted().toList();
  }

  private static String warning(Path path, String who, String mode) {
    return path
        + ": "
        + who
        + " may use it, and it holds what is private; 'chmod "
        + mode
        + " "
        + path
        + "' keeps them out";
  }
}
