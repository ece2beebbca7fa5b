package dev.gatehouse.redact.restore;

/** Anthropic's messages: blocks that grow by deltas, or the whole message. */
record AnthropicMessages() implements AnswerWire {

  @Override
  public void read(PlacedJson event, EventTexts reading) {
    String index = event.path("index").spelt();
    switch (event.path("type").text()) {
      case "content_block_start" -> block(event.path("content_block"), reading);
      case "content_block_delta" -> delta(index, event.path("delta"), reading);
      case "content_block_stop" -> reading.endsBlock(index);
      case "message_delta", "message_stop" -> {
        stop(event.path("delta"), reading);
        reading.endsAll();
      }
      case "message" -> whole(event, reading);
      case "message_start" -> whole(event.path("message"), reading);
      default -> {}
    }
  }

  private static void delta(String index, PlacedJson delta, EventTexts reading) {
    reading.answer(new AnswerText(index, "text"), delta.path("text"));
    reading.prose(new AnswerText(index, "thinking"), delta.path("thinking"));
    reading.arguments(new AnswerText(index, "input"), delta.path("partial_json"));
    reading.texts(delta.path("citation"));
    if (!delta.path("signature").isMissing()) {
      reading.endsBlock(index);
    }
  }

  private static void whole(PlacedJson message, EventTexts reading) {
    message.path("content").elements().forEach(each -> block(each, reading));
    stop(message, reading);
  }

  private static void stop(PlacedJson holder, EventTexts reading) {
    reading.wholeProse(holder.path("stop_sequence"));
  }

  private static void block(PlacedJson block, EventTexts reading) {
    if (block.path("type").text().equals("text")) {
      reading.wholeAnswer(block.path("text"));
      reading.texts(block.path("citations"));
    } else {
      reading.texts(block);
    }
  }
}
