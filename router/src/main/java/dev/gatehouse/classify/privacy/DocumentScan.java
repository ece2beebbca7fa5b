package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk over one document. Not for use by several threads. */
final class DocumentScan {

  private static final Rule TOO_DEEP = Rule.unscannable("too-deep");
  private static final Rule TOO_LARGE = Rule.unscannable("too-large");
  private static final Rule TOO_MANY = Rule.unscannable("too-many-findings");
  private static final Rule UNKNOWN_NODE = Rule.unscannable("unknown-value");

  /** A number is written without exponent up to this many digits; no identifier is longer. */
  private static final int MAX_PLAIN_DIGITS = 40;

  private static final int MAX_LABEL = 64;

  /** Under these keys the protocols have what is said, in words. */
  private static final Set<String> SAYING =
      Set.of(
          "content",
          "text",
          "prompt",
          "system",
          "instructions",
          "input",
          "output",
          "arguments",
          "thinking",
          "reasoning",
          "reasoning_content");

  private final StringScan strings;
  private final SplitValues splitValues;
  private final ScanLimits limits;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Rule> unread = new HashSet<>();
  private long charactersLeft;
  private boolean stopped;

  DocumentScan(StringScan strings, ScanLimits limits) {
    this.strings = strings;
    this.splitValues = new SplitValues(strings);
    this.limits = limits;
    this.charactersLeft = limits.maxCharacters();
  }

  List<Finding> findings() {
    return findings;
  }

  /** Scans a value. */
  void scan(JsonNode node, Pointer at, Surroundings surroundings) {
    if (stopped) {
      return;
    }
    if (at.depth() > limits.maxDepth()) {
      report(TOO_DEEP, at);
      return;
    }
    switch (node.getNodeType()) {
      case OBJECT -> scanObject(node, at);
      case ARRAY -> scanArray(node, at, surroundings);
      case STRING -> scanText(node.textValue(), at, surroundings);
      case NUMBER -> scanText(literal(node), at, surroundings);
      case BOOLEAN, NULL, MISSING -> {}
      case BINARY, POJO -> report(UNKNOWN_NODE, at);
    }
  }

  private void scanObject(JsonNode object, Pointer at) {
    MediaParts.of(object).ifPresent(rule -> report(rule, at));
    List<String> siblings = siblings(object);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Pointer child = at.child(member.getKey());
      scanKey(member.getKey(), child);
      if (MediaParts.isImageList(member.getKey(), member.getValue())) {
        reportImages(member.getValue(), child);
      } else if (ReasoningProof.is(object, member.getKey(), member.getValue())) {
        scanText(member.getValue().textValue(), child, Surroundings.NONE, ScanMode.SEALED);
      } else if (isModel(member, child)) {
        scanText(member.getValue().textValue(), child, Surroundings.NONE, ScanMode.MODEL_NAME);
      } else {
        scan(member.getValue(), child, surroundings(object, member.getKey(), child, siblings));
      }
    }
    scanSplit(object, at, Surroundings.NONE);
  }

  /**
   * What a message says stands under no name of its own: "role" and "content" tell nothing of it.
   */
  private static Surroundings surroundings(
      JsonNode object, String key, Pointer at, List<String> siblings) {
    boolean frame =
        at.depth() == 1 || object.size() == 1 || object.has("role") || object.has("type");
    return frame && SAYING.contains(key)
        ? Surroundings.NONE
        : new Surroundings(label(key), siblings);
  }

  private static boolean isModel(Map.Entry<String, JsonNode> member, Pointer at) {
    return at.depth() == 1 && member.getKey().equals("model") && member.getValue().isTextual();
  }

  private void scanKey(String key, Pointer member) {
    int before = findings.size();
    scanText(key, member, Surroundings.NONE);
    findings.subList(before, findings.size()).replaceAll(Finding::ofKey);
  }

  private static List<String> siblings(JsonNode object) {
    List<String> siblings = new ArrayList<>(Math.min(object.size(), Surroundings.MOST_SIBLINGS));
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (siblings.size() == Surroundings.MOST_SIBLINGS) {
        break;
      }
      siblings.add(label(member.getKey()));
    }
    return List.copyOf(siblings);
  }

  /** Names are judged by how they end. */
  private static String label(String key) {
    return key.substring(Math.max(0, key.length() - MAX_LABEL));
  }

  private void scanArray(JsonNode array, Pointer at, Surroundings surroundings) {
    for (int i = 0; i < array.size() && !stopped; i++) {
      scan(array.get(i), at.child(Integer.toString(i)), surroundings);
    }
    scanSplit(array, at, surroundings);
  }

  /** A value that is split over several strings has no place of its own but the whole. */
  private void scanSplit(JsonNode listOrObject, Pointer at, Surroundings surroundings) {
    if (stopped) {
      return;
    }
    for (Found found : splitValues.in(listOrObject, surroundings)) {
      found.unread().stream().filter(unread::add).forEach(rule -> report(rule, at));
      found.matches().forEach(match -> report(match.rule(), at));
    }
  }

  private void reportImages(JsonNode images, Pointer at) {
    for (int i = 0; i < images.size() && !stopped; i++) {
      Pointer child = at.child(Integer.toString(i));
      report(MediaParts.imageRule(), child);
      scan(images.get(i), child, Surroundings.NONE);
    }
  }

  private void scanText(String text, Pointer at, Surroundings surroundings) {
    scanText(text, at, surroundings, ScanMode.WHOLE);
  }

  private void scanText(String text, Pointer at, Surroundings surroundings, ScanMode mode) {
    if (stopped || text.isEmpty()) {
      return;
    }
    charactersLeft -= text.length();
    if (charactersLeft < 0) {
      stop(TOO_LARGE, at);
      return;
    }
    Found found = strings.scan(text, surroundings, mode);
    unread.addAll(found.unread());
    found.unread().forEach(rule -> report(rule, at));
    addAll(found.matches(), text, at);
  }

  private void addAll(List<Match> matches, String text, Pointer at) {
    if (matches.isEmpty()) {
      return;
    }
    String path = path(at);
    int unit = 0;
    int codePoint = 0;
    for (Match match : matches) {
      codePoint += text.codePointCount(unit, match.start());
      unit = match.start();
      int end = codePoint + text.codePointCount(unit, match.end());
      add(match.rule(), path, codePoint, end);
    }
  }

  private void report(Rule rule, Pointer at) {
    add(rule, path(at), 0, 0);
  }

  /** Written-out paths count as scanned text, so that long keys cannot multiply. */
  private String path(Pointer at) {
    String path = at.toString();
    charactersLeft -= path.length();
    return path;
  }

  private void stop(Rule rule, Pointer at) {
    report(rule, at);
    stopped = true;
  }

  private void add(Rule rule, String path, int start, int end) {
    if (stopped) {
      return;
    }
    if (findings.size() == limits.maxFindings()) {
      stopped = true;
      findings.add(finding(TOO_MANY, path, 0, 0));
    } else {
      findings.add(finding(rule, path, start, end));
    }
  }

  private static Finding finding(Rule rule, String path, int start, int end) {
    return new Finding(
        rule.type(), rule.name(), rule.privacyClass(), path, start, end, false, rule.unread());
  }

  /** The number's digits, without an exponent where that is short: 4.1e15 may be a card as well. */
  private static String literal(JsonNode number) {
    if (number.isIntegralNumber() || number.isFloat() || Double.isNaN(number.doubleValue())) {
      return number.asText();
    }
    if (number.isDouble() && Double.isInfinite(number.doubleValue())) {
      return number.asText();
    }
    BigDecimal value = number.decimalValue();
    boolean isShort = Math.abs((long) value.scale()) + value.precision() <= MAX_PLAIN_DIGITS;
    return isShort ? value.toPlainString() : value.toString();
  }
}
