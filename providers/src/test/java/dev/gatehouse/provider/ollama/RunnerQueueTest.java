package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class RunnerQueueTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();

  /** A caller that says when it has its turn, and keeps it until it is told. */
  private final class Caller {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final Thread thread;

    Caller(RunnerQueue queue, String name, IntSupplier context) {
      BlockingQueue<String> waits = new LinkedBlockingQueue<>();
      thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    IntSupplier seen =
                        () -> {
                          waits.add(name);
                          return context.getAsInt();
                        };
                    try (RunnerQueue.Turn turn = queue.enter(seen, LONG)) {
                      entered.add(name + "@" + turn.contextTokens());
                      next(done);
                    }
                  });
      next(waits);
    }

    void leave() {
      done.add("go");
    }
  }

  private static String next(BlockingQueue<String> queue) {
    try {
      return String.valueOf(queue.poll(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void callsWaitInTheOrderInWhichTheyCame() {
    RunnerQueue queue = new RunnerQueue("m", 1, 8);
    Caller first = new Caller(queue, "first", () -> 4096);
    Caller second = new Caller(queue, "second", () -> 4096);
    Caller third = new Caller(queue, "third", () -> 4096);

    List.of(first, second, third).forEach(Caller::leave);

    assertThat(List.of(next(entered), next(entered), next(entered)))
        .containsExactly("first@4096", "second@4096", "third@4096");
  }

  @Test
  void aCallMoreThanMayWaitIsToldAtOnceThatTheServerIsBusy() {
    RunnerQueue queue = new RunnerQueue("m", 1, 1);
    Caller running = new Caller(queue, "running", () -> 4096);
    Caller waiting = new Caller(queue, "waiting", () -> 4096);

    assertThatThrownBy(() -> queue.enter(() -> 4096, LONG))
        .isInstanceOfSatisfying(
            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));

    running.leave();
    waiting.leave();
    assertThat(List.of(next(entered), next(entered)))
        .containsExactly("running@4096", "waiting@4096");
  }

  @Test
  void aTurnThatDoesNotComeInTimeIsBusy() {
    RunnerQueue queue = new RunnerQueue("m", 1, 8);
    try (RunnerQueue.Turn _ = queue.enter(() -> 4096, LONG)) {
      assertThatThrownBy(() -> queue.enter(() -> 4096, Duration.ofMillis(1)))
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
    }
  }

  @Test
  void callsOfOneContextRunTogetherAndKnowHowManyAreAhead() {
    RunnerQueue queue = new RunnerQueue("m", 2, 8);
    try (RunnerQueue.Turn first = queue.enter(() -> 4096, LONG);
        RunnerQueue.Turn second = queue.enter(() -> 4096, LONG)) {
      assertThat(first.ahead()).isZero();
      assertThat(second.ahead()).isEqualTo(1);
    }
  }

  @Test
  void aLargerContextWaitsForTheCallsInFlightAndThoseBehindItTakeItToo() {
    RunnerQueue queue = new RunnerQueue("m", 4, 8);
    AtomicReference<Integer> context = new AtomicReference<>(4096);
    Caller small = new Caller(queue, "small", context::get);
    assertThat(next(entered)).isEqualTo("small@4096");
    context.set(8192);
    Caller large = new Caller(queue, "large", context::get);
    Caller behind = new Caller(queue, "behind", context::get);
    assertThat(entered).isEmpty();

    small.leave();

    assertThat(List.of(next(entered), next(entered)))
        .containsExactlyInAnyOrder("large@8192", "behind@8192");
    large.leave();
    behind.leave();
  }

  @Test
  void aWaiterThatIsInterruptedMakesRoom() throws InterruptedException {
    RunnerQueue queue = new RunnerQueue("m", 1, 1);
    Caller running = new Caller(queue, "running", () -> 4096);
    Caller interrupted = new Caller(queue, "interrupted", () -> 4096);
    interrupted.thread.interrupt();
    interrupted.thread.join();

    Caller next = new Caller(queue, "next", () -> 4096);
    running.leave();
    next.leave();

    assertThat(List.of(next(entered), next(entered))).containsExactly("running@4096", "next@4096");
  }
}
