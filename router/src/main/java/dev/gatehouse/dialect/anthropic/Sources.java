package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code source} of an image or a document. */
final class Sources {
  private final Demands demands;

  Sources(Demands demands) {
    this.demands = demands;
  }

  Part image(Fields block) {
    Fields source = block.object("source");
    demands.need(Capability.VISION, source.path());
    return switch (source.text("type")) {
      case "base64" -> new Part.Image(dataUrl(source), Optional.empty());
      case "url" -> {
        demands.need(Capability.IMAGE_URLS, source.path() + ".url");
        yield new Part.Image(source.text("url"), Optional.empty());
      }
      case "file" -> {
        demands.need(Capability.VERBATIM_FIELDS, source.path() + ".file_id");
        yield new Part.File(
            Optional.of(source.text("file_id")), Optional.empty(), Optional.empty());
      }
      default -> throw source.wrong("type", "base64, url or file");
    };
  }

  /** A document that is text already needs nothing of the model but that it reads. */
  List<Part> document(Fields block, ContentDecoder content) {
    List<Part> parts = new ArrayList<>();
    Fields source = block.object("source");
    switch (source.text("type")) {
      case "text" -> {
        block.optionalText("title").ifPresent(title -> parts.add(new Part.Text(title)));
        parts.add(new Part.Text(source.text("data")));
      }
      case "content" -> {
        block.optionalText("title").ifPresent(title -> parts.add(new Part.Text(title)));
        parts.addAll(content.decode(source));
      }
      case "base64" -> parts.add(file(block, Optional.of(dataUrl(source))));
      case "url" -> parts.add(file(block, Optional.of(source.text("url"))));
      case "file" -> {
        demands.need(Capability.VERBATIM_FIELDS, source.path() + ".file_id");
        parts.add(file(block, Optional.empty()));
      }
      default -> throw source.wrong("type", "base64, text, content, url or file");
    }
    block.optionalText("context").ifPresent(context -> parts.addFirst(new Part.Text(context)));
    return parts;
  }

  private Part file(Fields block, Optional<String> url) {
    Fields source = block.object("source");
    demands.need(Capability.FILES, source.path());
    return new Part.File(source.optionalText("file_id"), block.optionalText("title"), url);
  }

  private static String dataUrl(Fields source) {
    return "data:" + source.text("media_type") + ";base64," + source.text("data");
  }
}
