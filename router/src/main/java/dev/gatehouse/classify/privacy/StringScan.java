package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.ScanMemory.Digest;
import dev.gatehouse.classify.privacy.text.DecodingBudget;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.classify.privacy.text.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scans the strings of one document, as they are and decoded. Not for use by several threads. */
final class StringScan {

  private static final Rule TOO_MANY = Rule.unscannable("too-many-findings");
  private static final Rule TOO_COSTLY = Rule.unscannable("too-costly");

  private final Map<ScanMode, Detection> detections;
  private final @Nullable ScanMemory memory;
  private final DecodingBudget budget;
  private long unitsLeft;

  StringScan(
      Map<ScanMode, Detection> detections,
      ScanLimits.Decoding limits,
      @Nullable ScanMemory memory) {
    this.detections = detections;
    this.memory = memory;
    this.budget = new DecodingBudget(limits.maxLayers(), limits.maxDecoded());
    this.unitsLeft = limits.maxRead();
  }

  /** What a string holds. */
  Found scan(String text, Surroundings surroundings, ScanMode mode) {
    if (memory == null) {
      return read(text, surroundings, mode);
    }
    Optional<Digest> digest = memory.digest(text, surroundings, mode);
    Optional<Found> known = digest.flatMap(memory::recall);
    if (known.isPresent()) {
      return known.get();
    }
    Found found = read(text, surroundings, mode);
    digest.ifPresent(each -> memory.keep(each, found));
    return found;
  }

  private Found read(String text, Surroundings surroundings, ScanMode mode) {
    Detection detection = Objects.requireNonNull(detections.get(mode));
    Views views = Views.of(text, surroundings, budget);
    OriginalMatches found = new OriginalMatches();
    List<Rule> unread = new ArrayList<>();
    views.bound().ifPresent(unread::add);
    for (NormalizedText view : views.texts()) {
      unitsLeft -= view.text().length();
      if (unitsLeft < 0) {
        unread.add(TOO_COSTLY);
        break;
      }
      if (!detect(view, detection, found)) {
        unread.add(TOO_MANY);
      }
    }
    found.removeIf(match -> OpaqueDataDetector.isRead(match, text, views));
    return new Found(found.resolved(), unread.stream().distinct().toList());
  }

  /** False where there is more than can be told. */
  private static boolean detect(NormalizedText text, Detection by, OriginalMatches found) {
    Matches matches = new Matches();
    for (Detector detector : by.detectors()) {
      detector.detect(text, matches);
    }
    List<Match> appraised = by.appraiser().appraise(text, matches.all());
    found.addAll(text, appraised);
    return !matches.overflowed();
  }
}
