package dev.gatehouse.redact;

import java.util.Locale;
import java.util.Optional;

/** Addresses of machines that no machine has. */
final class AddressForm {
  private AddressForm() {}

  static Optional<String> ip(String text, Draw draw) {
    if (text.chars().allMatch(each -> each == '.' || (each >= '0' && each <= '9'))) {
      return Optional.of(version4(draw));
    }
    boolean six =
        text.indexOf(':') >= 0
            && text.chars().allMatch(each -> each == ':' || Character.digit(each, 16) >= 0);
    return six ? Optional.of(version6(draw)) : Optional.empty();
  }

  /** Of 240.0.0.0/4, reserved (RFC 1112, section 4), and never the last, which means everybody. */
  private static String version4(Draw draw) {
    return (240 + draw.below(15))
        + "."
        + draw.below(256)
        + "."
        + draw.below(256)
        + "."
        + draw.below(256);
  }

  /** Of 2001:db8::/32, for documentation (RFC 3849). */
  private static String version6(Draw draw) {
    StringBuilder address = new StringBuilder("2001:db8");
    for (int i = 0; i < 6; i++) {
      address.append(':').append(Integer.toHexString(0x1000 + draw.below(0xF000)));
    }
    return address.toString();
  }

  /** Locally administered (IEEE 802, 8.4), parted as the value is. */
  static Optional<String> mac(String text, Draw draw) {
    char separator = text.indexOf('-') >= 0 ? '-' : text.indexOf(':') >= 0 ? ':' : 0;
    if (separator == 0 || text.length() != 17) {
      return Optional.empty();
    }
    StringBuilder address = new StringBuilder("02");
    for (int i = 0; i < 5; i++) {
      address.append(separator).append(String.format(Locale.ROOT, "%02x", draw.below(256)));
    }
    return Optional.of(address.toString());
  }
}
