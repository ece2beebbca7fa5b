package dev.gatehouse.quality;

import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.quality.PrivacyFigures.Classes;
import dev.gatehouse.quality.PrivacyFigures.Kinds;
import dev.gatehouse.quality.PrivacyFigures.TypedValues;
import dev.gatehouse.quality.PrivacyFigures.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what a classifier finds with what people labelled. */
public final class PrivacyEvaluation {

  private final List<ScannedText> texts;

  private PrivacyEvaluation(List<ScannedText> texts) {
    this.texts = texts;
  }

  /** Scans every text but the weak ones, and counts. */
  public static PrivacyFigures of(Collection<LabelledText> texts, PrivacyClassifier classifier) {
    return crossValidated(texts, _ -> classifier);
  }

  /**
   * The same with a classifier chosen for each text: in cross-validation, one that has not seen it.
   */
  public static PrivacyFigures crossValidated(
      Collection<LabelledText> texts, Function<LabelledText, PrivacyClassifier> classifiers) {
    List<ScannedText> scanned =
        texts.stream()
            .filter(text -> !text.weak())
            .map(text -> ScannedText.of(text, classifiers.apply(text)))
            .toList();
    return new PrivacyEvaluation(scanned).figures();
  }

  private PrivacyFigures figures() {
    int holding = 0;
    int withMiss = 0;
    for (ScannedText text : texts) {
      List<LabelledSpan> spans = counted(text);
      holding += spans.isEmpty() ? 0 : 1;
      withMiss += spans.stream().allMatch(text::covers) ? 0 : 1;
    }
    return new PrivacyFigures(
        texts.size(), holding, withMiss, aside(), all(), types(), classes(), kinds(), misses());
  }

  private static List<LabelledSpan> counted(ScannedText text) {
    return text.labelled().spans().stream()
        .filter(span -> !span.type().equals(LabelledSpan.TITLE))
        .toList();
  }

  private Set<FindingType> labelledTypes() {
    Set<FindingType> types = EnumSet.noneOf(FindingType.class);
    texts.forEach(text -> counted(text).forEach(span -> types.addAll(LabelTypes.of(span.type()))));
    return types;
  }

  /** Whether a finding can be judged by the labels: on a value, or of a type that has labels. */
  private static boolean isJudged(ScannedText text, Finding finding, Set<FindingType> labelled) {
    return labelled.contains(finding.type())
        || ScannedText.isRight(finding, text.labelled().spans());
  }

  private int aside() {
    Set<FindingType> labelled = labelledTypes();
    int aside = 0;
    for (ScannedText text : texts) {
      for (Finding finding : text.findings()) {
        aside += isJudged(text, finding, labelled) ? 0 : 1;
      }
    }
    return aside;
  }

  private Values all() {
    Set<FindingType> labelled = labelledTypes();
    int values = 0;
    int found = 0;
    int findings = 0;
    int right = 0;
    for (ScannedText text : texts) {
      for (LabelledSpan span : counted(text)) {
        values++;
        found += text.covers(span) ? 1 : 0;
      }
      for (Finding finding : text.findings()) {
        findings += isJudged(text, finding, labelled) ? 1 : 0;
        right += ScannedText.isRight(finding, text.labelled().spans()) ? 1 : 0;
      }
    }
    return new Values(values, found, findings, right);
  }

  private SortedMap<String, TypedValues> types() {
    SortedMap<String, TypedValues> types = new TreeMap<>();
    for (ScannedText text : texts) {
      counted(text).forEach(span -> types.computeIfAbsent(span.type(), this::typed));
    }
    return types;
  }

  private TypedValues typed(String label) {
    Set<FindingType> wanted = LabelTypes.of(label);
    int values = 0;
    int asAny = 0;
    int asType = 0;
    int findings = 0;
    int right = 0;
    for (ScannedText text : texts) {
      for (LabelledSpan span : counted(text)) {
        if (span.type().equals(label)) {
          values++;
          asAny += text.covers(span) ? 1 : 0;
          asType += text.covers(span, wanted) ? 1 : 0;
        }
      }
      for (Finding finding : text.findings()) {
        findings += wanted.contains(finding.type()) ? 1 : 0;
        right += wanted.contains(finding.type()) && isOnItsType(finding, text) ? 1 : 0;
      }
    }
    return new TypedValues(asAny, new Values(values, asType, findings, right));
  }

  private static boolean isOnItsType(Finding finding, ScannedText text) {
    List<LabelledSpan> spans =
        text.labelled().spans().stream()
            .filter(span -> LabelTypes.of(span.type()).contains(finding.type()))
            .toList();
    return ScannedText.isRight(finding, spans);
  }

  private static boolean isConfidential(PrivacyClass privacyClass) {
    return privacyClass.rank() >= PrivacyClass.PERSONAL.rank();
  }

  private static boolean isFalseAlarm(ScannedText text) {
    return text.labelled().privacyClass().filter(given -> !isConfidential(given)).isPresent()
        && isConfidential(text.highest());
  }

  private static boolean isLeak(ScannedText text) {
    return text.labelled().privacyClass().filter(PrivacyEvaluation::isConfidential).isPresent()
        && !isConfidential(text.highest());
  }

  private static boolean holdsStructured(ScannedText text) {
    return text.labelled().spans().stream()
        .anyMatch(span -> span.isPrivate() && LabelTypes.isStructured(span.type()));
  }

  private Optional<Classes> classes() {
    int[] counts = new int[7];
    for (ScannedText text : texts) {
      if (text.labelled().privacyClass().isPresent()) {
        PrivacyClass given = text.labelled().privacyClass().get();
        counts[0] += isConfidential(given) ? 0 : 1;
        counts[1] += isFalseAlarm(text) ? 1 : 0;
        counts[2] += isConfidential(given) ? 1 : 0;
        counts[3] += isLeak(text) ? 1 : 0;
        counts[4] += isLeak(text) && given == PrivacyClass.SECRET ? 1 : 0;
        counts[5] += isLeak(text) && holdsStructured(text) ? 1 : 0;
        counts[6] += isConfidential(given) && text.highest().rank() < given.rank() ? 1 : 0;
      }
    }
    return counts[0] + counts[2] == 0
        ? Optional.empty()
        : Optional.of(
            new Classes(
                counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]));
  }

  private Optional<Kinds> kinds() {
    int values = 0;
    int found = 0;
    int names = 0;
    int redacted = 0;
    SortedMap<String, Integer> lost = new TreeMap<>();
    for (ScannedText text : texts) {
      for (LabelledSpan span : counted(text)) {
        values += span.isPrivate() ? 1 : 0;
        found += span.isPrivate() && text.covers(span) ? 1 : 0;
        names += span.isKnownName() ? 1 : 0;
        redacted += span.isKnownName() && text.redacts(span) ? 1 : 0;
        if (span.isPrivate() && !text.redacts(span)) {
          lost.merge(span.type(), 1, Integer::sum);
        }
      }
    }
    int confidential = values - lost.values().stream().mapToInt(Integer::intValue).sum();
    return values + names == 0
        ? Optional.empty()
        : Optional.of(new Kinds(values, found, confidential, names, redacted, Map.copyOf(lost)));
  }

  private List<String> misses() {
    List<String> misses = new ArrayList<>();
    Set<FindingType> labelled = labelledTypes();
    for (ScannedText text : texts) {
      String id = text.labelled().id();
      if (isFalseAlarm(text) || isLeak(text)) {
        misses.add(id + (isLeak(text) ? " leak" : " false alarm") + " as " + text.highest());
      }
      for (LabelledSpan span : counted(text)) {
        if (!text.covers(span)) {
          misses.add(id + " missed " + span.type() + place(span.start(), span.end()));
        } else if (span.isKnownName() && text.redacts(span)) {
          misses.add(id + " redacted " + span.kind() + place(span.start(), span.end()));
        } else if (span.isPrivate() && !text.redacts(span)) {
          misses.add(id + " not confidential " + span.type() + place(span.start(), span.end()));
        }
      }
      for (Finding finding : text.findings()) {
        if (labelled.contains(finding.type())
            && !ScannedText.isRight(finding, text.labelled().spans())) {
          misses.add(
              id
                  + " wrong "
                  + finding.type()
                  + place(finding.start(), finding.end())
                  + " by "
                  + finding.rule()
                  + " as "
                  + finding.privacyClass());
        }
      }
    }
    return misses;
  }

  private static String place(int start, int end) {
    return " " + start + "-" + end;
  }
}
