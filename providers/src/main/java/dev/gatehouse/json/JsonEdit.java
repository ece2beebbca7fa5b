package dev.gatehouse.json;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes members of a JSON object in place, leaving every other byte as it was.
 *
 * <p>The text must have been read by {@link Json#read} before: this class trusts that it is
 * well-formed.
 */
public final class JsonEdit {
  private final byte[] bytes;

  private JsonEdit(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Begins with a well-formed JSON object. */
  public static JsonEdit of(byte[] object) {
    return new JsonEdit(object);
  }

  /** The text as it stands now. */
  public byte[] bytes() {
    return bytes;
  }

  /** Sets a member to a text value. */
  public JsonEdit set(String name, String text) {
    return setRaw(name, Json.write(TextNode.valueOf(text)));
  }

  /**
   * Sets a member to a JSON value given as text; a member that is not there is added at the end.
   */
  public JsonEdit setRaw(String name, byte[] json) {
    return find(name)
        .map(member -> replace(member.valueStart, member.valueEnd, json))
        .orElseGet(() -> append(name, json));
  }

  /** Removes a member with its comma; one that is not there is left alone. */
  public JsonEdit remove(String name) {
    List<Member> members = members();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name.equals(name)) {
        int from = i > 0 ? members.get(i - 1).valueEnd : members.get(i).start;
        int to = i > 0 || members.size() == 1 ? members.get(i).valueEnd : members.get(i + 1).start;
        return replace(from, to, new byte[0]);
      }
    }
    return this;
  }

  /** The JSON text of a member's value. */
  public Optional<byte[]> value(String name) {
    return find(name).map(member -> slice(member.valueStart, member.valueEnd));
  }

  private Optional<Member> find(String name) {
    return members().stream().filter(member -> member.name.equals(name)).findFirst();
  }

  private JsonEdit append(String name, byte[] json) {
    List<Member> members = members();
    byte[] key = Json.write(TextNode.valueOf(name));
    ByteArrayOutputStream addition = new ByteArrayOutputStream(key.length + json.length + 2);
    if (!members.isEmpty()) {
      addition.write(',');
    }
    addition.writeBytes(key);
    addition.write(':');
    addition.writeBytes(json);
    int at = members.isEmpty() ? open() + 1 : members.getLast().valueEnd;
    return replace(at, at, addition.toByteArray());
  }

  private JsonEdit replace(int from, int to, byte[] replacement) {
    byte[] edited = new byte[bytes.length - (to - from) + replacement.length];
    System.arraycopy(bytes, 0, edited, 0, from);
    System.arraycopy(replacement, 0, edited, from, replacement.length);
    System.arraycopy(bytes, to, edited, from + replacement.length, bytes.length - to);
    return new JsonEdit(edited);
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    int at = skipSpace(open() + 1);
    while (bytes[at] != '}') {
      int keyEnd = skipString(at);
      int valueStart = skipSpace(skipSpace(keyEnd) + 1);
      int valueEnd = skipValue(valueStart);
      members.add(new Member(name(at, keyEnd), at, valueStart, valueEnd));
      at = skipSpace(valueEnd);
      if (bytes[at] == ',') {
        at = skipSpace(at + 1);
      }
    }
    return members;
  }

  private int open() {
    int at = 0;
    while (bytes[at] != '{') {
      at++;
    }
    return at;
  }

  private String name(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        return Json.read(slice(start, end)).textValue();
      }
    }
    return new String(bytes, start + 1, end - start - 2, StandardCharsets.UTF_8);
  }

  private byte[] slice(int start, int end) {
    byte[] part = new byte[end - start];
    System.arraycopy(bytes, start, part, 0, part.length);
    return part;
  }

  private int skipSpace(int at) {
    int i = at;
    while (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t') {
      i++;
    }
    return i;
  }

  private int skipString(int at) {
    int i = at + 1;
    while (bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private int skipValue(int at) {
    return switch (bytes[at]) {
      case '"' -> skipString(at);
      case '{', '[' -> skipNested(at);
      default -> skipScalar(at);
    };
  }

  private int skipNested(int at) {
    int depth = 0;
    int i = at;
    do {
      switch (bytes[i]) {
        case '"' -> i = skipString(i) - 1;
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      i++;
    } while (depth > 0);
    return i;
  }

  private int skipScalar(int at) {
    int i = at;
    while (bytes[i] != ',' && bytes[i] != '}' && bytes[i] != ']' && bytes[i] > ' ') {
      i++;
    }
    return i;
  }

  /** Where one member stands: its key's first quote, and its value. */
  private record Member(String name, int start, int valueStart, int valueEnd) {}
}
