package dev.gatehouse.dispatch;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A provider behind its circuit breaker, its retry and its concurrency limit. */
final class GuardedProvider {
  private static final int CALLS_PER_SEND = 2;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Provider provider;
  private final CircuitBreaker breaker;
  private final Retry retry;
  private final Semaphore slots;
  private final Duration longestWait;

  GuardedProvider(Provider provider, int maxConcurrent, Duration longestWait) {
    this.provider = provider;
    this.breaker = CircuitBreaker.of(provider.name(), breakerConfig());
    this.retry = Retry.of(provider.name(), retryConfig());
    this.slots = new Semaphore(maxConcurrent, true);
    this.longestWait = longestWait;
  }

  private static CircuitBreakerConfig breakerConfig() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(20)
        .minimumNumberOfCalls(5)
        .failureRateThreshold(50)
        .waitDurationInOpenState(Duration.ofSeconds(10))
        .permittedNumberOfCallsInHalfOpenState(2)
        .automaticTransitionFromOpenToHalfOpenEnabled(true)
        .recordException(GuardedProvider::isProvidersFault)
        .ignoreException(failure -> !isProvidersFault(failure))
        .build();
  }

  private static RetryConfig retryConfig() {
    return RetryConfig.custom()
        .maxAttempts(CALLS_PER_SEND)
        .intervalFunction(IntervalFunction.ofRandomized(PAUSE))
        .retryOnException(failure -> failure instanceof Unanswered)
        .build();
  }

  /** A call that was aborted, because its client left, say, tells nothing of the provider. */
  private static boolean isProvidersFault(Throwable failure) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    return switch (failure) {
      case ProviderException e -> isProvidersFault(e);
      case Unanswered unanswered -> isProvidersFault(unanswered.cause);
      default -> false;
    };
  }

  /** A refused key or an unknown model (4xx) says nothing of the provider's health. */
  private static boolean isProvidersFault(ProviderException e) {
    return switch (e.kind()) {
      case UNREACHABLE, TIMEOUT, BROKEN -> true;
      case FAILED -> e.answer().map(answer -> answer.status() >= 500).orElse(true);
      case BUSY, REJECTED, TOO_LONG -> false;
    };
  }

  boolean relays(Wire wire) {
    return provider.relays(wire);
  }

  List<String> dropped(ChatRequest request, Model model) {
    return provider.dropped(request, model);
  }

  /** Whether the breaker lets no call through now. */
  boolean failing() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  /**
   * Lets the provider answer: makes the call. One that found nobody is made once more.
   *
   * @throws ProviderException as the provider threw it; UNREACHABLE while the breaker is open, BUSY
   *     if no slot came free
   */
  void answer(Consumer<Provider> call, Delivery delivery) {
    acquire();
    try {
      sendTwiceIfNobodyIsThere(call, delivery);
    } catch (Unanswered e) {
      throw e.cause;
    } catch (CallNotPermittedException e) {
      throw new ProviderException(
          Kind.UNREACHABLE, provider.name() + " failed too often and is left alone for now", e);
    } finally {
      slots.release();
    }
  }

  private void sendTwiceIfNobodyIsThere(Consumer<Provider> call, Delivery delivery) {
    try {
      retry.executeCallable(() -> send(call, delivery));
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException(
          Kind.UNREACHABLE, provider.name() + ": the second call was given up", e);
    } catch (Exception e) { // a Callable may throw any, this one throws none
      throw new IllegalStateException(e);
    }
  }

  private boolean send(Consumer<Provider> call, Delivery delivery) {
    breaker.executeRunnable(
        () -> {
          try {
            call.accept(provider);
          } catch (ProviderException e) {
            throw worthASecondCall(e, delivery) ? new Unanswered(e) : e;
          }
        });
    return true;
  }

  private static boolean worthASecondCall(ProviderException e, Delivery delivery) {
    return e.kind() == Kind.UNREACHABLE
        && !delivery.released()
        && !Thread.currentThread().isInterrupted();
  }

  private void acquire() {
    try {
      if (!slots.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProviderException(
            Kind.BUSY, provider.name() + " has too many requests in flight");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException(
          Kind.BUSY, provider.name() + ": the wait for a free slot was given up", e);
    }
  }

  /** Nobody was there, and nothing was released: the one failure worth a second call. */
  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProviderException cause;

    Unanswered(ProviderException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
