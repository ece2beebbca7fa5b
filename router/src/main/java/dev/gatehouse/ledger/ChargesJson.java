package dev.gatehouse.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger as {@code /admin/v1/charges} shows them: {@code {"charges": [...]}} in the
 * order given. Times are in seconds, money in US dollars; what is not known yet is {@code null}.
 */
public final class ChargesJson {
  private ChargesJson() {}

  /** A JSON text; numbers have no exponent. */
  public static String write(List<Charge> charges) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    var rows = document.putArray("charges");
    charges.forEach(charge -> rows.add(row(charge)));
    return PlainJson.write(document);
  }

  private static ObjectNode row(Charge charge) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    writeRequest(row, charge);
    writeDecision(row, charge.reservation());
    writeUsage(row, charge.settlement());
    writeCosts(row, charge.settlement());
    writeCourse(row, charge.settlement());
    return row;
  }

  private static void writeRequest(ObjectNode row, Charge charge) {
    Reservation reservation = charge.reservation();
    Optional<Settlement> settlement = charge.settlement();
    row.put("requestId", reservation.requestId());
    row.put("startedAt", reservation.startedAt().toString());
    row.put("operation", reservation.operation());
    row.put("keyName", reservation.keyName().orElse(null));
    row.put("requestModel", reservation.requestModel());
    row.put(
        "providerName",
        settlement.map(Settlement::providerName).orElse(reservation.providerName()));
    row.put("responseModel", settlement.map(Settlement::responseModel).orElse(null));
    row.put("locality", word(settlement.map(Settlement::locality).orElse(reservation.locality())));
  }

  private static void writeDecision(ObjectNode row, Reservation reservation) {
    row.put("privacyClass", reservation.privacyClass().name());
    row.put("task", reservation.task());
    row.set("difficulty", PlainJson.number(BigDecimal.valueOf(reservation.difficulty())));
    row.put("reason", reservation.reason());
    row.put("stream", reservation.stream());
  }

  private static void writeUsage(ObjectNode row, Optional<Settlement> settlement) {
    row.put("state", settlement.isPresent() ? "settled" : "reserved");
    row.put("outcome", settlement.map(known -> word(known.outcome())).orElse(null));
    row.put("inputTokens", tokens(settlement, Usage::inputTokens));
    row.put("outputTokens", tokens(settlement, Usage::outputTokens));
    row.put("cacheReadInputTokens", tokens(settlement, Usage::cacheReadInputTokens));
    row.put("cacheCreationInputTokens", tokens(settlement, Usage::cacheCreationInputTokens));
    row.put("reasoningOutputTokens", tokens(settlement, Usage::reasoningOutputTokens));
    row.put("usageSource", settlement.map(known -> word(known.usageSource())).orElse(null));
  }

  private static void writeCosts(ObjectNode row, Optional<Settlement> settlement) {
    Optional<Settlement.Reference> reference = settlement.flatMap(Settlement::reference);
    row.put("billingCurrency", "USD");
    row.set("listCost", PlainJson.number(settlement.map(Settlement::listCost)));
    row.set("effectiveCost", PlainJson.number(settlement.map(Settlement::effectiveCost)));
    row.put("referenceModel", reference.map(Settlement.Reference::model).orElse(null));
    row.set("referenceCost", PlainJson.number(reference.map(Settlement.Reference::cost)));
  }

  private static void writeCourse(ObjectNode row, Optional<Settlement> settlement) {
    row.set(
        "timeToFirstChunk", PlainJson.seconds(settlement.flatMap(Settlement::timeToFirstChunk)));
    row.set("operationDuration", PlainJson.seconds(settlement.map(Settlement::operationDuration)));
    row.put("attempts", settlement.map(Settlement::attempts).orElse(null));
    row.put("errorKind", settlement.flatMap(Settlement::errorKind).orElse(null));
  }

  private static @Nullable Long tokens(
      Optional<Settlement> settlement, Function<Usage, Long> count) {
    return settlement.map(Settlement::usage).map(count).orElse(null);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
