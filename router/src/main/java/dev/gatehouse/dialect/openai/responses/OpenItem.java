package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An output item that still grows. */
sealed interface OpenItem permits OpenMessage, OpenCall, OpenReasoning {

  /**
   * Ends it.
   *
   * @param status {@code completed} or {@code incomplete}
   * @return the whole item
   */
  ObjectNode close(String status);
}
