package dev.gatehouse.inference;

/** Who speaks in a turn of a conversation. */
public enum Role {
  SYSTEM,
  DEVELOPER,
  USER,
  ASSISTANT,
  TOOL
}
