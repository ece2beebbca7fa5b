package dev.gatehouse.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What local answers saved against a named cloud model. Local answers that were compared with none
 * are counted apart, since "unknown" is not "nothing saved".
 *
 * @param compared local answers with a reference
 * @param referenceCost US dollars that those would have cost at the reference model's list price
 * @param listCost US dollars that those cost at list price
 * @param referenceModels the cloud models compared with, sorted
 * @param notCompared local answers, orphans aside, that produced tokens and have no reference
 */
public record Savings(
    long compared,
    BigDecimal referenceCost,
    BigDecimal listCost,
    List<String> referenceModels,
    long notCompared) {

  public Savings {
    referenceModels = List.copyOf(referenceModels);
  }

  /** US dollars: reference less list cost; empty where nothing was compared. */
  public Optional<BigDecimal> saved() {
    return compared == 0 ? Optional.empty() : Optional.of(referenceCost.subtract(listCost));
  }

  static Savings nothing() {
    return new Savings(0, BigDecimal.ZERO, BigDecimal.ZERO, List.of(), 0);
  }

  Savings plus(Savings other) {
    return new Savings(
        compared + other.compared,
        referenceCost.add(other.referenceCost),
        listCost.add(other.listCost),
        Stream.of(referenceModels, other.referenceModels)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .toList(),
        notCompared + other.notCompared);
  }
}
