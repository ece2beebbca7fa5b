package dev.gatehouse.provider.relay;

/** How a vendor parts the events of a streamed answer. */
public enum Framing {
  /** Server-sent events (WHATWG HTML, section 9.2). */
  SERVER_SENT_EVENTS("text/event-stream"),
  /** One JSON document a line. */
  JSON_LINES("application/x-ndjson");

  private final String contentType;

  Framing(String contentType) {
    this.contentType = contentType;
  }

  /** What the content type of such a stream begins with. */
  public String contentType() {
    return contentType;
  }
}
