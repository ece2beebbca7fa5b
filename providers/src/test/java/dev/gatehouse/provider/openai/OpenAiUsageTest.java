package dev.gatehouse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.langchain.Asked;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAiUsageTest {
  private static Optional<Usage> read(String usage) {
    return OpenAiUsage.read(Asked.json("{\"usage\":" + usage + "}"));
  }

  @Test
  void openAisDetailsAreAllCounted() {
    Optional<Usage> usage =
        read(
            "{\"prompt_tokens\":2000,\"completion_tokens\":300,\"total_tokens\":2300,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":1024,\"audio_tokens\":44,\"cache_write_tokens\":512},"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":192,\"audio_tokens\":7,"
                + "\"accepted_prediction_tokens\":5,\"rejected_prediction_tokens\":6}}");

    assertThat(usage).contains(new Usage(2000, 300, 1024, 512, 192).withAudio(44, 7));
  }

  @Test
  void deepSeeksCacheHitsAreCachedTokens() {
    assertThat(
            read(
                "{\"prompt_tokens\":100,\"completion_tokens\":5,\"prompt_cache_hit_tokens\":64,"
                    + "\"prompt_cache_miss_tokens\":36}"))
        .contains(new Usage(100, 5, 64, 0, 0));
  }

  @Test
  void mistralsAndTogethersCachedTokensStandBesideTheOthers() {
    assertThat(read("{\"prompt_tokens\":100,\"completion_tokens\":5,\"num_cached_tokens\":48}"))
        .contains(new Usage(100, 5, 48, 0, 0));
    assertThat(read("{\"prompt_tokens\":100,\"completion_tokens\":5,\"cached_tokens\":16}"))
        .contains(new Usage(100, 5, 16, 0, 0));
  }

  @Test
  void openRoutersCacheWritesAreCounted() {
    assertThat(
            read(
                "{\"prompt_tokens\":2649,\"completion_tokens\":100,\"cost\":0.0025,"
                    + "\"prompt_tokens_details\":{\"cached_tokens\":2569,\"cache_write_tokens\":79,\"audio_tokens\":0},"
                    + "\"completion_tokens_details\":{\"reasoning_tokens\":0}}"))
        .contains(new Usage(2649, 100, 2569, 79, 0));
  }

  @Test
  void groqsCountsAreReadWhereItPutsThemInAStream() {
    String chunk =
        "{\"choices\":[],\"x_groq\":{\"id\":\"req_1\",\"usage\":{\"queue_time\":0.04,\"prompt_tokens\":20,"
            + "\"completion_tokens\":9,\"completion_tokens_details\":{\"reasoning_tokens\":4}}}}";

    assertThat(OpenAiUsage.read(Asked.json(chunk))).contains(new Usage(20, 9, 0, 0, 4));
  }

  @Test
  void zhipusCachedAndReasoningTokensAreCounted() {
    assertThat(
            read(
                "{\"completion_tokens\":90,\"completion_tokens_details\":{\"reasoning_tokens\":70},"
                    + "\"prompt_tokens\":15,\"prompt_tokens_details\":{\"cached_tokens\":2},\"total_tokens\":105}"))
        .contains(new Usage(15, 90, 2, 0, 70));
  }

  @Test
  void partsNeverExceedTheWholeAndNonsenseIsNoCount() {
    assertThat(read("{\"prompt_tokens\":10,\"completion_tokens\":5,\"cached_tokens\":99}"))
        .contains(new Usage(10, 5, 10, 0, 0));
    assertThat(read("{\"prompt_tokens\":-1,\"completion_tokens\":5}")).isEmpty();
    assertThat(read("{\"prompt_tokens\":\"7\",\"completion_tokens\":5}")).isEmpty();
    assertThat(read("null")).isEmpty();
  }

  @Test
  void vectorsCostTheirPromptAlone() {
    String answer = "{\"data\":[],\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}";

    assertThat(OpenAiUsage.ofEmbeddings(Asked.json(answer))).contains(Usage.of(8, 0));
  }
}
