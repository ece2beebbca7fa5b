package dev.gatehouse.provider.langchain;

/** How a vendor parts the events of a streamed answer. */
public enum Framing {
  /** Server-sent events (WHATWG HTML, section 9.2). */
  SERVER_SENT_EVENTS,
  /** One JSON document a line ({@code application/x-ndjson}). */
  JSON_LINES
}
