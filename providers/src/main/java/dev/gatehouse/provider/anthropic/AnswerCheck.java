package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.SchemaCheck;
import java.nio.charset.StandardCharsets;

/** Whether an answer that comes as a tool's input is what was asked for. One object a call. */
final class AnswerCheck {
  private final AnswerForm form;
  private final StringBuilder input = new StringBuilder();
  private boolean answered;
  private boolean spoke;
  private boolean called;

  AnswerCheck(AnswerForm form) {
    this.form = form;
  }

  /** Whether a call of that tool is the answer itself. */
  boolean isAnswer(String toolName) {
    return form instanceof AnswerForm.ByTool(String name, _) && name.equals(toolName);
  }

  /** The model begins its answer. */
  void noteAnswer() {
    answered = true;
  }

  /** The model gives a piece of its answer. */
  void noteInput(String piece) {
    input.append(piece);
  }

  /** Whether the answer has not a character yet. */
  boolean isEmpty() {
    return input.isEmpty();
  }

  /** The model says something beside. */
  void noteText(String text) {
    spoke = spoke || !text.isBlank();
  }

  /** The model calls one of the client's tools. */
  void noteCall() {
    called = true;
  }

  /** The answer's own end is no tool call to the client. */
  FinishReason finishReason(FinishReason told) {
    return told == FinishReason.TOOL_CALLS && answered && !called ? FinishReason.STOP : told;
  }

  /**
   * Whether the form was kept, as far as it was to be expected: an answer that was cut or declined
   * has none, and one that calls the client's tools comes later.
   */
  boolean kept(FinishReason finishReason) {
    return switch (finishReason) {
      case LENGTH, CONTENT_FILTER, TOOL_CALLS -> true;
      case STOP ->
          !(form instanceof AnswerForm.ByTool(String _, var schema))
              || (answered && !spoke && follows(schema));
    };
  }

  private boolean follows(JsonNode schema) {
    try {
      String json = input.isEmpty() ? "{}" : input.toString();
      return SchemaCheck.follows(Json.read(json.getBytes(StandardCharsets.UTF_8)), schema);
    } catch (JsonException e) {
      return false;
    }
  }
}
