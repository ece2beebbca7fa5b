package dev.gatehouse.audit;

import dev.gatehouse.keyfile.KeyFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a look at a whole log says.
 *
 * @param entries how many entries are as they were written, from the first on
 * @param hash the hash of the last of them; kept elsewhere, it proves later that the log was not
 *     put back to an earlier state
 * @param problem what is wrong, and at which line; empty where all is well
 */
public record AuditVerification(long entries, String hash, Optional<String> problem) {

  /**
   * Verifies the log of a data directory.
   *
   * @throws AuditException if there is no log, or it cannot be read
   */
  public static AuditVerification of(Path directory) {
    Path log = directory.resolve(AuditLog.LOG);
    Path key = directory.resolve(AuditLog.CHAIN_KEY);
    if (!Files.exists(log) || !Files.exists(key)) {
      throw new AuditException(
          directory + ": there is no audit log; expected audit.log and audit.key");
    }
    KeyedHash chain = new KeyedHash(new KeyFile(key).key());
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      return verify(lines, chain, head(directory, chain));
    } catch (IOException e) {
      throw new AuditException(log + ": cannot be read as UTF-8 text", e);
    }
  }

  private static Optional<AuditHead> head(Path directory, KeyedHash chain) throws IOException {
    Path head = directory.resolve(AuditLog.HEAD);
    return Files.exists(head) ? AuditHead.read(Files.readAllBytes(head), chain) : Optional.empty();
  }

  private static AuditVerification verify(
      BufferedReader lines, KeyedHash chain, Optional<AuditHead> head) throws IOException {
    AuditHead last = AuditHead.EMPTY;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Optional<AuditLine> entry = AuditLine.read(line);
      AuditHead before = last;
      if (entry.filter(each -> each.follows(before, chain)).isEmpty()) {
        return broken(last, problem(entry, last));
      }
      last = entry.orElseThrow().head();
    }
    AuditHead end = last;
    if (head.isEmpty()) {
      return broken(
          end, "audit.head is missing or was changed, so a cut at the end would not show");
    }
    return head.get().sequence() > end.sequence()
        ? broken(
            end,
            "cut: entries "
                + (end.sequence() + 1)
                + " to "
                + head.get().sequence()
                + " are missing")
        : new AuditVerification(end.sequence(), end.hash(), Optional.empty());
  }

  private static String problem(Optional<AuditLine> entry, AuditHead last) {
    String where = "line " + (last.sequence() + 1) + ": ";
    if (entry.isEmpty()) {
      return where + "no entry of this log";
    }
    long found = entry.get().sequence();
    return found == last.sequence() + 1
        ? where + "changed, or another entry stood before it"
        : where + "expected entry " + (last.sequence() + 1) + ", got entry " + found;
  }

  private static AuditVerification broken(AuditHead last, String problem) {
    return new AuditVerification(last.sequence(), last.hash(), Optional.of(problem));
  }
}
