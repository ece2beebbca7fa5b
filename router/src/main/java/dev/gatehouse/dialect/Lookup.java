package dev.gatehouse.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One path of a vendor's protocol at which the gateway answers out of what it knows: no model is
 * asked.
 *
 * @param method as in {@code GET}
 * @param path as in {@code /v1/models/{id:.+}}: a name in braces stands for one segment, with
 *     {@code :.+} for all that follow
 */
public record Lookup(String method, String path, Answerer answerer) {

  /** Answers; safe for use by any thread. */
  @FunctionalInterface
  public interface Answerer {

    /**
     * The body of the answer, whose status is 200.
     *
     * @throws ApiException if there is no such thing
     * @throws InvalidRequestException if the question is wrong
     */
    JsonNode answer(Question question);
  }

  /**
   * What is asked.
   *
   * @param pathParameters by the names that the path has in braces
   * @param query the first value of each parameter after the question mark
   * @param body may be empty
   */
  public record Question(
      Caller caller, Map<String, String> pathParameters, Map<String, String> query, byte[] body) {
    public Question {
      pathParameters = Map.copyOf(pathParameters);
      query = Map.copyOf(query);
    }
  }
}
