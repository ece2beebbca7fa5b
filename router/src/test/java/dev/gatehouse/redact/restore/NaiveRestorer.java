package dev.gatehouse.redact.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.redact.Pseudonym;
import dev.gatehouse.redact.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rule by which tokens are found, said once more in regular expressions over whole texts. */
final class NaiveRestorer {
  private static final String SEPARATORS = "[ .()\\u00a0\\u202f\\u2010\\u2011-]{0,2}";

  private final List<Spelling> spellings = new ArrayList<>();

  private record Spelling(char first, Pattern pattern, String value) {}

  NaiveRestorer(Pseudonyms pseudonyms) {
    pseudonyms.all().forEach(this::add);
  }

  private void add(Pseudonym pseudonym) {
    String token = pseudonym.token();
    switch (TokenShape.of(token)) {
      case OPAQUE -> {
        for (String each :
            List.of(token, token.toUpperCase(Locale.ROOT), token.toLowerCase(Locale.ROOT))) {
          add(each.charAt(0), Pattern.quote(each), pseudonym);
        }
      }
      case NUMBER, IBAN -> {
        String letters = token.replaceAll("[^A-Za-z0-9]", "");
        String parted =
            letters.chars().mapToObj(Character::toString).collect(Collectors.joining(SEPARATORS));
        add(token.charAt(0), bounded(Pattern.quote(token)), pseudonym);
        add(letters.charAt(0), bounded(parted), pseudonym);
        if (token.startsWith("+")) {
          add('+', bounded("[+]" + parted), pseudonym);
        }
      }
      case FORMATTED -> add(token.charAt(0), bounded(Pattern.quote(token)), pseudonym);
    }
  }

  private void add(char first, String pattern, Pseudonym pseudonym) {
    spellings.add(new Spelling(first, Pattern.compile(pattern), pseudonym.value()));
  }

  private static String bounded(String pattern) {
    return "(?:(?<![0-9])(?=[0-9])|(?<![A-Za-z0-9])(?=[A-Za-z])|(?=[^A-Za-z0-9]))"
        + pattern
        + "(?:(?<=[0-9])(?![0-9])|(?<=[A-Za-z])(?![A-Za-z0-9])|(?<=[^A-Za-z0-9]))";
  }

  String restore(String text) {
    StringBuilder restored = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      String value = "";
      for (Spelling each : spellings) {
        if (each.first != text.charAt(at)) {
          continue;
        }
        Matcher matcher =
            each.pattern
                .matcher(text)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(at, text.length());
        if (matcher.lookingAt() && matcher.end() > end) {
          end = matcher.end();
          value = each.value;
        }
      }
      restored.append(end > at ? value : text.substring(at, at + 1));
      at = Math.max(end, at + 1);
    }
    return restored.toString();
  }

  /** Every key, string and number of a JSON text. */
  JsonNode restoreJson(String json) {
    return restore(read(json));
  }

  static JsonNode read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode restore(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode restored = Json.object();
        object
            .properties()
            .forEach(each -> restored.set(restore(each.getKey()), restore(each.getValue())));
        yield restored;
      }
      case ArrayNode array -> {
        ArrayNode restored = Json.array();
        array.forEach(each -> restored.add(restore(each)));
        yield restored;
      }
      case TextNode text -> TextNode.valueOf(restore(text.textValue()));
      default -> number(node);
    };
  }

  private JsonNode number(JsonNode scalar) {
    String text = scalar.toString();
    String restored = restore(text);
    if (restored.equals(text)) {
      return scalar;
    }
    return restored.matches("-?(0|[1-9][0-9]*)") ? read(restored) : TextNode.valueOf(restored);
  }
}
