package dev.gatehouse.json;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a JSON document (its keys, strings and numbers), each with its place in what was
 * written, so that parts of them can be changed while every other character stays as it was.
 *
 * <p>The document must have been read by {@link Json#read} before: this class trusts that it is
 * well-formed, and nested no deeper than that reads. For one thread.
 */
public final class JsonTexts {
  private final String json;
  private final List<JsonText> texts = new ArrayList<>();
  private @Nullable Cursor cursor;

  private JsonTexts(String json) {
    this.json = json;
  }

  /** Finds the texts of a well-formed document. */
  public static JsonTexts of(String json) {
    JsonTexts found = new JsonTexts(json);
    found.value(found.skipSpace(0), JsonPath.ROOT);
    return found;
  }

  /** How far a text was read: places that are asked for in order cost one reading. */
  private static final class Cursor {
    private final int start;
    private int at;
    private int unit;

    Cursor(JsonText text) {
      this.start = text.start();
      this.at = text.start();
    }
  }

  /** Every text in document order, a key before its value. */
  public List<JsonText> texts() {
    return List.copyOf(texts);
  }

  /**
   * A change of some characters.
   *
   * @param start first UTF-16 unit that is replaced
   * @param end one past the last
   */
  public record Edit(int start, int end, String by) {

    /** The text with edits made, which must be in order and must not overlap. */
    public static String apply(String text, List<Edit> edits) {
      StringBuilder edited = new StringBuilder(text.length());
      int at = 0;
      for (Edit edit : edits) {
        edited.append(text, at, edit.start).append(edit.by);
        at = edit.end;
      }
      return edited.append(text, at, text.length()).toString();
    }
  }

  /**
   * Edits of one text's value as edits of the document, with what replaces them escaped.
   *
   * @param edits of the value, in order, none overlapping another
   */
  public List<Edit> inDocument(JsonText text, List<Edit> edits) {
    List<Edit> written = new ArrayList<>(edits.size());
    int unit = 0;
    int at = text.start();
    for (Edit edit : edits) {
      for (; unit < edit.start; unit++) {
        at += escapeLength(at);
      }
      int from = at;
      for (; unit < edit.end; unit++) {
        at += escapeLength(at);
      }
      written.add(new Edit(from, at, escaped(edit.by)));
    }
    return written;
  }

  /**
   * Which character of a text's value one of the document's is.
   *
   * @param place within the text, or its end
   * @param after of a place within an escape, whether what is behind it counts
   */
  public int unit(JsonText text, int place, boolean after) {
    if (text.end() - text.start() == text.value().length()) {
      return place - text.start();
    }
    if (cursor == null || cursor.start != text.start() || cursor.at > place) {
      cursor = new Cursor(text);
    }
    while (cursor.at < place) {
      cursor.at += escapeLength(cursor.at);
      cursor.unit++;
    }
    boolean within = cursor.at > place;
    return within && !after ? cursor.unit - 1 : cursor.unit;
  }

  private int escapeLength(int at) {
    if (json.charAt(at) != '\\') {
      return 1;
    }
    return json.charAt(at + 1) == 'u' ? 6 : 2;
  }

  private static String escaped(String text) {
    byte[] quoted = Json.write(TextNode.valueOf(text));
    return new String(quoted, 1, quoted.length - 2, StandardCharsets.UTF_8);
  }

  private int value(int at, JsonPath path) {
    return switch (json.charAt(at)) {
      case '{' -> object(at, path);
      case '[' -> array(at, path);
      case '"' -> string(at, path, JsonText.Kind.STRING);
      default -> scalar(at, path);
    };
  }

  private int object(int open, JsonPath path) {
    int at = skipSpace(open + 1);
    while (json.charAt(at) != '}') {
      JsonPath member = path.child(unescaped(at + 1, stringEnd(at) - 1));
      at = skipSpace(string(at, member, JsonText.Kind.KEY));
      at = skipSpace(value(skipSpace(at + 1), member));
      at = skipComma(at);
    }
    return at + 1;
  }

  private int array(int open, JsonPath path) {
    int at = skipSpace(open + 1);
    for (int i = 0; json.charAt(at) != ']'; i++) {
      at = skipComma(skipSpace(value(at, path.child(Integer.toString(i)))));
    }
    return at + 1;
  }

  private int string(int open, JsonPath path, JsonText.Kind kind) {
    int end = stringEnd(open);
    texts.add(new JsonText(kind, path, unescaped(open + 1, end - 1), open + 1, end - 1));
    return end;
  }

  private int scalar(int start, JsonPath path) {
    int end = start;
    while (end < json.length() && ",]} \n\r\t".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    char first = json.charAt(start);
    if (first == '-' || (first >= '0' && first <= '9')) {
      String digits = json.substring(start, end);
      texts.add(new JsonText(JsonText.Kind.NUMBER, path, digits, start, end));
    }
    return end;
  }

  private int skipComma(int at) {
    return json.charAt(at) == ',' ? skipSpace(at + 1) : at;
  }

  private int skipSpace(int at) {
    int i = at;
    while (" \n\r\t".indexOf(json.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private int stringEnd(int open) {
    int i = open + 1;
    while (json.charAt(i) != '"') {
      i += json.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private String unescaped(int from, int to) {
    int escape = json.indexOf('\\', from);
    if (escape < 0 || escape >= to) {
      return json.substring(from, to);
    }
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i += escapeLength(i)) {
      text.append(json.charAt(i) == '\\' ? unit(i + 1) : json.charAt(i));
    }
    return text.toString();
  }

  private char unit(int at) {
    return switch (json.charAt(at)) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) Integer.parseInt(json, at + 1, at + 5, 16);
      default -> json.charAt(at);
    };
  }
}
