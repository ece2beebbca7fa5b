package dev.gatehouse.classify.privacy.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keys as lists of them are compared: in lower case, without the signs between words. */
public final class FieldName {

  private FieldName() {}

  /** A key without {@code -}, {@code _}, points and spaces. */
  public static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      if ("-_. ".indexOf(key.charAt(i)) < 0) {
        plain.append(key.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether one of some keys is among the given plain names. */
  public static boolean isAny(List<String> keys, Set<String> names) {
    for (String key : keys) {
      if (names.contains(plain(key))) {
        return true;
      }
    }
    return false;
  }
}
