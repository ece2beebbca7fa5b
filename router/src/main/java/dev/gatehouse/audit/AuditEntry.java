package dev.gatehouse.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the log says. Holds no value of any request: counts, classes and keyed digests alone. */
public sealed interface AuditEntry {

  /** When it happened. */
  Instant at();

  /** Adds what it says to its line. */
  void writeTo(ObjectNode line);

  /**
   * A request was judged.
   *
   * @param keyName the client key's name; empty where none is needed
   * @param findings how many of each type
   * @param digests keyed digests of the values found, by {@link ValueDigests}
   * @param decision where it is to go, or why nowhere
   */
  record Decided(
      Instant at,
      String requestId,
      Optional<String> keyName,
      PrivacyClass privacyClass,
      Map<FindingType, Integer> findings,
      List<String> digests,
      PrivacyTreatment treatment,
      String decision)
      implements AuditEntry {

    public Decided {
      findings = Map.copyOf(findings);
      digests = List.copyOf(digests);
    }

    @Override
    public void writeTo(ObjectNode line) {
      line.put("at", at.toString()).put("event", "decided").put("requestId", requestId);
      keyName.ifPresent(name -> line.put("key", name));
      line.put("class", privacyClass.name());
      ObjectNode counts = line.putObject("findings");
      new TreeMap<>(findings).forEach((type, count) -> counts.put(type.name(), count));
      ArrayNode list = line.putArray("digests");
      digests.forEach(list::add);
      line.put("treatment", treatment.word()).put("decision", decision);
    }
  }

  /**
   * Bytes of a request were let out to a destination.
   *
   * @param destination the provider's configured name
   * @param bytes how many
   * @param digest keyed digest of exactly these bytes
   */
  record Sent(
      Instant at,
      String requestId,
      String destination,
      Locality locality,
      PrivacyTreatment treatment,
      long bytes,
      String digest)
      implements AuditEntry {

    @Override
    public void writeTo(ObjectNode line) {
      line.put("at", at.toString()).put("event", "sent").put("requestId", requestId);
      line.put("destination", destination).put("locality", word(locality));
      line.put("treatment", treatment.word()).put("bytes", bytes).put("digest", digest);
    }
  }

  /** The gate let nothing out to a destination. */
  record Forbidden(Instant at, String requestId, String destination, Locality locality)
      implements AuditEntry {

    @Override
    public void writeTo(ObjectNode line) {
      line.put("at", at.toString()).put("event", "forbidden").put("requestId", requestId);
      line.put("destination", destination).put("locality", word(locality));
    }
  }

  /**
   * From here on digests are made with another key, and the old one is gone: nobody can tell any
   * more which values the digests before stand for.
   */
  record KeyRotated(Instant at) implements AuditEntry {

    @Override
    public void writeTo(ObjectNode line) {
      line.put("at", at.toString()).put("event", "key-rotated");
    }
  }

  /**
   * The end of the log was no whole entry, as after a power cut, and was taken off.
   *
   * @param bytes how many were taken off
   */
  record Mended(Instant at, long bytes) implements AuditEntry {

    @Override
    public void writeTo(ObjectNode line) {
      line.put("at", at.toString()).put("event", "mended").put("bytes", bytes);
    }
  }

  /**
   * The log does not hold what a witness saw of it before: it, or its end, is gone.
   *
   * @param seen the last entry that the witness saw
   */
  record Lost(Instant at, AuditWitness.Mark seen) implements AuditEntry {

    /** As it stands in a line, where no value of another entry can have its quotes. */
    static final String EVENT = ",\"event\":\"lost\",";

    @Override
    public void writeTo(ObjectNode line) {
      line.put("at", at.toString()).put("event", "lost").put("seenSequence", seen.sequence());
      line.put("seenHash", seen.hash()).put("seenAt", seen.at().toString());
    }
  }

  private static String word(Locality locality) {
    return locality.name().toLowerCase(Locale.ROOT);
  }
}
