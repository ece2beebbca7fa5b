package dev.gatehouse.redact.restore;

import dev.gatehouse.redact.Pseudonym;
import dev.gatehouse.redact.Pseudonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Answers in which tokens stand beside anything, whole, in part, misspelt and forged. */
final class RandomAnswers {
  static final Pseudonyms PSEUDONYMS =
      new Pseudonyms(
          List.of(
              new Pseudonym("Person7hk2m9qx", "Zoë \"Zo\" O'Hara"),
              new Pseudonym("Person7hk2m9qw", "Jun\\Li\n3rd"),
              new Pseudonym("Person7hk2m9qxTwo", "the longer one"),
              new Pseudonym("PLACE-4f8s2d6a", "山田町\u2028北"),
              new Pseudonym("Org1a2b3c4d", "Müller 😀 & Co"),
              new Pseudonym("kq7w2x.p4n8@mail.example", "zoe@ohara.invalid"),
              new Pseudonym("+14155550142", "+49 (30) 901820-17"),
              new Pseudonym("5555341244441115", "4012 8888 8888 1881"),
              new Pseudonym("20260142", "7"),
              new Pseudonym("555-01-4477", "078-05-1120"),
              new Pseudonym("2031-04-17", "1984-02-29"),
              new Pseudonym("203.0.113.77", "10.1.2.3"),
              new Pseudonym("GB33BUKB20201555555555", "DE89 3704 0044 0532 0130 00")));

  private static final List<String> BESIDE =
      List.of(
          "",
          " ",
          "a",
          "Z",
          "7",
          "0",
          "-",
          ".",
          "+",
          "(",
          "\"",
          "\\",
          "\n",
          "\t",
          "患者",
          "さん",
          "😀",
          "é",
          "e\u0301",
          "\u2028",
          "\u00a0",
          "_",
          "@",
          ": ",
          "the ",
          "1 2 ",
          "\\u0041",
          "{",
          "}",
          "</b>",
          "Person",
          "4155550142",
          "555",
          "\\\"",
          "2031-04-1",
          "203.0.113.",
          "00");

  private final Random random;

  RandomAnswers(long seed) {
    this.random = new Random(seed);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(14);
    for (int i = 0; i < parts; i++) {
      text.append(part());
      if (random.nextInt(3) > 0) {
        text.append(BESIDE.get(random.nextInt(BESIDE.size())));
      }
    }
    return text.toString();
  }

  private String part() {
    List<Pseudonym> all = PSEUDONYMS.all();
    String token = all.get(random.nextInt(all.size())).token();
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> token;
      case 3 -> token.toUpperCase(Locale.ROOT);
      case 4 -> token.toLowerCase(Locale.ROOT);
      case 5 -> token.substring(0, 1 + random.nextInt(token.length()));
      case 6 -> misspelt(token);
      case 7 -> parted(token);
      default -> BESIDE.get(random.nextInt(BESIDE.size()));
    };
  }

  private String misspelt(String token) {
    int at = random.nextInt(token.length());
    return token.substring(0, at) + (char) ('a' + random.nextInt(26)) + token.substring(at + 1);
  }

  private String parted(String token) {
    StringBuilder parted = new StringBuilder();
    List<String> separators = List.of("", "", "", "", " ", "-", ".", " (", ") ", "\u00a0", "   ");
    for (char each : token.replaceAll("[^A-Za-z0-9+]", "").toCharArray()) {
      parted.append(each).append(separators.get(random.nextInt(separators.size())));
    }
    return parted.toString();
  }

  /** The JSON text of an object, spelt as no program would spell it twice. */
  String json() {
    StringBuilder json = new StringBuilder();
    object(json, 2);
    return json.toString();
  }

  private void object(StringBuilder json, int depth) {
    json.append('{');
    int members = random.nextInt(4);
    for (int i = 0; i < members; i++) {
      json.append(i > 0 ? "," : "").append(space());
      literal(i + text(), json);
      json.append(space()).append(':').append(space());
      value(json, depth);
    }
    json.append(space()).append('}');
  }

  private void value(StringBuilder json, int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0, 1 -> literal(text(), json);
      case 2 -> json.append("true");
      case 3 -> json.append(random.nextBoolean() ? "20260142" : "5555341244441115");
      case 4 -> json.append(random.nextInt(3) - 1);
      case 5 -> object(json, depth - 1);
      default -> {
        json.append('[');
        value(json, depth - 1);
        json.append(space()).append(',');
        value(json, depth - 1);
        json.append(']');
      }
    }
  }

  private String space() {
    return List.of("", "", " ", "\n  ").get(random.nextInt(4));
  }

  /** A string in quotes, some of its characters escaped though they need not be. */
  void literal(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean must = each < ' ' || each == '"' || each == '\\' || Character.isSurrogate(each);
      if (each == '\n' && random.nextBoolean()) {
        json.append("\\n");
      } else if ((each == '"' || each == '\\') && random.nextBoolean()) {
        json.append('\\').append(each);
      } else if (must || random.nextInt(12) == 0) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      } else {
        json.append(each);
      }
    }
    json.append('"');
  }

  String literal(String text) {
    StringBuilder json = new StringBuilder();
    literal(text, json);
    return json.toString();
  }

  /** A text in pieces, of any length, in the middle of anything. */
  List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int longest = 1 + random.nextInt(20);
    for (int at = 0; at < text.length(); ) {
      int length = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(longest);
      int end = Math.min(text.length(), at + length);
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  boolean chance() {
    return random.nextBoolean();
  }
}
