package dev.gatehouse.provider.langchain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.relay.Framing;
import dev.langchain4j.data.message.ChatMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One call on one vendor's wire, seen from the side: puts into the request what LangChain4j left
 * out, mends events before LangChain4j reads them, and notes what LangChain4j would lose (usage,
 * the model that answers, the vendor's own word for the end). One object a call, one thread.
 */
public interface VendorWire {

  /** How the vendor parts its events. */
  Framing framing();

  /**
   * Longest wait for the first byte of the answer; empty means the upstream's own longest silence,
   * which also holds between two parts of it.
   */
  default Optional<Duration> patience() {
    return Optional.empty();
  }

  /**
   * Whether {@link #completeRequest} writes the whole request, because the wire holds more than
   * LangChain4j's types do. LangChain4j is then given a stand-in, and the body begins empty.
   */
  default boolean writesRequest() {
    return false;
  }

  /**
   * Completes a request.
   *
   * @param body what LangChain4j made; to be changed in place
   * @param messages what it was made of
   */
  void completeRequest(ObjectNode body, List<ChatMessage> messages);

  /**
   * Mends one event.
   *
   * @return what LangChain4j shall see in its place, in order; may be empty
   * @throws dev.gatehouse.provider.ProviderException if the event reports an error
   */
  List<ObjectNode> mendEvent(ObjectNode event);

  /**
   * What the event that was mended last says beside, and LangChain4j has no callback for; handed on
   * before what it shall see.
   */
  default List<Event> eventsBeside() {
    return List.of();
  }

  /** Whether these bytes, which need not be JSON, are the mark behind the last event. */
  default boolean isEndMark(byte[] data) {
    return false;
  }

  /** Why the answer ended; empty while the vendor has not said that it did. */
  Optional<FinishReason> finishReason();

  /** The caller's stop sequence that ended the answer; empty where none did, or it is not told. */
  default Optional<String> stopSequence() {
    return Optional.empty();
  }

  /** The model that answers, by the vendor's name; empty text while unknown. */
  String responseModel();

  /** The vendor's token counts so far; empty where it gave none. */
  Optional<Usage> usage();
}
