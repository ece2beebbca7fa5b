package dev.gatehouse.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an event stream as the WHATWG's HTML standard says: lines end with CR, LF or both, and with
 * nothing else.
 */
public final class ServerSentEvents {
  private static final String DONE = "[DONE]";

  private ServerSentEvents() {}

  /**
   * One event.
   *
   * @param name what its {@code event} line says; empty without one
   * @param data its {@code data} lines
   */
  public record Event(String name, String data) {}

  /** The data of every event but OpenAI's closing {@code [DONE]}. */
  public static List<String> data(String stream) {
    return events(stream).stream().map(Event::data).filter(data -> !data.equals(DONE)).toList();
  }

  /** Every whole event, in order; comments are left out. */
  public static List<Event> events(String stream) {
    List<Event> events = new ArrayList<>();
    for (String block : stream.replace("\r\n", "\n").replace('\r', '\n').split("\n\n", -1)) {
      Event event = event(block);
      if (!event.data().isEmpty()) {
        events.add(event);
      }
    }
    return events;
  }

  private static Event event(String block) {
    String name = "";
    List<String> data = new ArrayList<>();
    for (String line : block.split("\n", -1)) {
      if (line.startsWith("event:")) {
        name = value(line);
      } else if (line.startsWith("data:")) {
        data.add(value(line));
      }
    }
    return new Event(name, String.join("\n", data));
  }

  private static String value(String line) {
    String value = line.substring(line.indexOf(':') + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
