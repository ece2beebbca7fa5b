package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.Locale;
import java.util.Set;

/**
 * Addresses of machines: IPv4, IPv6 (RFC 4291) and MAC. Somebody's where they are public; those of
 * private networks, of documentation and of well-known resolvers are nobody's.
 */
final class NetworkFinder implements Finder {

  private static final Rule PUBLIC_IP =
      new Rule(FindingType.IP_ADDRESS, "ip", PrivacyClass.PERSONAL);
  private static final Rule PRIVATE_IP =
      new Rule(FindingType.IP_ADDRESS, "ip-of-nobody", PrivacyClass.INTERNAL);
  private static final Rule MAC = new Rule(FindingType.MAC_ADDRESS, "mac", PrivacyClass.PERSONAL);

  private static final Set<String> RESOLVERS =
      Set.of(
          "8.8.8.8",
          "8.8.4.4",
          "1.1.1.1",
          "1.0.0.1",
          "9.9.9.9",
          "208.67.222.222",
          "208.67.220.220");

  private static final int LONGEST = 45;

  @Override
  public void find(Reading reading) {
    String text = reading.text();
    boolean dots = reading.normalized().has('.');
    boolean colons = reading.normalized().has(':') || reading.normalized().has('-');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((!Alphabet.HEX.has(c) && c != ':') || Alphabet.ALPHANUMERIC.at(text, i - 1)) {
        continue;
      }
      int end = dots && Alphabet.DIGIT.has(c) ? ipv4(reading, i) : -1;
      if (end < 0 && colons && (c != ':' || text.startsWith("::", i))) {
        end = hexadecimal(reading, i);
      }
      i = Math.max(i, end - 1);
    }
  }

  private static int ipv4(Reading reading, int start) {
    String text = reading.text();
    int[] parts = new int[4];
    int at = start;
    for (int part = 0; part < 4; part++) {
      int end = Alphabet.DIGIT.runEnd(text, at, 4);
      if (end == at
          || end - at > 3
          || (part < 3 && (end >= text.length() || text.charAt(end) != '.'))) {
        return -1;
      }
      parts[part] = Integer.parseInt(text, at, end, 10);
      if (parts[part] > 255) {
        return -1;
      }
      at = part < 3 ? end + 1 : end;
    }
    boolean more =
        Alphabet.ALPHANUMERIC.at(text, at)
            || (at < text.length() && text.charAt(at) == '.' && Alphabet.DIGIT.at(text, at + 1));
    boolean less =
        start > 0
            && ".-".indexOf(text.charAt(start - 1)) >= 0
            && Alphabet.ALPHANUMERIC.at(text, start - 2);
    if (more || less || isVersion(text, start) || !reading.isFree(start, at)) {
      return -1;
    }
    reading.add(
        isNobodys(parts) || RESOLVERS.contains(text.substring(start, at)) ? PRIVATE_IP : PUBLIC_IP,
        start,
        at);
    return at;
  }

  private static boolean isVersion(String text, int start) {
    int from = Math.max(0, start - 10);
    String before = text.substring(from, start).toLowerCase(Locale.ROOT);
    return before.contains("version") || before.endsWith("ver ") || before.endsWith("v. ");
  }

  /** RFC 6890's special-purpose blocks, multicast and netmasks. */
  private static boolean isNobodys(int[] parts) {
    int first = parts[0];
    int second = parts[1];
    return first == 0
        || first == 10
        || first == 127
        || first >= 224
        || (first == 100 && second >= 64 && second < 128)
        || (first == 169 && second == 254)
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && (second == 168 || (second == 0 && (parts[2] == 0 || parts[2] == 2))))
        || (first == 198 && (second == 18 || second == 19 || (second == 51 && parts[2] == 100)))
        || (first == 203 && second == 0 && parts[2] == 113)
        || (parts[1] == 0 && parts[2] == 0 && parts[3] <= 1);
  }

  /** Reads a MAC or an IPv6 address. */
  private static int hexadecimal(Reading reading, int start) {
    String text = reading.text();
    int limit = Math.min(text.length(), start + LONGEST + 1);
    int end = Alphabet.HEX.runEnd(text, start, LONGEST + 1);
    if (end == text.length() || ":-".indexOf(text.charAt(end)) < 0) {
      return end - start > LONGEST ? end : -1;
    }
    while (end < limit
        && (Alphabet.HEX.has(text.charAt(end)) || ":-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    while (end > start
        && ":-".indexOf(text.charAt(end - 1)) >= 0
        && !text.startsWith("::", end - 2)) {
      end--;
    }
    boolean apart =
        !Alphabet.ALPHANUMERIC.at(text, end) && end - start <= LONGEST && end - start >= 6;
    if (!apart || !reading.isFree(start, end)) {
      return end - start > LONGEST ? end : -1;
    }
    String value = text.substring(start, end);
    if (isMac(value)) {
      reading.add(MAC, start, end);
      return end;
    }
    if (isIpv6(value)) {
      reading.add(isNobodys(value) ? PRIVATE_IP : PUBLIC_IP, start, end);
      return end;
    }
    return -1;
  }

  private static boolean isMac(String value) {
    if (value.length() != 17
        || value.startsWith("00:00:00:00")
        || value.toLowerCase(Locale.ROOT).startsWith("ff:ff")) {
      return false;
    }
    char separator = value.charAt(2);
    for (int i = 0; i < 17; i++) {
      char c = value.charAt(i);
      if (i % 3 == 2 ? c != separator || Alphabet.HEX.has(c) : !Alphabet.HEX.has(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv6(String value) {
    int compressed = value.indexOf("::");
    if (value.indexOf('-') >= 0 || compressed != value.lastIndexOf("::")) {
      return false;
    }
    int groups = 0;
    int digits = 0;
    for (int at = 0; at < value.length(); ) {
      int end = Alphabet.HEX.runEnd(value, at, 5);
      if (end - at > 4) {
        return false;
      }
      groups += end > at ? 1 : 0;
      digits += end - at;
      at = end + 1;
    }
    boolean hasDigit = value.chars().anyMatch(c -> c >= '0' && c <= '9');
    return hasDigit && digits >= 5 && (compressed < 0 ? groups == 8 : groups >= 2 && groups <= 7);
  }

  private static boolean isNobodys(String ipv6) {
    String lower = ipv6.toLowerCase(Locale.ROOT);
    return lower.startsWith("fe80")
        || lower.startsWith("fc")
        || lower.startsWith("fd")
        || lower.startsWith("ff")
        || lower.startsWith("2001:db8")
        || lower.startsWith("::");
  }
}
