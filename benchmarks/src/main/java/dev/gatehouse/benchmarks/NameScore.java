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
    List<Span> hits = hits(example, model);
    documents++;
    int missedBefore = missed;
    example.spans().forEach(marked -> addMarked(example, marked, hits));
    missedDocuments += missed > missedBefore ? 1 : 0;
    hits.forEach(hit -> addHit(example, hit));
  }

  private static List<Span> hits(NameExample example, NameModel model) {
    NormalizedText text = NormalizedText.of(example.text(), Surroundings.of(example.key()));
    Matches matches = new Matches();
    new NameTagger(model).detect(text, matches);
    return matches.all().stream().map(match -> span(text, match)).toList();
  }

  private static Span span(NormalizedText text, Match match) {
    int start = text.originalStart(match.start());
    return new Span(start, text.originalEnd(match.end()), match.rule().type().name());
  }

  /** Values of other types are taken as found by the rules; titles do not count. */
  private void addMarked(NameExample example, Span marked, List<Span> hits) {
    Optional<NameType> type = TaggedText.type(marked.type());
    if (type.isEmpty()) {
      given++;
      return;
    }
    if (type.get() == NameType.TITLE) {
      return;
    }
    boolean hit = covered(marked, hits) * 2 >= marked.end() - marked.start();
    counts(marked.type())[hit ? 0 : 1]++;
    if (hit) {
      found++;
    } else {
      missed++;
      errors.add("MISS " + show(example.text(), marked));
    }
    String as =
        hits.stream()
            .filter(each -> overlaps(each, marked))
            .map(Span::type)
            .findFirst()
            .orElse("nothing");
    confusion.merge(marked.type() + " as " + as, 1, Integer::sum);
  }

  private void addHit(NameExample example, Span hit) {
    if (hit.type().equals("TITLE")) {
      return;
    }
    boolean right = example.spans().stream().anyMatch(marked -> overlaps(marked, hit));
    counts(hit.type())[right ? 2 : 3]++;
    if (right) {
      rightFinds++;
    } else {
      wrongFinds++;
      errors.add("FALSE " + show(example.text(), hit));
    }
  }

  /** Found and missed of the marked values; right and wrong of the finds. */
  private int[] counts(String type) {
    return byType.computeIfAbsent(type, _ -> new int[4]);
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
    double withGiven = f1(share(rightFinds + given, wrongFinds), share(found + given, missed));
    double precision = share(rightFinds, wrongFinds);
    double recall = share(found, missed);
    String summary =
        String.format(
            Locale.ROOT,
            "%d texts, precision %.3f, recall %.3f, F1 %.3f, with the rules' values given %.3f; texts"
                + " with a miss %.3f",
            documents,
            precision,
            recall,
            f1(precision, recall),
            withGiven,
            share(missedDocuments, documents - missedDocuments));
    StringBuilder types = new StringBuilder("\n   ");
    byType.forEach((type, of) -> types.append(line(type, of)));
    return summary + types + "\n    " + confusion;
  }

  private static String line(String type, int[] of) {
    String marked = of[0] + of[1] == 0 ? "" : " found " + of[0] + " of " + (of[0] + of[1]);
    String finds = of[2] + of[3] == 0 ? "" : " right " + of[2] + " wrong " + of[3];
    return " " + type + marked + finds + ";";
  }

  private static double share(int part, int rest) {
    return part / (double) Math.max(1, part + rest);
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
