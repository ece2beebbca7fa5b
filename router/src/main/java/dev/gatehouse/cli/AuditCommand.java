package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.AuditVerification;
import dev.gatehouse.audit.SentPayloads;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.json.Json;
import dev.gatehouse.ledger.Ledger;
import dev.gatehouse.ledger.Ledgers;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The audit log: is it whole, what left, and a new key for its digests. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "The audit log: is it whole, what left for a request, a new key for its digests.")
final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "verify, sent or rotate-key?");
  }

  /** Looks at every entry. Fails if one was changed, cut or put elsewhere. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Looks at every entry; fails if any was changed, cut off or reordered.")
  void verify(
      @Mixin CommonOptions common,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    GatehouseConfig config = common.load();
    Path directory = config.dataDirectory();
    AuditVerification found = verification(config);
    out().println(json ? json(found) : text(found));
    out().flush();
    found
        .problem()
        .ifPresent(
            problem -> {
              throw new CommandException(directory.resolve("audit.log") + ": " + problem);
            });
  }

  /** What the ledger saw of the log is read first: the log may go on meanwhile, not back. */
  private static AuditVerification verification(GatehouseConfig config) {
    Path directory = config.dataDirectory();
    if (!Files.exists(directory.resolve(Ledgers.requireSupported(config.ledger())))) {
      return AuditVerification.of(directory);
    }
    try (Ledger ledger = Ledgers.open(config.ledger(), directory)) {
      return AuditVerification.of(directory, ledger.auditWitness(directory).last());
    }
  }

  /** Shows what was kept of what left for a request. */
  @Command(
      name = "sent",
      mixinStandardHelpOptions = true,
      description = "Shows exactly what left for cloud providers, where audit.keep-sent keeps it.")
  void sent(
      @Mixin CommonOptions common,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Parameters(paramLabel = "REQUEST-ID", description = "As in x-gatehouse-request-id.")
          String requestId) {
    GatehouseConfig config = common.load();
    if (config.audit().keepSent().isZero()) {
      throw new CommandException(
          "nothing is kept of what leaves; write 'audit: {keep-sent: 7d}' to keep it from then on");
    }
    List<SentPayloads.Sent> sent =
        new SentPayloads(config.dataDirectory(), config.audit().keepSent())
            .of(requestId, Instant.now());
    if (sent.isEmpty()) {
      throw new CommandException(
          requestId
              + ": nothing left for it, or its time ("
              + config.audit().keepSent()
              + ") is over");
    }
    sent.forEach(each -> out().println(json ? json(each) : text(each)));
    out().flush();
  }

  /** Replaces the key of the digests. */
  @Command(
      name = "rotate-key",
      mixinStandardHelpOptions = true,
      description =
          "Replaces the key of the digests: nobody can tell any more what the old ones stand for.")
  void rotateKey(@Mixin CommonOptions common) {
    Path directory = common.load().dataDirectory();
    if (!Files.exists(directory.resolve("audit.log"))) {
      throw new CommandException(
          directory + ": there is no audit log here, so no key to replace; is --data right?");
    }
    try (AuditLog log = AuditLog.open(directory, Instant.now())) {
      log.rotateDigestKey(Instant.now());
    }
    out().println("digests are made with a new key from now on; the old one is gone");
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String text(AuditVerification found) {
    String whole =
        found.problem().isPresent()
            ? found.entries() + " entries are whole, then: " + found.problem().get()
            : found.entries()
                + " entries, all as they were written; the last one's hash is "
                + found.hash();
    return whole + found.lost().stream().map("\nWarning: "::concat).collect(Collectors.joining());
  }

  private static String json(AuditVerification found) {
    ObjectNode json = Json.object();
    json.put("whole", found.problem().isEmpty()).put("entries", found.entries());
    json.put("hash", found.hash());
    found.problem().ifPresent(problem -> json.put("problem", problem));
    if (!found.lost().isEmpty()) {
      ArrayNode lost = json.putArray("lost");
      found.lost().forEach(lost::add);
    }
    return new String(Json.write(json), StandardCharsets.UTF_8);
  }

  private static String text(SentPayloads.Sent sent) {
    return sent.at() + " to " + sent.destination() + ":\n" + payload(sent);
  }

  private static String json(SentPayloads.Sent sent) {
    ObjectNode json = Json.object();
    json.put("at", sent.at().toString()).put("destination", sent.destination());
    json.put("payload", payload(sent));
    return new String(Json.write(json), StandardCharsets.UTF_8);
  }

  private static String payload(SentPayloads.Sent sent) {
    return new String(sent.payload(), StandardCharsets.UTF_8);
  }
}
