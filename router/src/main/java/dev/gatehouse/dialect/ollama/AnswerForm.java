package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;

/** Where an answer holds what the model says. */
enum AnswerForm {
  /** In {@code message}, as {@code /api/chat} answers. */
  CHAT {
    @Override
    void say(ObjectNode answer, Said said) {
      ObjectNode message = answer.putObject("message").put("role", "assistant");
      fill(message.put("content", said.content()), said);
    }
  },
  /** In {@code response}, as {@code /api/generate} answers. */
  GENERATE {
    @Override
    void say(ObjectNode answer, Said said) {
      fill(answer.put("response", said.content()), said);
    }
  };

  /** Puts it into an answer. */
  abstract void say(ObjectNode answer, Said said);

  private static void fill(ObjectNode place, Said said) {
    if (!said.thinking().isEmpty()) {
      place.put("thinking", said.thinking());
    }
    if (!said.toolCalls().isEmpty()) {
      place.set("tool_calls", said.toolCalls());
    }
  }

  /**
   * An encoder for one answer.
   *
   * @param stream whether it is wanted piece by piece
   */
  AnswerEncoder encoder(AnswerStart start, boolean stream) {
    return stream ? new LineEncoder(this, start) : new WholeEncoder(this, start);
  }
}
