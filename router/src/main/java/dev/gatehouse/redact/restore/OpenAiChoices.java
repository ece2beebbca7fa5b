package dev.gatehouse.redact.restore;

import java.util.List;

/**
 * Chat completions and legacy completions, chunks and whole answers, in the spellings of the
 * servers that speak OpenAI's protocol. {@code logprobs} stay as they are: they cut the text into
 * the model's own pieces, of which no value can be made.
 */
record OpenAiChoices() implements AnswerWire {

  @Override
  public void read(PlacedJson event, EventTexts reading) {
    List<PlacedJson> choices = event.path("choices").elements();
    for (int i = 0; i < choices.size(); i++) {
      PlacedJson choice = choices.get(i);
      String index = number(choice, i);
      reading.answer(new AnswerText(index, "content"), choice.path("text"));
      message(index, choice.path("delta"), reading);
      message(index, choice.path("message"), reading);
      reading.once(choice.path("logprobs"), "null");
      reading.once(choice.path("finish_reason"), "null");
      if (choice.path("finish_reason").isString()) {
        reading.endsBlock(index);
      }
    }
    if (event.path("usage").isObject()) {
      reading.once(event.path("usage"), "null");
    }
  }

  private static String number(PlacedJson holder, int position) {
    PlacedJson index = holder.path("index");
    return index.isMissing() ? Integer.toString(position) : index.spelt();
  }

  private static void message(String index, PlacedJson message, EventTexts reading) {
    content(index, message.path("content"), reading);
    for (String field : List.of("reasoning_content", "reasoning", "refusal")) {
      reading.prose(new AnswerText(index, field), message.path(field));
    }
    for (PlacedJson detail : message.path("reasoning_details").elements()) {
      String which = detail.path("type").text() + detail.path("index").spelt();
      reading.prose(new AnswerText(index, "summary " + which), detail.path("summary"));
      reading.prose(new AnswerText(index, "detail " + which), detail.path("text"));
    }
    calls(index, message.path("tool_calls").elements(), reading);
    called(new AnswerText(index, "function_call"), message.path("function_call"), reading);
    reading.prose(new AnswerText(index, "audio"), message.path("audio").path("transcript"));
  }

  /** Mistral gives an array of parts where its model thinks. */
  private static void content(String index, PlacedJson content, EventTexts reading) {
    AnswerText thinking = new AnswerText(index, "thinking");
    reading.answer(new AnswerText(index, "content"), content);
    for (PlacedJson part : content.elements()) {
      reading.answer(new AnswerText(index, "content"), part.path("text"));
      reading.prose(thinking, part.path("thinking"));
      part.path("thinking").elements().forEach(each -> reading.prose(thinking, each.path("text")));
    }
  }

  private static void calls(String index, List<PlacedJson> calls, EventTexts reading) {
    for (int i = 0; i < calls.size(); i++) {
      PlacedJson call = calls.get(i);
      AnswerText channel = new AnswerText(index, "call " + number(call, i));
      reading.once(call.path("id"), "\"\"");
      called(channel, call.path("function"), reading);
      called(channel, call.path("custom"), reading);
    }
  }

  private static void called(AnswerText channel, PlacedJson called, EventTexts reading) {
    reading.once(called.path("name"), "\"\"");
    reading.arguments(channel, called.path("arguments"));
    reading.prose(channel, called.path("input"));
  }
}
