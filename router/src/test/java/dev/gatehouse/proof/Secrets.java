package dev.gatehouse.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Keys and tokens in the form that their issuers give them. */
final class Secrets {

  /**
   * {@code #n} stands for n letters and digits, {@code ~n} for n hex digits, {@code !n} for n
   * digits, {@code ^n} for n upper-case letters and digits.
   */
  private static final List<String> FORMATS =
      List.of(
          "AKIA^16",
          "ghp_#36",
          "gho_#36",
          "github_pat_#22_#59",
          "glpat-#20",
          "sk-ant-api03-#93AA",
          "sk-proj-#74T3BlbkFJ#74",
          "AIza#35",
          "sk_live_#24",
          "rk_live_#24",
          "npm_#36",
          "SG.#22.#43",
          "hf_#34",
          "dop_v1_~64",
          "shpat_~32",
          "xoxb-!12-!13-#24",
          "https://hooks.slack.com/services/T^9/B^9/#24",
          "GOCSPX-#28",
          "dapi~32",
          "lin_api_#40",
          "postgres://svc:#20@db.internal:5432/orders",
          "mongodb+srv://svc:#20@cluster0.internal/orders",
          "aws_secret_access_key=#40",
          "Authorization: Bearer #48",
          "api_key: ~40",
          "client_secret=#32");

  private final Dice dice;

  Secrets(Dice dice) {
    this.dice = dice;
  }

  PrivateValue next() {
    int choice = dice.below(FORMATS.size() + 2);
    if (choice == FORMATS.size()) {
      return token();
    }
    return choice > FORMATS.size() ? privateKey() : formatted(FORMATS.get(choice));
  }

  /** The longest part of chance is what is looked for: the rest is the same in every one. */
  private PrivateValue formatted(String format) {
    StringBuilder whole = new StringBuilder();
    String longest = "";
    for (int i = 0; i < format.length(); i++) {
      char sign = format.charAt(i);
      if ("#~^!".indexOf(sign) < 0) {
        whole.append(sign);
        continue;
      }
      int end = i + 1;
      while (end < format.length() && Character.isDigit(format.charAt(end))) {
        end++;
      }
      String part = dice.some(alphabet(sign), Integer.parseInt(format.substring(i + 1, end)));
      longest = part.length() > longest.length() ? part : longest;
      whole.append(part);
      i = end - 1;
    }
    return new PrivateValue(Kind.SECRET, longest, whole.toString());
  }

  private static String alphabet(char sign) {
    return switch (sign) {
      case '~' -> Dice.HEX;
      case '!' -> Dice.DIGITS;
      case '^' -> Dice.UPPER + "234567";
      default -> Dice.WORD;
    };
  }

  /** A JSON web token. */
  private PrivateValue token() {
    String signature = dice.some(Dice.WORD, 43);
    String claims = base64("{\"sub\":\"" + dice.digits(10) + "\",\"iat\":" + dice.number(10) + "}");
    return new PrivateValue(
        Kind.SECRET,
        signature,
        base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + claims + "." + signature);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private PrivateValue privateKey() {
    String line = dice.some(Dice.WORD + "+/", 64);
    return new PrivateValue(
        Kind.SECRET,
        line,
        "-----BEGIN PRIVATE KEY-----\n"
            + line
            + "\n"
            + dice.some(Dice.WORD + "+/", 64)
            + "\n-----END PRIVATE KEY-----");
  }
}
