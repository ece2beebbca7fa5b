package dev.gatehouse.architecture.violation.policy;

import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;

/** Written as nothing in this house is: and its package has no package-info. */
@NullUnmarked
public final class PolicyManager {
  static int calls;

  final double listCost;

  PolicyManager(BigDecimal listCost) {
    this.listCost = listCost.doubleValue();
  }

  double listCost() {
    return listCost;
  }

  @Deprecated
  CompletableFuture<Double> later() {
    System.out.println(listCost);
    return CompletableFuture.supplyAsync(() -> listCost);
  }
}
