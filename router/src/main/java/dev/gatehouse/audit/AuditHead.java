package dev.gatehouse.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last entry of a log, as it is written beside the log so that a cut shows.
 *
 * @param sequence its number, from 1; 0 for a log without entries
 * @param hash its hash, 64 hex digits; of an empty log 64 zeros
 */
record AuditHead(long sequence, String hash) {

  static final AuditHead EMPTY = new AuditHead(0, "0".repeat(64));

  private static final Pattern FORM = Pattern.compile("(\\d{20}) ([0-9a-f]{64}) ([0-9a-f]{64})\n");

  /** One line of fixed length, with its own proof: the hash alone stands in the log as well. */
  byte[] line(KeyedHash chain) {
    String text = String.format(Locale.ROOT, "%020d %s", sequence, hash);
    return (text + " " + HexFormat.of().formatHex(chain.of("head", text)) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads such a line; empty where it is none, or its proof is wrong. */
  static Optional<AuditHead> read(byte[] line, KeyedHash chain) {
    Matcher matcher = FORM.matcher(new String(line, StandardCharsets.US_ASCII));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    AuditHead head = new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2));
    return MessageDigest.isEqual(head.line(chain), line) ? Optional.of(head) : Optional.empty();
  }
}
