package dev.gatehouse.provider.openai;

import java.util.List;

/**
 * What one model's server takes of OpenAI's chat protocol.
 *
 * @param limitField its name for the limit of an answer
 * @param developerRole whether it knows the role {@code developer}; elsewhere such a message goes
 *     as {@code system}
 * @param topK whether it knows {@code top_k}, which OpenAI does not have
 * @param reasoningContent whether it takes back what its model thought in earlier turns
 * @param efforts the words of {@code reasoning_effort} that the model takes, least first; empty
 *     where the field is not to be sent
 */
public record ServerProfile(
    String limitField,
    boolean developerRole,
    boolean topK,
    boolean reasoningContent,
    List<String> efforts) {

  public ServerProfile {
    efforts = List.copyOf(efforts);
  }

  /** OpenAI itself, which refuses fields that it does not know. */
  static ServerProfile openAi(String modelId) {
    return new ServerProfile(
        "max_completion_tokens", true, false, false, ReasoningEffort.words(modelId));
  }

  /**
   * Any other server.
   *
   * @param thinks whether the model is known to think before it answers
   */
  public static ServerProfile compatible(boolean thinks) {
    return new ServerProfile(
        "max_tokens", false, true, thinks, thinks ? ReasoningEffort.USUAL : List.of());
  }
}
