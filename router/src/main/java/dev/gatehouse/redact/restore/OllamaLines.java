package dev.gatehouse.redact.restore;

/** Ollama's {@code /api/chat} and {@code /api/generate}: lines, of which the last says done. */
record OllamaLines() implements AnswerWire {
  private static final String ONLY = "";

  @Override
  public void read(PlacedJson line, EventTexts reading) {
    texts(line, "response", reading);
    texts(line.path("message"), "content", reading);
    PlacedJson calls = line.path("message").path("tool_calls");
    for (PlacedJson call : calls.elements()) {
      reading.wholeArguments(call.path("function").path("arguments"));
    }
    reading.once(calls, "[]");
    reading.once(line.path("logprobs"), "[]");
    if (line.path("done").spelt().equals("true")) {
      reading.endsAll();
    }
  }

  private static void texts(PlacedJson holder, String answer, EventTexts reading) {
    reading.answer(new AnswerText(ONLY, answer), holder.path(answer));
    reading.prose(new AnswerText(ONLY, "thinking"), holder.path("thinking"));
  }
}
