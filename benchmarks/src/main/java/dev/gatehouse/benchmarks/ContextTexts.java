package dev.gatehouse.benchmarks;

import dev.gatehouse.json.Json;
import dev.gatehouse.quality.LabelledSpan;
import dev.gatehouse.quality.LabelledText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of our own in which names are marked: {@code [P Ann Lee]} is a private person, {@code K} a
 * public figure, {@code F} a character, {@code A} somebody's address, {@code X} an address that is
 * nobody's. A line is a text, with \n where its lines part, or a record in JSON.
 */
final class ContextTexts {

  private static final String RESOURCE = "context-texts.txt";
  private static final Pattern MARK = Pattern.compile("\\[([PKFAX]) ([^\\]]+)]");

  private static final Map<String, String> KINDS =
      Map.of("P", "private", "K", "public", "F", "fictional", "A", "private", "X", "example");

  private ContextTexts() {}

  static List<LabelledText> read() {
    return Resources.text(RESOURCE)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("{") && !line.isBlank())
        .map(ContextTexts::parse)
        .toList();
  }

  /** Names in records; each string of the document is a name whole or none. */
  static List<LabelledRecord> records() {
    return Resources.text(RESOURCE)
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(ContextTexts::record)
        .toList();
  }

  private static LabelledRecord record(String line) {
    Map<String, LabelledSpan> names = new HashMap<>();
    LabelledText text = parse(line);
    for (LabelledSpan span : text.spans()) {
      int start = text.text().offsetByCodePoints(0, span.start());
      int end = text.text().offsetByCodePoints(start, span.end() - span.start());
      names.put(text.text().substring(start, end), span);
    }
    return new LabelledRecord(Json.read(text.text().getBytes(StandardCharsets.UTF_8)), names);
  }

  private static LabelledText parse(String line) {
    StringBuilder text = new StringBuilder();
    List<LabelledSpan> spans = new ArrayList<>();
    Matcher mark = MARK.matcher(line);
    int at = 0;
    while (mark.find()) {
      text.append(plain(line.substring(at, mark.start())));
      int start = text.codePointCount(0, text.length());
      text.append(mark.group(2));
      int end = text.codePointCount(0, text.length());
      boolean address = mark.group(1).equals("A") || mark.group(1).equals("X");
      String kind = KINDS.getOrDefault(mark.group(1), "");
      spans.add(new LabelledSpan(start, end, address ? "ADDRESS" : "PERSON", kind));
      at = mark.end();
    }
    text.append(plain(line.substring(at)));
    return new LabelledText(line, line, text.toString(), spans, Optional.empty(), false);
  }

  private static String plain(String part) {
    return part.replace("\\n", "\n");
  }
}
