package dev.gatehouse.egress;

/**
 * Is told of every call that carries something of a client's, before its first byte leaves. Called
 * by the thread that is about to send.
 */
public interface GateJournal {

  /** Keeps no record. */
  GateJournal NONE =
      new GateJournal() {
        @Override
        public void sending(Passage passage, Destination destination, byte[] payload) {}

        @Override
        public void forbidden(Passage passage, Destination destination) {}
      };

  /**
   * These bytes are about to leave.
   *
   * @param payload not to be changed by anyone
   * @throws RuntimeException if it cannot be recorded; nothing leaves then
   */
  void sending(Passage passage, Destination destination, byte[] payload);

  /** The gate let nothing out to that destination. */
  void forbidden(Passage passage, Destination destination);
}
