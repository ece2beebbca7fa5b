package dev.gatehouse.classify.privacy.statement;

/** What a word says of whom a text speaks, and of what kind the text is. */
public enum Cue {
  /** The writer as the one who has or does. */
  FIRST,
  /** The writer's own: a thing or a relative. */
  MY,
  /** A relative, friend or colleague. */
  RELATION,
  /** He, she, his, her. */
  THIRD,
  /** How a person is addressed. */
  TITLE,
  /** One person in somebody's charge: a patient, an employee. */
  PATIENT,
  /** Has, takes, suffers from, owes: what ties a person to an illness or a sum. */
  STATE,
  /** First person and verb in one: soffro, tengo, I have. */
  SELF,
  /** A piece of writing or learning: an essay, an explanation. */
  WORK,
  /** A story, a poem, a character. */
  FICTION,
  /** A question of a test, a word problem. */
  EXERCISE,
  /** Many people, as science speaks of them. */
  STUDY,
  /** A field of a form or record. */
  RECORD,
  /** A general question. */
  GENERAL,
  /** The question of a sum, which is somebody's own where a first person asks it. */
  PROBLEM,
  /** Companies, states, markets. */
  BUSINESS;

  int bit() {
    return 1 << ordinal();
  }
}
