package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the content of a message or the output of a tool: a string, or parts. */
final class ContentDecoder {
  private final Fields item;
  private final Map<Capability, String> needs;

  /**
   * @param needs added to
   */
  ContentDecoder(Fields item, Map<Capability, String> needs) {
    this.item = item;
    this.needs = needs;
  }

  List<Part> decode(String field) {
    JsonNode content = item.get(field);
    if (content.isTextual()) {
      return List.of(new Part.Text(content.textValue()));
    }
    if (!content.isArray()) {
      throw item.wrong(field, "a string or an array of parts");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      part(item.element(field, i)).ifPresent(parts::add);
    }
    return parts;
  }

  private Optional<Part> part(Fields part) {
    return switch (part.text("type")) {
      case "input_text", "output_text" -> Optional.of(new Part.Text(part.text("text")));
      case "refusal" -> Optional.of(new Part.Refusal(part.text("refusal")));
      case "input_image" -> image(part);
      case "input_file" -> Optional.of(file(part));
      case "input_audio" -> Optional.of(audio(part));
      default ->
          throw new InvalidRequestException(
              part.path() + ".type",
              "expected input_text, input_image, input_file, input_audio, output_text or refusal");
    };
  }

  private Optional<Part> image(Fields image) {
    if (!image.has("image_url") && image.has("file_id")) {
      needs.putIfAbsent(Capability.VERBATIM_FIELDS, image.path() + ".file_id");
      return Optional.empty();
    }
    String url = image.text("image_url");
    needs.put(Capability.VISION, image.path());
    if (!url.startsWith("data:")) {
      needs.put(Capability.IMAGE_URLS, image.path() + ".image_url");
    }
    return Optional.of(new Part.Image(url, image.optionalText("detail")));
  }

  private Part file(Fields file) {
    needs.put(Capability.FILES, file.path());
    if (!file.has("file_id") && !file.has("file_data") && !file.has("file_url")) {
      throw file.wrong("file_data", "one of file_data, file_url and file_id");
    }
    return new Part.File(
        file.optionalText("file_id"),
        file.optionalText("filename"),
        file.optionalText("file_data").or(() -> file.optionalText("file_url")));
  }

  private Part audio(Fields part) {
    needs.put(Capability.AUDIO, part.path());
    Fields audio = part.object("input_audio");
    return new Part.Audio(audio.text("data"), audio.text("format"));
  }
}
