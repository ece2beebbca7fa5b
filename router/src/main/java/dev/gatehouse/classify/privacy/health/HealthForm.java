package dev.gatehouse.classify.privacy.health;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.List;
import java.util.Locale;

/** What the form of a whole text adds: a column of measured values is somebody's report. */
final class HealthForm {

  private HealthForm() {}

  /** Points for every value of a report. */
  static int points(NormalizedText text, List<HealthHit> hits) {
    int values = 0;
    for (HealthHit hit : hits) {
      values += hit.term() == HealthTerm.LAB ? 1 : 0;
    }
    return Math.min(values, 2) + (isTable(text.text()) ? 3 : 0);
  }

  /** A table of persons: its first line names columns, a name or mail address among them. */
  private static boolean isTable(String text) {
    int end = text.indexOf('\n');
    if (end < 0 || end > 300) {
      return false;
    }
    String head = text.substring(0, end).toLowerCase(Locale.ROOT);
    long separators =
        head.chars().filter(c -> c == ',' || c == ';' || c == '\t' || c == '|').count();
    return separators >= 2
        && (head.contains("name") || head.contains("mail"))
        && !head.contains(". ");
  }
}
