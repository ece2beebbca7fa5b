package dev.gatehouse.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well the private values of labelled texts were found. A value is found if findings cover at
 * least half of its code points; a finding is right if at least half of it lies in labelled values
 * or if it covers half of one. Titles count neither way, nor do texts whose label is weak.
 *
 * @param documents how many were counted
 * @param holding how many of them hold a labelled value
 * @param withMiss how many of those have a value that was not found
 * @param aside findings of types that the data does not label: they are neither right nor wrong
 * @param all every value, whatever type it was found as
 * @param types by the data's own names
 * @param classes where the data says what class its texts have
 * @param kinds where the data says whose its values are
 * @param misses what went wrong, one a line: the text's id, what, and where, never the value
 */
public record PrivacyFigures(
    int documents,
    int holding,
    int withMiss,
    int aside,
    Values all,
    Map<String, TypedValues> types,
    Optional<Classes> classes,
    Optional<Kinds> kinds,
    List<String> misses) {

  /** Copies the lists. */
  public PrivacyFigures {
    misses = List.copyOf(misses);
  }

  /** The share of texts that hold values in which at least one was not found. */
  public double missRate() {
    return share(withMiss, holding);
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  /**
   * Values and findings.
   *
   * @param labelled how many values there are
   * @param found how many of them were found
   * @param findings how many findings there are
   * @param right how many of them lie on a value
   */
  public record Values(int labelled, int found, int findings, int right) {

    /** 1 where nothing was found. */
    public double precision() {
      return findings == 0 ? 1 : share(right, findings);
    }

    /** 1 where there is nothing to find. */
    public double recall() {
      return labelled == 0 ? 1 : share(found, labelled);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  /**
   * Values of one type.
   *
   * @param asAny how many were found as whatever type
   * @param asType values found as their own type, and the findings of that type
   */
  public record TypedValues(int asAny, Values asType) {}

  /**
   * What class the texts were given.
   *
   * @param harmless texts that are PUBLIC or INTERNAL
   * @param falseAlarms how many of them were classed PERSONAL or higher
   * @param confidential texts that are PERSONAL or higher
   * @param leaks how many of them were classed lower than PERSONAL
   * @param secretLeaks leaks of texts that are SECRET
   * @param structuredLeaks leaks of texts that hold a private e-mail address, number or account
   * @param lowered texts that were classed lower than they are, leaks among them
   */
  public record Classes(
      int harmless,
      int falseAlarms,
      int confidential,
      int leaks,
      int secretLeaks,
      int structuredLeaks,
      int lowered) {}

  /**
   * Whose values were found.
   *
   * @param privateValues how many there are
   * @param found how many were found as anything
   * @param confidential how many were found as PERSONAL or higher
   * @param knownNames names of public figures and of characters
   * @param redacted how many of them were found as PERSONAL or higher, and spoil the answer
   * @param lost private values not found as PERSONAL or higher, by type
   */
  public record Kinds(
      int privateValues,
      int found,
      int confidential,
      int knownNames,
      int redacted,
      Map<String, Integer> lost) {}
}
