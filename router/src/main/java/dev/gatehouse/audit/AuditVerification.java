package dev.gatehouse.audit;

import dev.gatehouse.keyfile.KeyFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a whole log says.
 *
 * @param entries how many entries are as they were written, from the first on
 * @param hash the hash of the last of them; kept elsewhere, it proves later that the log was not
 *     put back to an earlier state
 * @param problem what is wrong, and at which line; empty where all is well
 * @param lost what entries of the log, up to the problem, say of an earlier log that is gone
 */
public record AuditVerification(
    long entries, String hash, Optional<String> problem, List<String> lost) {

  public AuditVerification {
    lost = List.copyOf(lost);
  }

  /** Verifies the log of a data directory by itself, the rest as below. */
  public static AuditVerification of(Path directory) {
    return of(directory, Optional.empty());
  }

  /**
   * Verifies the log of a data directory.
   *
   * @param seen what a witness saw of it before the call
   * @throws AuditException if there is no log, or it cannot be read
   */
  public static AuditVerification of(Path directory, Optional<AuditWitness.Mark> seen) {
    Path log = directory.resolve(AuditLog.LOG);
    Path key = directory.resolve(AuditLog.CHAIN_KEY);
    if (!Files.exists(log) || !Files.exists(key)) {
      throw new AuditException(
          gone(seen) + directory + ": there is no audit log; expected audit.log and audit.key");
    }
    KeyedHash chain = new KeyedHash(new KeyFile(key).key());
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      return verify(lines, chain, new Expected(head(directory, chain), seen));
    } catch (IOException e) {
      throw new AuditException(log + ": cannot be read as UTF-8 text", e);
    }
  }

  private static String gone(Optional<AuditWitness.Mark> seen) {
    return seen.map(
            each ->
                "the audit log is gone: it had "
                    + each.sequence()
                    + " entries or more at "
                    + each.at()
                    + "; ")
        .orElse("");
  }

  private static Optional<AuditHead> head(Path directory, KeyedHash chain) throws IOException {
    Path head = directory.resolve(AuditLog.HEAD);
    return Files.exists(head) ? AuditHead.read(Files.readAllBytes(head), chain) : Optional.empty();
  }

  private static AuditVerification verify(BufferedReader lines, KeyedHash chain, Expected expected)
      throws IOException {
    AuditHead last = AuditHead.EMPTY;
    List<String> lost = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Optional<AuditLine> entry = AuditLine.read(line);
      AuditHead before = last;
      if (entry.filter(each -> each.follows(before, chain)).isEmpty()) {
        return broken(last, problem(entry, last), lost);
      }
      last = entry.orElseThrow().head();
      entry.flatMap(AuditLine::lost).ifPresent(lost::add);
      if (entry.filter(expected::isAnother).isPresent()) {
        return broken(before, "line " + last.sequence() + ": not what was seen there before", lost);
      }
    }
    return new AuditVerification(last.sequence(), last.hash(), expected.missing(last), lost);
  }

  /**
   * How the log should end.
   *
   * @param head its own; empty where it is no proof
   * @param seen an entry that it had
   */
  private record Expected(Optional<AuditHead> head, Optional<AuditWitness.Mark> seen) {

    /** Whether it stands where another was seen. */
    boolean isAnother(AuditLine line) {
      return seen.filter(each -> each.sequence() == line.sequence() && !line.isOf(each))
          .isPresent();
    }

    /** What is missing behind an entry. */
    Optional<String> missing(AuditHead last) {
      if (head.isEmpty()) {
        return Optional.of(
            "audit.head is missing or was changed, so a cut at the end would not show");
      }
      long end = Math.max(head.get().sequence(), seen.map(AuditWitness.Mark::sequence).orElse(0L));
      return end > last.sequence()
          ? Optional.of("cut: entries " + (last.sequence() + 1) + " to " + end + " are missing")
          : Optional.empty();
    }
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

  private static AuditVerification broken(AuditHead last, String problem, List<String> lost) {
    return new AuditVerification(last.sequence(), last.hash(), Optional.of(problem), lost);
  }
}
