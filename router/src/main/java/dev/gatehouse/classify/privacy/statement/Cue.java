package dev.gatehouse.classify.privacy.statement;

/** What a word says of whom a text speaks, and of what kind the text is. */
public enum Cue {
  /** The writer as the one who has or does. */
  FIRST(0),
  /** The writer's own: a thing or a relative. */
  MY(1),
  /** A relative, friend or colleague. */
  RELATION(2),
  /** He, she, his, her. */
  THIRD(3),
  /** How a person is addressed. */
  TITLE(4),
  /** One person in somebody's charge: a patient, an employee. */
  PATIENT(5),
  /** Has, takes, suffers from, owes: what ties a person to an illness or a sum. */
  STATE(6),
  /** First person and verb in one: soffro, tengo, I have. */
  SELF(7),
  /** A piece of writing or learning: an essay, an explanation. */
  WORK(8),
  /** A story, a poem, a character. */
  FICTION(9),
  /** A question of a test, a word problem. */
  EXERCISE(10),
  /** Many people, as science speaks of them. */
  STUDY(11),
  /** A field of a form or record. */
  RECORD(12),
  /** A general question. */
  GENERAL(13),
  /** The question of a sum, which is somebody's own where a first person asks it. */
  PROBLEM(14),
  /** Companies, states, markets. */
  BUSINESS(15);

  private final int position;

  Cue(int position) {
    this.position = position;
  }

  /** As a set of one. */
  int bit() {
    return 1 << position;
  }
}
