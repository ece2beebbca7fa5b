package dev.gatehouse.dispatch;

import dev.gatehouse.policy.Candidate;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EventSink;

/** Where an answer goes. For the request's thread only. */
public interface Delivery extends EventSink {

  /**
   * A call to this candidate is about to be made; forgets what an earlier, failed call left.
   *
   * @return whether the answer must be given a limit where the request sets none
   */
  ChatCall.Limit attempt(Candidate candidate);

  /**
   * Whether any byte of an answer has been released to the client; from then on nothing falls over.
   */
  boolean released();
}
