package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.inference.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A gate and a door, used as dispatch and the providers use them. */
final class Caller implements AutoCloseable {
  private final PrivacyGate gate;
  private final Egress egress = new Egress();

  /** Behind a gate that lets PUBLIC go anywhere, redacts PERSONAL and keeps all else. */
  Caller() {
    this(false);
  }

  private Caller(boolean airGapped) {
    this.gate =
        new PrivacyGate(
            Map.of(
                PrivacyClass.PUBLIC, PrivacyTreatment.CLOUD_OK,
                PrivacyClass.PERSONAL, PrivacyTreatment.REDACT),
            airGapped);
  }

  /** Behind a gate that lets nothing go to the cloud. */
  static Caller airGapped() {
    return new Caller(true);
  }

  static Destination local(URI url) {
    return new Destination("home", url, Locality.LOCAL);
  }

  static Destination cloud(URI url) {
    return new Destination("cloud", url, Locality.CLOUD);
  }

  PrivacyGate gate() {
    return gate;
  }

  Egress egress() {
    return egress;
  }

  Upstream upstream(Destination destination) {
    List<Event.Header> headers = List.of(new Event.Header("Authorization", "Bearer of-tests"));
    return new Upstream(gate, egress, destination, headers, Duration.ofSeconds(10));
  }

  /** Sends a request in which only PUBLIC was found. */
  UpstreamResponse post(Destination destination, String json) {
    return post(destination, json, PrivacyClass.PUBLIC);
  }

  UpstreamResponse post(Destination destination, String json, PrivacyClass found) {
    Passage passage = gate.admit("request", Set.of(found), PrivacyTreatment.CLOUD_OK);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return ScopedValue.where(Passage.CURRENT, passage)
        .call(() -> upstream(destination).post("/chat", bytes));
  }

  /** Sends a request out of which an address was taken. */
  UpstreamResponse redacted(Destination destination, String json) {
    WithheldValues withheld =
        new WithheldValues(Set.of(new WithheldValues.Value("ann@firm.test", false)), 1);
    Passage passage =
        gate.admit("request", Set.of(PrivacyClass.PERSONAL), PrivacyTreatment.CLOUD_OK, withheld);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return ScopedValue.where(Passage.CURRENT, passage)
        .call(() -> upstream(destination).post("/chat", bytes));
  }

  /** Sends a request whose answer may begin late, but may then not fall silent for long. */
  UpstreamResponse patient(Destination destination, byte[] json) {
    Upstream upstream = new Upstream(gate, egress, destination, List.of(), Duration.ofMillis(200));
    Passage passage = gate.admit("request", Set.of(PrivacyClass.PUBLIC), PrivacyTreatment.CLOUD_OK);
    return ScopedValue.where(Passage.CURRENT, passage)
        .call(() -> upstream.post("/chat", json, Duration.ofHours(1)));
  }

  /** Sends a request and reads its answer to the end. */
  String ask(Destination destination) {
    try (UpstreamResponse response = post(destination, "{}")) {
      return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    egress.close();
  }
}
