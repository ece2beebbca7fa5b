package dev.gatehouse.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry as it stands in the log: JSON whose last member is the hash over the entry before it
 * and everything that stands before the hash itself.
 */
record AuditLine(long sequence, String unsealed, String hash) {

  private static final Pattern FORM =
      Pattern.compile("(\\{\"sequence\":(\\d{1,18}),.*),\"hash\":\"([0-9a-f]{64})\"\\}");

  /** Seals an entry. */
  static AuditLine after(AuditHead head, AuditEntry entry, KeyedHash chain) {
    long sequence = head.sequence() + 1;
    ObjectNode json = Json.object();
    json.put("sequence", sequence);
    entry.writeTo(json);
    String text = new String(Json.write(json), StandardCharsets.UTF_8);
    String unsealed = text.substring(0, text.length() - 1);
    return new AuditLine(sequence, unsealed, hash(head, unsealed, chain));
  }

  /** Reads a line without its line feed; empty where it is no entry. */
  static Optional<AuditLine> read(String line) {
    Matcher matcher = FORM.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new AuditLine(Long.parseLong(matcher.group(2)), matcher.group(1), matcher.group(3)))
        : Optional.empty();
  }

  /** Whether it is the entry that followed {@code head}, as it was written. */
  boolean follows(AuditHead head, KeyedHash chain) {
    return sequence == head.sequence() + 1 && hash.equals(hash(head, unsealed, chain));
  }

  /** Whether it is the entry that a witness saw. */
  boolean isOf(AuditWitness.Mark seen) {
    return sequence == seen.sequence() && hash.equals(seen.hash());
  }

  /** What it says to be lost, for an operator to read; empty where it says something else. */
  Optional<String> lost() {
    if (!unsealed.contains(AuditEntry.Lost.EVENT)) {
      return Optional.empty();
    }
    JsonNode said = Json.read((unsealed + "}").getBytes(StandardCharsets.UTF_8));
    return Optional.of(
        "entry "
            + sequence
            + " says that at "
            + said.path("at").asText()
            + " an earlier log was gone or cut; it had "
            + said.path("seenSequence").asText()
            + " entries or more at "
            + said.path("seenAt").asText()
            + ", that one's hash is "
            + said.path("seenHash").asText());
  }

  AuditHead head() {
    return new AuditHead(sequence, hash);
  }

  byte[] bytes() {
    return (unsealed + ",\"hash\":\"" + hash + "\"}\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(AuditHead head, String unsealed, KeyedHash chain) {
    return HexFormat.of().formatHex(chain.of("entry", head.hash(), unsealed));
  }
}
