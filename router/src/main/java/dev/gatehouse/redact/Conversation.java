package dev.gatehouse.redact;

/**
 * Within which one value has one token. In any other, its token is another. What is remembered of
 * how private a conversation was is {@code dev.gatehouse.conversation.Conversations}, which knows
 * conversations otherwise.
 *
 * @param keyName the client key's name; empty where there are no keys
 * @param id the client's own, or made of the first turns
 */
public record Conversation(String keyName, String id) {

  /** One that the client names. */
  public static Conversation named(String keyName, String session) {
    return new Conversation(keyName, "session:" + session);
  }
}
