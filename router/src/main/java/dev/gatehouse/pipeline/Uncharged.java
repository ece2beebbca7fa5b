package dev.gatehouse.pipeline;

import dev.gatehouse.inference.Usage;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import java.math.BigDecimal;
import java.util.Optional;

/** A request for which nothing is generated: it costs nothing, and no budget or row knows of it. */
final class Uncharged implements Charging {
  private Candidate candidate;

  Uncharged(Decision.Route route) {
    this.candidate = route.ranked().getFirst();
  }

  @Override
  public boolean attempt(Candidate next) {
    candidate = next;
    return false;
  }

  @Override
  public Candidate candidate() {
    return candidate;
  }

  @Override
  public void answeredBy(String model) {}

  @Override
  public void reported(Usage reported) {}

  @Override
  public void produced(int characters) {}

  @Override
  public void firstChunk() {}

  @Override
  public BigDecimal settle(Outcome outcome, Optional<String> errorKind) {
    return BigDecimal.ZERO;
  }
}
