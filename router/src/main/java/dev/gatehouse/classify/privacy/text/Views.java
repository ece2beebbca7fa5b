package dev.gatehouse.classify.privacy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts to read for one string: the string itself, folded, and whatever is encoded in it,
 * decoded, layer by layer. What differs from the string in a few places is given as those places
 * with a little around them.
 */
public final class Views {

  private static final Rule TOO_DEEP = Rule.unscannable("encoded-too-deep");
  private static final Rule TOO_LARGE = Rule.unscannable("decoded-too-large");

  private static final List<Encoding> ENCODINGS =
      List.of(
          new Escapes(), new EncodedRuns(), new SpacedHex(), new SpacedText(), new SpokenText());

  private final List<NormalizedText> texts = new ArrayList<>();
  private final List<int[]> read = new ArrayList<>();
  private final DecodingBudget budget;
  private @Nullable Rule bound;

  private Views(DecodingBudget budget) {
    this.budget = budget;
  }

  /** Of a string in its surroundings, within what is left of the budget. */
  public static Views of(String original, Surroundings surroundings, DecodingBudget budget) {
    Views views = new Views(budget);
    views.read(NormalizedText.of(original, surroundings), 0, 0);
    return views;
  }

  /** The string itself first. */
  public List<NormalizedText> texts() {
    return texts;
  }

  /** Why there may be more to read than was read; empty where there is not. */
  public Optional<Rule> bound() {
    return Optional.ofNullable(bound);
  }

  /**
   * Whether what stands at {@code start} to {@code end} of the original was decoded as text, wholly
   * but for as many units at its beginning.
   */
  public boolean isRead(int start, int end, int units) {
    return read.stream()
            .anyMatch(each -> each[0] >= start && each[0] - start <= units && each[1] >= end)
        || read.stream().anyMatch(each -> each[0] <= start && each[1] >= end);
  }

  private void read(NormalizedText text, int from, int layer) {
    texts.add(text);
    Decodings found = new Decodings(text, budget);
    if (!EmbeddedJson.decode(text, found)) {
      ENCODINGS.forEach(encoding -> encoding.decode(text, from, found));
    }
    read.addAll(found.read());
    if (found.overflowed()) {
      bound = TOO_LARGE;
    }
    for (Decoded each : found.found()) {
      read(each, layer + 1);
    }
  }

  private void read(Decoded decoded, int layer) {
    if (layer > budget.maxLayers()) {
      bound = decoded.certain() ? TOO_DEEP : bound;
    } else if (budget.take(decoded.text().length())) {
      OffsetMap text = decoded.text();
      read(NormalizedText.of(text.text(), text, decoded.surroundings()), decoded.context(), layer);
    } else {
      bound = TOO_LARGE;
    }
  }
}
