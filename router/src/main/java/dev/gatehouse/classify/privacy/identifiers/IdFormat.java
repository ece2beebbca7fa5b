package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Rule;
import java.util.List;
import java.util.function.Predicate;

/**
 * An identifier that its form gives away without a label.
 *
 * @param templates how it is printed: 9 for a digit, A for a letter, anything else for itself
 * @param check whether the characters, separators left out and in upper case, are one: check digits
 *     and ranges
 */
record IdFormat(Rule rule, List<String> templates, Predicate<String> check) {

  IdFormat {
    templates = List.copyOf(templates);
  }
}
