package dev.gatehouse.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SingleSlotTest {

  @Test
  void refusesAtOnceWhenTooManyWait() throws InterruptedException {
    SingleSlot slot = new SingleSlot(0);

    try (SingleSlot.Lease _ = slot.enter()) {
      assertThatThrownBy(slot::enter)
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(503));
    }

    slot.enter().close();
  }

  @Test
  void interruptedWaiterGivesItsPlaceBack() throws InterruptedException {
    SingleSlot slot = new SingleSlot(1);

    try (SingleSlot.Lease _ = slot.enter()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(slot::enter).isInstanceOf(InterruptedException.class);
    }

    try (SingleSlot.Lease _ = slot.enter()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(slot::enter).isInstanceOf(InterruptedException.class);
    }
  }
}
