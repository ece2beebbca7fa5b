package dev.gatehouse.inference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One turn of a conversation.
 *
 * @param parts in the order they were written; may be empty
 * @param name the participant's name where the client gave one
 */
public record Message(Role role, List<Part> parts, Optional<String> name) {

  public Message {
    parts = List.copyOf(parts);
  }

  /** All plain text of the message, in order, joined by line feeds. */
  public String text() {
    return parts.stream()
        .filter(Part.Text.class::isInstance)
        .map(part -> ((Part.Text) part).text())
        .collect(Collectors.joining("\n"));
  }
}
