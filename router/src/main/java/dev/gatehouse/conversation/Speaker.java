package dev.gatehouse.conversation;

import java.util.Optional;

/**
 * Whose conversation it is. What one key's client said is nothing to another's.
 *
 * @param keyName the client key's name; empty where none is needed
 * @param session the client's own name for the conversation; empty where it gives none
 */
public record Speaker(Optional<String> keyName, Optional<String> session) {}
