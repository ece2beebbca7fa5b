package dev.gatehouse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.Capability;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.langchain.FakeVendor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which models a server is taken to have, and for what. */
class OpenAiModelsTest {

  private static List<Model> listed(ProviderKind kind, String... entries) {
    String answer = "{\"data\":[" + String.join(",", entries) + "]}";
    try (FakeVendor server =
        new FakeVendor(
            kind, OpenAiProvider::new, List.of(), exchange -> exchange.json(200, answer))) {
      server.provider().discover();
      return server.provider().models();
    }
  }

  private static Model one(String entry) {
    return listed(ProviderKind.OPENAI_COMPATIBLE, entry).getFirst();
  }

  private static String named(String id) {
    return "{\"id\":\"" + id + "\"}";
  }

  @Test
  void modelsOfOpenAiThatNeitherChatNorEmbedAreNotOffered() {
    List<Model> models =
        listed(
            ProviderKind.OPENAI,
            named("gpt-4.1-mini"),
            named("whisper-1"),
            named("tts-1-hd"),
            named("gpt-4o-mini-tts"),
            named("dall-e-3"),
            named("gpt-image-1"),
            named("omni-moderation-latest"),
            named("gpt-4o-realtime-preview"),
            named("gpt-realtime"),
            named("gpt-4o-transcribe"),
            named("sora-2"),
            named("text-embedding-3-small"));

    assertThat(models)
        .extracting(Model::id)
        .containsExactly("gpt-4.1-mini", "text-embedding-3-small");
    assertThat(models.getFirst().capabilities())
        .contains(Capability.IMAGE_URLS, Capability.VISION, Capability.FILES);
    assertThat(models.getLast().capabilities())
        .containsExactlyInAnyOrder(Capability.EMBEDDINGS, Capability.VERBATIM_FIELDS);
  }

  @Test
  void modelsThatGiveVectorsAreKnownByTheirNames() {
    for (String id :
        List.of(
            "nomic-embed-text",
            "text-embedding-ada-002",
            "BAAI/bge-m3",
            "intfloat/e5-large-v2",
            "multilingual-e5-large",
            "Alibaba-NLP/gte-Qwen2-7B-instruct",
            "sentence-transformers/all-MiniLM-L6-v2",
            "mistral-embed",
            "snowflake-arctic-embed2")) {
      assertThat(ModelPurpose.of(id)).as(id).isEqualTo(ModelPurpose.EMBEDDINGS);
    }
    for (String id :
        List.of("gpt-4o", "qwen3-8b", "deepseek-r1", "gemma-3n-e4b-it", "gpt-4o-audio-preview")) {
      assertThat(ModelPurpose.of(id)).as(id).isEqualTo(ModelPurpose.CHAT);
    }
    assertThat(ModelPurpose.of("BAAI/bge-reranker-v2-m3")).isEqualTo(ModelPurpose.OTHER);
  }

  @Test
  void whatTheServerSaysOutdoesTheName() {
    assertThat(one("{\"id\":\"granite\",\"type\":\"embeddings\"}").capabilities())
        .contains(Capability.EMBEDDINGS);
    assertThat(one("{\"id\":\"voyage-to-mars\",\"type\":\"chat\"}").capabilities())
        .doesNotContain(Capability.EMBEDDINGS);
  }

  @Test
  void contextLengthIsReadInEveryServersSpelling() {
    for (String field :
        List.of("max_model_len", "context_window", "context_length", "max_context_length")) {
      assertThat(one("{\"id\":\"m\",\"" + field + "\":32768}").contextTokens()).hasValue(32768);
    }
    assertThat(one("{\"id\":\"m\",\"context_length\":null}").contextTokens()).isEmpty();
  }

  @Test
  void aModelOfWhichNobodySaysWhatItSeesIsTakenToSee() {
    assertThat(one(named("m")).capabilities())
        .contains(Capability.VISION, Capability.IMAGE_URLS, Capability.AUDIO, Capability.FILES)
        .doesNotContain(Capability.EMBEDDINGS);
  }

  @Test
  void aModelThatTheServerCallsBlindIsNotSentImages() {
    for (String said :
        List.of(
            "\"architecture\":{\"input_modalities\":[\"text\"]}",
            "\"capabilities\":{\"vision\":false}",
            "\"type\":\"llm\"")) {
      assertThat(one("{\"id\":\"m\"," + said + "}").capabilities())
          .as(said)
          .doesNotContain(Capability.VISION, Capability.IMAGE_URLS)
          .contains(Capability.TOOLS);
    }
    assertThat(one("{\"id\":\"m\",\"capabilities\":{\"function_calling\":false}}").capabilities())
        .doesNotContain(Capability.TOOLS, Capability.FORCED_TOOLS);
  }

  @Test
  void fieldsThatOnlyARelayCarriesAreGoneOverAnotherWire() {
    Model model = one(named("m"));

    assertThat(model.capabilities())
        .contains(Capability.VERBATIM_FIELDS, Capability.LOGPROBS, Capability.MULTIPLE_CHOICES);
    assertThat(model.translated().capabilities())
        .contains(Capability.TOOLS)
        .doesNotContain(
            Capability.VERBATIM_FIELDS, Capability.LOGPROBS, Capability.MULTIPLE_CHOICES);
  }
}
