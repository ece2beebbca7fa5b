package dev.gatehouse.redact.restore;

/**
 * What a model says.
 *
 * @param arguments of its one call of a tool, as JSON text
 */
record Said(String thinking, String text, String arguments) {

  static Said random(RandomAnswers answers) {
    return new Said(answers.text(), answers.text(), answers.json());
  }
}
