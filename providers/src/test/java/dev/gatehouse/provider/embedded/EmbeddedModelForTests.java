package dev.gatehouse.provider.embedded;

import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the real embedded model, ready to answer:
 * {@code @ExtendWith(EmbeddedModelForTests.class)} and a parameter of type {@link EmbeddedEngine}.
 * One engine serves all test classes of a JVM; its weights are fetched by the product's own code,
 * once for all modules.
 */
public final class EmbeddedModelForTests implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(EmbeddedModelForTests.class);
  private static final Duration LONGEST_FETCH = Duration.ofMinutes(15);

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EmbeddedEngine.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context).engine();
  }

  private static Shared shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Shared.class, _ -> Shared.start(), Shared.class);
  }

  /** The settings of an engine on the shared weights. */
  public static EmbeddedSettings settings() {
    return new EmbeddedSettings(
        "embedded", TestData.directory(), WeightsSource.Published.SMOLLM2, Optional.empty());
  }

  /** An engine and its door, closed by JUnit at the very end. */
  private record Shared(Egress egress, EmbeddedEngine engine) implements AutoCloseable {

    static Shared start() {
      Egress egress = new Egress();
      PrivacyGate gate = new PrivacyGate(Map.of(), false);
      EmbeddedEngine engine = new EmbeddedEngine(settings(), gate, egress, _ -> {});
      engine.start();
      try {
        if (!engine.awaitReady(LONGEST_FETCH)) {
          throw new IllegalStateException(engine.describe());
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new Shared(egress, engine);
    }

    @Override
    public void close() {
      engine.close();
      egress.close();
    }
  }
}
