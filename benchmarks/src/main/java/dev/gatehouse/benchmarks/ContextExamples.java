package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.benchmarks.ContextTrainer.Name;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.context.ContextAppraiser;
import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.quality.LabelledSpan;
import dev.gatehouse.quality.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes names to learn from out of labelled texts, as the whole scan meets them. */
final class ContextExamples {

  private final ContextAppraiser reader;

  ContextExamples(ContextAppraiser reader) {
    this.reader = reader;
  }

  /**
   * The names that the scan finds in a text, and those that it should have found.
   *
   * @param weight of the whole text
   */
  List<Name> of(LabelledText text, Detector tagger, double weight) {
    List<Name> names = new ArrayList<>();
    Appraiser collecting =
        (scanned, found) -> {
          names.addAll(names(text, scanned, found, weight));
          return found;
        };
    Detector both =
        (scanned, matches) -> {
          tagger.detect(scanned, matches);
          addMissed(text, scanned, matches);
        };
    new LexicalPrivacyClassifier(ScanLimits.defaults(), both, collecting)
        .scan(TextNode.valueOf(text.text()));
    return names;
  }

  /** The names of a record, whether or not a tagger would find them without their text. */
  List<Name> of(LabelledRecord record, double weight) {
    List<Name> names = new ArrayList<>();
    Appraiser collecting =
        (scanned, found) -> {
          LabelledSpan name = record.names().get(scanned.text());
          if (name != null) {
            reader
                .examples(scanned, found)
                .forEach(each -> names.add(new Name(each.features(), isPrivate(name), weight)));
          }
          return found;
        };
    Detector marked =
        (scanned, matches) -> {
          LabelledSpan name = record.names().get(scanned.text());
          if (name != null) {
            FindingType type = type(name).orElseThrow();
            Rule rule = new Rule(type, "labelled", PrivacyClass.INTERNAL);
            matches.add(scanned, rule, 0, scanned.text().length());
          }
        };
    new LexicalPrivacyClassifier(ScanLimits.defaults(), marked, collecting).scan(record.document());
    return names;
  }

  private static boolean isPrivate(LabelledSpan name) {
    return name.kind().equals(LabelledSpan.PRIVATE);
  }

  private static void addMissed(LabelledText text, NormalizedText scanned, Matches matches) {
    for (LabelledSpan span : text.spans()) {
      Optional<FindingType> type = type(span);
      int start = text.text().offsetByCodePoints(0, span.start());
      int end = text.text().offsetByCodePoints(0, span.end());
      if (type.isPresent()
          && end <= scanned.text().length()
          && matches.all().stream()
              .noneMatch(match -> match.start() < end && start < match.end())) {
        matches.add(scanned, new Rule(type.get(), "labelled", PrivacyClass.INTERNAL), start, end);
      }
    }
  }

  private static Optional<FindingType> type(LabelledSpan span) {
    return switch (span.type()) {
      case "PERSON" -> Optional.of(FindingType.PERSON);
      case "ADDRESS" -> Optional.of(FindingType.ADDRESS);
      default -> Optional.empty();
    };
  }

  private List<Name> names(
      LabelledText text, NormalizedText scanned, List<Match> found, double weight) {
    List<Name> names = new ArrayList<>();
    List<ContextAppraiser.Example> examples = reader.examples(scanned, found);
    for (ContextAppraiser.Example example : examples) {
      Optional<Boolean> isPrivate = isPrivate(text, scanned, example.match());
      double share = weight / Math.sqrt(examples.size());
      isPrivate.ifPresent(answer -> names.add(new Name(example.features(), answer, share)));
    }
    return names;
  }

  /** Empty where the labels do not tell: in a private text everything may be somebody's. */
  private static Optional<Boolean> isPrivate(
      LabelledText text, NormalizedText scanned, Match match) {
    int start = text.text().codePointCount(0, scanned.originalStart(match.start()));
    int end = text.text().codePointCount(0, scanned.originalEnd(match.end()));
    boolean holdsPrivate = false;
    for (LabelledSpan span : text.spans()) {
      boolean isPrivate = span.kind().equals(LabelledSpan.PRIVATE);
      if (type(span).isPresent() && span.start() < end && start < span.end()) {
        return Optional.of(isPrivate);
      }
      holdsPrivate |= isPrivate;
    }
    boolean confidential =
        text.privacyClass().filter(c -> c.rank() >= PrivacyClass.PERSONAL.rank()).isPresent();
    return confidential || (text.privacyClass().isEmpty() && holdsPrivate)
        ? Optional.empty()
        : Optional.of(false);
  }
}
