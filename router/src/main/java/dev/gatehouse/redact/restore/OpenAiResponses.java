package dev.gatehouse.redact.restore;

/**
 * The Responses API: {@code *.delta} events and the {@code *.done} events that say the same again
 * as a whole, items, and the response itself, in which the request is quoted too.
 */
record OpenAiResponses() implements AnswerWire {
  private static final String DELTA = ".delta";
  private static final String DONE = ".done";

  @Override
  public void read(PlacedJson event, EventTexts reading) {
    String type = event.path("type").text();
    if (type.isEmpty()) {
      reading.texts(event);
      return;
    }
    reading.numbered(event.path("sequence_number"));
    if (type.endsWith(DELTA)) {
      delta(type, event, reading);
    } else {
      said(type, event, reading);
    }
  }

  private static void delta(String type, PlacedJson event, EventTexts reading) {
    AnswerText channel = channel(type.substring(0, type.length() - DELTA.length()), event);
    switch (type) {
      case "response.audio.delta" -> {} // sound
      case "response.output_text.delta" -> reading.answer(channel, event.path("delta"));
      case "response.function_call_arguments.delta", "response.mcp_call_arguments.delta" ->
          reading.arguments(channel, event.path("delta"));
      default -> reading.prose(channel, event.path("delta"));
    }
    reading.once(event.path("logprobs"), "[]");
  }

  private static void said(String type, PlacedJson event, EventTexts reading) {
    if (type.equals("response.output_text.done")) {
      reading.wholeAnswer(event.path("text"));
    } else {
      reading.texts(event);
    }
    if (type.equals("response.output_item.done")) {
      reading.endsBlock(block(event));
    } else if (type.endsWith(DONE)) {
      AnswerText ended = channel(type.substring(0, type.length() - DONE.length()), event);
      reading.ends(ended::equals);
    }
    switch (type) {
      case "response.completed", "response.incomplete", "response.failed", "error" ->
          reading.endsAll();
      default -> {}
    }
  }

  private static AnswerText channel(String text, PlacedJson event) {
    String part = event.path("content_index").spelt() + "/" + event.path("summary_index").spelt();
    return new AnswerText(block(event), text + " " + part);
  }

  private static String block(PlacedJson event) {
    return event.path("output_index").spelt();
  }
}
