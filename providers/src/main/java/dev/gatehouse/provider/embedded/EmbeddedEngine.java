package dev.gatehouse.provider.embedded;

import dev.gatehouse.config.Locality;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ProviderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps one llama.cpp child process alive: fetches its weights, starts it, waits until it answers,
 * and starts it again with growing delays when it dies. Safe for use by any thread.
 */
public final class EmbeddedEngine implements AutoCloseable {
  /** Longest context that is allocated, whatever the model was trained with: memory is finite. */
  static final int MOST_CONTEXT_TOKENS = 8192;

  private static final double TOY_QUALITY = 0.10;
  private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);
  private static final Duration HEALTH_INTERVAL = Duration.ofMillis(50);

  /** Failed starts in a row, without ever having served, after which it is not tried again. */
  private static final int MOST_FAILED_STARTS = 3;

  private final EmbeddedSettings settings;
  private final PrivacyGate gate;
  private final Egress egress;
  private final EmbeddedWeights weights;
  private final Consumer<Progress> progress;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private EngineState state = new EngineState.Idle();
  private Thread supervisor = Thread.ofVirtual().unstarted(() -> {});
  private volatile Optional<Loaded> loaded = Optional.empty();
  private volatile Optional<ProcessHandle> child = Optional.empty();

  /**
   * @param gate must permit the weights' download, unless they are on disk
   * @param progress told of every piece of a download, on the engine's own thread
   */
  public EmbeddedEngine(
      EmbeddedSettings settings, PrivacyGate gate, Egress egress, Consumer<Progress> progress) {
    this.settings = settings;
    this.gate = gate;
    this.egress = egress;
    this.weights = new EmbeddedWeights(settings.dataDirectory(), gate, egress);
    this.progress = progress;
  }

  /** Begins, and returns at once. Starts again after a failure; otherwise a second call is none. */
  public void start() {
    lock.lock();
    try {
      if (state instanceof EngineState.Idle || state instanceof EngineState.Failed) {
        state = new EngineState.Starting();
        supervisor = Thread.ofVirtual().name("embedded-supervisor").start(this::supervise);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Where the engine is now. */
  public EngineState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /** The state, for people to read. */
  public String describe() {
    return state().describe();
  }

  /** Base URL of the child, without a path, while it is ready; another after each restart. */
  public Optional<URI> endpoint() {
    return state() instanceof EngineState.Ready(URI endpoint)
        ? Optional.of(endpoint)
        : Optional.empty();
  }

  /**
   * Base URL of the child, for a call that is made now.
   *
   * @throws ProviderException at once while it is not ready, with the reason: UNREACHABLE if that
   *     may pass, FAILED if it will not
   */
  public URI requireEndpoint() {
    EngineState now = state();
    if (now instanceof EngineState.Ready(URI endpoint)) {
      return endpoint;
    }
    ProviderException.Kind kind =
        now.isFinal() ? ProviderException.Kind.FAILED : ProviderException.Kind.UNREACHABLE;
    throw new ProviderException(kind, now.describe());
  }

  /** The one model, once its weights are on disk; before that none. */
  public List<Model> models() {
    return loaded.map(each -> List.of(model(each))).orElse(List.of());
  }

  /** The model as far as it is known before its weights have been read. */
  Model expectedModel() {
    return new Model(
        settings.providerName(),
        settings.weights().modelId(),
        Locality.LOCAL,
        Set.of(),
        OptionalInt.empty(),
        Optional.empty(),
        quality(),
        Model.Details.UNKNOWN);
  }

  private OptionalDouble quality() {
    boolean toy = settings.weights().equals(WeightsSource.Published.SMOLLM2);
    return toy ? OptionalDouble.of(TOY_QUALITY) : OptionalDouble.empty();
  }

  /** Blocks until the engine is ready, or will not be; whether it is ready. */
  public boolean awaitReady(Duration longest) throws InterruptedException {
    return await(now -> now instanceof EngineState.Ready || now.isFinal(), longest)
        && endpoint().isPresent();
  }

  /** Blocks until the state is as wanted; false if it was not within the time given. */
  boolean await(Predicate<EngineState> wanted, Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (!wanted.test(state) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return wanted.test(state);
    } finally {
      lock.unlock();
    }
  }

  /** The child process, while there is one. */
  Optional<ProcessHandle> child() {
    return child;
  }

  /** Ends the child; the engine cannot be started again. Blocks until the child is gone. */
  @Override
  public void close() {
    become(new EngineState.Closed());
    supervisor.interrupt();
    try {
      supervisor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void supervise() {
    try {
      become(new EngineState.Starting());
      Path file = weights.obtain(settings.weights(), this::fetching);
      GgufHeader header = GgufHeader.read(file);
      loaded = Optional.of(new Loaded(file, header, Files.size(file)));
      keepRunning(options(file, header), new Backoff());
    } catch (ProviderException e) {
      become(new EngineState.Failed(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      become(new EngineState.Failed("the embedded model cannot be read: " + e.getMessage()));
    } catch (InterruptedException e) {
      become(new EngineState.Closed());
    } catch (RuntimeException e) {
      become(new EngineState.Failed("the embedded model failed: " + e));
    }
  }

  private void keepRunning(ServerOptions options, Backoff backoff)
      throws IOException, InterruptedException {
    Path natives = NativesDirectory.prepare(settings.dataDirectory().resolve("engine"));
    while (true) {
      long start = System.nanoTime();
      Life life = live(options, natives);
      Duration delay = backoff.next(life.served(), Duration.ofNanos(System.nanoTime() - start));
      if (backoff.failedStarts() >= MOST_FAILED_STARTS) {
        become(new EngineState.Failed("the embedded model does not start: " + life.end()));
        return;
      }
      become(new EngineState.Restarting(life.end(), delay));
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
      become(new EngineState.Starting());
    }
  }

  /** One child, from its start to its end. */
  private Life live(ServerOptions options, Path natives) throws InterruptedException {
    boolean served = false;
    try (EngineProcess process = EngineProcess.start(options, natives)) {
      child = Optional.of(process.handle());
      URI endpoint = URI.create("http://127.0.0.1:" + process.awaitPort(LONGEST_LOAD));
      awaitHealth(process, endpoint);
      process.forgetOutput();
      served = true;
      become(new EngineState.Ready(endpoint));
      return new Life(true, "its process ended with " + process.awaitEnd());
    } catch (IOException e) {
      return new Life(served, "its process " + e.getMessage());
    } finally {
      child = Optional.empty();
    }
  }

  private void awaitHealth(EngineProcess process, URI endpoint)
      throws IOException, InterruptedException {
    Destination destination = new Destination(settings.providerName(), endpoint, Locality.LOCAL);
    Upstream upstream = new Upstream(gate, egress, destination, List.of(), Duration.ofSeconds(5));
    long start = System.nanoTime();
    while (!isHealthy(upstream)) {
      if (process.endsWithin(HEALTH_INTERVAL)) {
        throw new IOException("ended while it loaded" + process.lastWords());
      }
      if (System.nanoTime() - start > LONGEST_LOAD.toNanos()) {
        throw new IOException("was not ready after " + LONGEST_LOAD.toMinutes() + " minutes");
      }
    }
  }

  private static boolean isHealthy(Upstream upstream) {
    try (UpstreamResponse response = upstream.probe("/health")) {
      return response.status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private void fetching(Progress now) {
    become(new EngineState.Fetching(now));
    progress.accept(now);
  }

  private void become(EngineState next) {
    lock.lock();
    try {
      if (!(state instanceof EngineState.Closed)) {
        state = next;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private ServerOptions options(Path file, GgufHeader header) {
    return new ServerOptions(
        file.toAbsolutePath(),
        settings.weights().modelId(),
        contextTokens(header),
        settings.engine().or(() -> SearchPath.find("llama-server")));
  }

  private static int contextTokens(GgufHeader header) {
    return header.contextTokens() == 0
        ? MOST_CONTEXT_TOKENS
        : Math.min(header.contextTokens(), MOST_CONTEXT_TOKENS);
  }

  private Model model(Loaded weightsOnDisk) {
    GgufHeader header = weightsOnDisk.header();
    return new Model(
        settings.providerName(),
        settings.weights().modelId(),
        Locality.LOCAL,
        Set.of(),
        OptionalInt.of(contextTokens(header)),
        Optional.empty(),
        quality(),
        new Model.Details(
            OptionalLong.of(weightsOnDisk.sizeBytes()),
            OptionalLong.of(header.parameters()),
            header.quantization(),
            Optional.empty(),
            endpoint().map(_ -> Model.Loaded.UNTOLD)));
  }

  /** Weights that are on disk. */
  private record Loaded(Path file, GgufHeader header, long sizeBytes) {}

  /** How a child's life went. */
  private record Life(boolean served, String end) {}
}
