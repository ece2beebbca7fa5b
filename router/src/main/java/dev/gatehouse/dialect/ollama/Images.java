package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads {@code images}: base64 without a word on its format, which the first bytes tell. */
final class Images {
  private Images() {}

  static List<Part> of(Fields fields) {
    JsonNode written = fields.array("images");
    List<Part> images = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String where = (fields.path().isEmpty() ? "" : fields.path() + ".") + "images[" + i + "]";
      images.add(image(written.path(i), where));
    }
    return images;
  }

  private static Part image(JsonNode written, String where) {
    if (!written.isTextual()) {
      throw new InvalidRequestException(where, "expected base64");
    }
    String base64 = written.textValue().replace("\r", "").replace("\n", "");
    String url = "data:" + mediaType(decoded(base64, where)) + ";base64," + base64;
    return new Part.Image(url, Optional.empty());
  }

  private static byte[] decoded(String base64, String where) {
    try {
      return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) { // its message quotes the text
      throw new InvalidRequestException(where, "illegal base64 data");
    }
  }

  /** By the signatures of the WHATWG MIME Sniffing standard, section 6.1; PNG where none fits. */
  private static String mediaType(byte[] image) {
    if (startsWith(image, 0, 0xff, 0xd8, 0xff)) {
      return "image/jpeg";
    }
    if (startsWith(image, 0, 'G', 'I', 'F', '8')) {
      return "image/gif";
    }
    if (startsWith(image, 0, 'R', 'I', 'F', 'F') && startsWith(image, 8, 'W', 'E', 'B', 'P')) {
      return "image/webp";
    }
    return startsWith(image, 0, 'B', 'M') ? "image/bmp" : "image/png";
  }

  private static boolean startsWith(byte[] bytes, int from, int... signature) {
    if (bytes.length < from + signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[from + i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
