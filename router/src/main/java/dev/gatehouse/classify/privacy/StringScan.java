package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.RecentStrings.Place;
import dev.gatehouse.classify.privacy.text.DecodingBudget;
import dev.gatehouse.classify.privacy.text.Detector;
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

/** Scans the strings of one document, as they are and decoded. Not for use by several threads. */
final class StringScan {

  private static final Rule TOO_MANY = Rule.unscannable("too-many-findings");
  private static final Rule TOO_COSTLY = Rule.unscannable("too-costly");

  private final Map<ScanMode, Detection> detections;
  private final Optional<RememberedStrings> memory;
  private final DecodingBudget budget;
  private final RecentStrings recent = new RecentStrings();

  private long unitsLeft;

  StringScan(
      Map<ScanMode, Detection> detections,
      ScanLimits.Decoding limits,
      Optional<RememberedStrings> memory) {
    this.detections = detections;
    this.memory = memory;
    this.budget = new DecodingBudget(limits.maxLayers(), limits.maxDecoded());
    this.unitsLeft = limits.maxRead();
  }

  /** What a string holds. */
  Found scan(String text, Surroundings surroundings, ScanMode mode) {
    Place place = new Place(text, surroundings, mode);
    if (text.length() < ScanMemory.MIN_LENGTH) {
      return recent.recall(place).orElseGet(() -> read(place));
    }
    return memory.isPresent() ? memory.get().get(place, this::read) : read(place);
  }

  private Found read(Place place) {
    Detection detection = Objects.requireNonNull(detections.get(place.mode()));
    Views views = Views.of(place.text(), place.surroundings(), budget);
    OriginalMatches found = new OriginalMatches();
    List<Rule> unread = new ArrayList<>();
    views.bound().ifPresent(unread::add);
    for (NormalizedText view : views.texts()) {
      unitsLeft -= view.text().length();
      if (unitsLeft < 0) {
        unread.add(TOO_COSTLY);
        break;
      }
      boolean decoded = view != views.texts().getFirst();
      Matches matches = matches(view, detection, decoded);
      found.addAll(view, detection.appraiser().appraise(view, matches.all()));
      unread.addAll(matches.unread());
      if (matches.overflowed()) {
        unread.add(TOO_MANY);
      }
    }
    found.removeIf(match -> OpaqueDataDetector.isRead(match, place.text(), views));
    Found all = new Found(found.resolved(), unread.stream().distinct().toList());
    if (views.texts().size() == 1) {
      recent.keep(place, all); // what is decoded counts against the budget each time
    }
    return all;
  }

  private static Matches matches(NormalizedText text, Detection by, boolean decoded) {
    Matches matches = new Matches();
    for (Detector detector : by.detectors()) {
      if (!decoded || text.text().length() >= detector.shortestDecoded()) {
        detector.detect(text, matches);
      }
    }
    return matches;
  }
}
