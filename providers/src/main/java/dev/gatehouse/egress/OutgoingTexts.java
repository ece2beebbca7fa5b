package dev.gatehouse.egress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every text that a payload says to whoever reads it: as it stands, and unescaped once more. */
final class OutgoingTexts {

  /** Shorter numbers are limits and counts of the protocol. */
  private static final int LEAST_NUMBER = 7;

  private final List<Outgoing> texts = new ArrayList<>();

  private OutgoingTexts() {}

  /**
   * A text.
   *
   * @param leastNeedle how many letters and digits a value must have to be looked for in it
   */
  record Outgoing(String text, int leastNeedle) {

    static Outgoing text(String text) {
      return new Outgoing(text, 1);
    }
  }

  static List<Outgoing> of(byte[] payload) {
    OutgoingTexts found = new OutgoingTexts();
    if (payload.length > 0) {
      found.document(payload);
    }
    return found.texts;
  }

  private void document(byte[] payload) {
    try {
      node(Json.read(payload));
    } catch (JsonException _) { // what is no JSON is read as text
      string(new String(payload, StandardCharsets.UTF_8));
    }
  }

  private void node(JsonNode node) {
    if (node.isTextual()) {
      string(node.textValue());
    } else if (node.isNumber()) {
      texts.add(new Outgoing(node.asText(), LEAST_NUMBER));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      string(member.getKey());
      node(member.getValue());
    }
    if (node.isArray()) {
      node.forEach(this::node);
    }
  }

  /** What stands in a string as JSON has escapes of its own. */
  private void string(String text) {
    texts.add(Outgoing.text(text));
    if (text.indexOf('\\') >= 0) {
      texts.add(Outgoing.text(unescaped(text)));
    }
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each != '\\' || i + 1 == text.length()) {
        plain.append(each);
      } else if (text.charAt(i + 1) == 'u' && isHex(text, i + 2)) {
        plain.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
        i += 5;
      } else {
        i++;
        plain.append("bfnrt".indexOf(text.charAt(i)) >= 0 ? ' ' : text.charAt(i));
      }
    }
    return plain.toString();
  }

  private static boolean isHex(String text, int at) {
    if (at + 4 > text.length()) {
      return false;
    }
    for (int i = at; i < at + 4; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
