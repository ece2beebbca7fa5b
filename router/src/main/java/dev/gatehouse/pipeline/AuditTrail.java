package dev.gatehouse.pipeline;

import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.ValueDigests;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.FoundValues;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ollama.OllamaAdministration.Operation;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes down how requests were judged. */
public record AuditTrail(AuditLog log, InstantSource clock) {

  /** So many values of one request are told apart; of more, only how many there are. */
  private static final int MOST_DIGESTS = 100;

  /**
   * Writes down how a request was judged.
   *
   * @throws dev.gatehouse.audit.AuditException if it cannot be written
   */
  void decided(Consideration considered) {
    judged(Judgement.of(considered), decision(considered.decision()));
  }

  /**
   * Writes down how a body was judged that is to change a server's models.
   *
   * @throws dev.gatehouse.audit.AuditException if it cannot be written
   */
  void managed(Judgement judgement, Operation operation, String server) {
    String word = operation.name().toLowerCase(Locale.ROOT);
    judged(judgement, "manage " + word + " at " + server);
  }

  private void judged(Judgement judgement, String decision) {
    log.append(
        new AuditEntry.Decided(
            clock.instant(),
            judgement.inbound().requestId(),
            judgement.inbound().keyName(),
            judgement.privacy().highest(),
            counts(judgement.privacy().findings()),
            digests(judgement),
            judgement.passage().treatment(),
            decision));
  }

  private static Map<FindingType, Integer> counts(List<Finding> findings) {
    Map<FindingType, Integer> counts = new EnumMap<>(FindingType.class);
    findings.forEach(finding -> counts.merge(finding.type(), 1, Integer::sum));
    return counts;
  }

  private List<String> digests(Judgement judgement) {
    ValueDigests digests = log.digests();
    FoundValues values = new FoundValues(judgement.body());
    return judgement.privacy().findings().stream()
        .filter(finding -> finding.privacyClass().rank() >= PrivacyClass.PERSONAL.rank())
        .flatMap(
            finding -> values.of(finding).stream().map(value -> digests.of(finding.type(), value)))
        .distinct()
        .limit(MOST_DIGESTS)
        .toList();
  }

  /** The reasons' own words may hold a model's name as the client wrote it. */
  private static String decision(Decision decision) {
    return switch (decision) {
      case Decision.Route route ->
          "route " + route.ranked().getFirst().model().reference() + " of " + route.ranked().size();
      case Decision.Refuse refuse -> "refuse " + refuse.cause().name().toLowerCase(Locale.ROOT);
    };
  }
}
