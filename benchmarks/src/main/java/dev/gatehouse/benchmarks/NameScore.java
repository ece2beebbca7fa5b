package dev.gatehouse.benchmarks;

import dev.gatehouse.benchmarks.NameExample.Span;
import dev.gatehouse.classify.privacy.names.NameModel;
import dev.gatehouse.classify.privacy.names.NameTagger;
import dev.gatehouse.classify.privacy.names.NameType;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what a tagger finds and misses: a value is found if half of it is covered. */
final class NameScore {

  private int documents;
  private int missedDocuments;
  private int found;
  private int missed;
  private int given;
  private int rightFinds;
  private int wrongFinds;
  private final Map<String, int[]> byType = new TreeMap<>();
  private final Map<String, Integer> confusion = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  void add(NameExample example, NameModel model) {
    NormalizedText text = NormalizedText.of(example.text(), Surroundings.of(example.key()));
    Matches matches = new Matches();
    new NameTagger(model).detect(text, matches);
    List<Span> hits = new ArrayList<>();
    for (Match match : matches.all()) {
      int start = text.originalStart(match.start());
      int end = text.originalEnd(match.end());
      hits.add(new Span(start, end, match.rule().type().name()));
    }
    documents++;
    boolean any = false;
    for (Span gold : example.spans()) {
      Optional<NameType> type = TaggedText.type(gold.type());
      if (type.isEmpty()) {
        given++;
        continue;
      }
      if (type.get() == NameType.TITLE) {
        continue;
      }
      boolean hit = covered(gold, hits) * 2 >= gold.end() - gold.start();
      int[] counts = byType.computeIfAbsent(gold.type(), _ -> new int[4]);
      counts[hit ? 0 : 1]++;
      if (hit) {
        found++;
      } else {
        missed++;
        any = true;
        errors.add("MISS " + show(example.text(), gold));
      }
      String as =
          hits.stream()
              .filter(each -> overlaps(each, gold))
              .map(Span::type)
              .findFirst()
              .orElse("-");
      confusion.merge(gold.type() + ">" + as, 1, Integer::sum);
    }
    missedDocuments += any ? 1 : 0;
    for (Span hit : hits) {
      if (hit.type().equals("TITLE")) {
        continue;
      }
      boolean right = example.spans().stream().anyMatch(gold -> overlaps(gold, hit));
      byType.computeIfAbsent(hit.type(), _ -> new int[4])[right ? 2 : 3]++;
      if (right) {
        rightFinds++;
      } else {
        wrongFinds++;
        errors.add("FALSE " + show(example.text(), hit));
      }
    }
  }

  /** What was missed and what was found wrongly, with a little of the text around it. */
  List<String> errors() {
    return Collections.unmodifiableList(errors);
  }

  private static String show(String text, Span span) {
    String before = text.substring(Math.max(0, span.start() - 40), span.start());
    String after = text.substring(span.end(), Math.min(text.length(), span.end() + 30));
    return (span.type()
            + " "
            + before
            + "[["
            + text.substring(span.start(), span.end())
            + "]]"
            + after)
        .replace("\n", "\\n");
  }

  private static boolean overlaps(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static int covered(Span gold, List<Span> hits) {
    int covered = 0;
    for (Span hit : hits) {
      covered += Math.max(0, Math.min(gold.end(), hit.end()) - Math.max(gold.start(), hit.start()));
    }
    return covered;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    double recall = found / (double) Math.max(1, found + missed);
    double precision = rightFinds / (double) Math.max(1, rightFinds + wrongFinds);
    double allRecall = (found + given) / (double) Math.max(1, found + missed + given);
    double allPrecision =
        (rightFinds + given) / (double) Math.max(1, rightFinds + wrongFinds + given);
    text.append(
        String.format(
            Locale.ROOT,
            "%d texts, precision %.3f recall %.3f F1 %.3f; with the rules' values given F1 %.3f; texts with a miss %.3f%n   ",
            documents,
            precision,
            recall,
            f1(precision, recall),
            f1(allPrecision, allRecall),
            missedDocuments / (double) Math.max(1, documents)));
    byType.forEach(
        (type, counts) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    " %s %d/%d +%d -%d;",
                    type,
                    counts[0],
                    counts[0] + counts[1],
                    counts[2],
                    counts[3])));
    text.append("\n    ").append(confusion);
    return text.toString();
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
