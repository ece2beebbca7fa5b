package dev.gatehouse.pipeline;

import dev.gatehouse.conversation.Conversations;
import dev.gatehouse.conversation.Speaker;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.inference.InferenceRequest;

/** What outlives a request of how it was judged: the conversation's privacy, and the audit log. */
public record Remembering(Conversations conversations, AuditTrail audit) {

  /** How private the conversation is that a request goes on with. */
  InheritedPrivacy earlier(Inbound inbound, InferenceRequest request) {
    return conversations.of(speaker(inbound), request);
  }

  /**
   * Remembers a judgement and writes it down, before anything is sent.
   *
   * @throws dev.gatehouse.audit.AuditException if it cannot be written
   */
  void judged(Consideration considered) {
    conversations.remember(
        speaker(considered.inbound()),
        considered.request(),
        considered.classification().privacy(),
        considered.passage().treatment());
    audit.decided(considered);
  }

  private static Speaker speaker(Inbound inbound) {
    return new Speaker(inbound.keyName(), inbound.session());
  }
}
