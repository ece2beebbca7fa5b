package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.InheritedPrivacy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers that are kept for the caller they were given to; for any other caller they are not there.
 * Safe for use by any thread; methods block.
 */
public interface StoredResponses {

  /** Whether anything is kept at all. */
  boolean keeping();

  /**
   * A conversation up to and including one response.
   *
   * @return empty if the response is not there, or a turn before it was deleted
   * @throws ApiException 413 if it is too long to be put into one request
   */
  Optional<Conversation> conversation(Caller caller, String responseId);

  /** One item of a kept response, by the item's id. */
  Optional<Remembered> item(Caller caller, String itemId);

  /** One response as it was given, with what it answered. */
  Optional<Exchange> find(Caller caller, String responseId);

  /**
   * Keeps a response; returns when it is durable.
   *
   * @throws dev.gatehouse.dialect.AnswerNotKeptException if it cannot be made durable
   */
  void keep(Caller caller, Kept kept);

  /** Deletes a response; false if it is not there. */
  boolean delete(Caller caller, String responseId);

  /**
   * An item with the id by which clients refer to it.
   *
   * @param json as the client or the model wrote it
   */
  record Item(String id, JsonNode json) {}

  /**
   * The turns of a conversation.
   *
   * @param turn the store's own number of the last one, for {@link Kept#previous}
   * @param items of all turns, oldest first: each turn's input, then its output
   * @param privacy of all turns together
   */
  record Conversation(long turn, List<JsonNode> items, InheritedPrivacy privacy) {
    public Conversation {
      items = List.copyOf(items);
    }
  }

  /** An item with the privacy of the turn it belongs to. */
  record Remembered(JsonNode json, InheritedPrivacy privacy) {}

  /** A response and its own input, without that of earlier turns. */
  record Exchange(JsonNode response, List<Item> input) {
    public Exchange {
      input = List.copyOf(input);
    }
  }

  /**
   * What is to be kept.
   *
   * @param createdAt from which its time counts
   * @param previous the turn that it goes on from
   * @param response as the client is given it
   */
  record Kept(
      String responseId,
      Instant createdAt,
      OptionalLong previous,
      InheritedPrivacy privacy,
      JsonNode response,
      List<Item> input,
      List<Item> output) {
    public Kept {
      input = List.copyOf(input);
      output = List.copyOf(output);
    }
  }
}
