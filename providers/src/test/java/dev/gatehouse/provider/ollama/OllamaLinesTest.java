package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real server does, line by line, and what a client must see of it. */
class OllamaLinesTest {
  private static final String SMOL = "smollm2:135m";

  private static ProviderException failure(String recording) {
    try (FakeOllama ollama = FakeOllama.replaying(recording)) {
      return failure(ollama, Asked.of("hi"), SMOL);
    }
  }

  private static ProviderException failure(FakeOllama ollama, Asked asked, String model) {
    OllamaProvider provider = ollama.provider();
    return catchThrowableOfType(
        ProviderException.class, () -> asked.askedOf(provider, FakeOllama.model(provider, model)));
  }

  private static List<Event> events(String recording, String model) {
    try (FakeOllama ollama = FakeOllama.replaying(recording)) {
      OllamaProvider provider = ollama.provider();
      return Asked.of("hi").askedOf(provider, FakeOllama.model(provider, model));
    }
  }

  private static JsonNode error(ProviderException failure) {
    byte[] body = failure.answer().orElseThrow().body();
    return Asked.json(new String(body, StandardCharsets.UTF_8)).path("error");
  }

  /** Answers with the recorded whole answer. */
  private static ScriptedUpstream.Script ok(int promptTokens) {
    return exchange ->
        exchange.json(
            200,
            "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"ok\"},\"done\":true,"
                + "\"done_reason\":\"stop\",\"prompt_eval_count\":"
                + promptTokens
                + ",\"eval_count\":1}");
  }

  private static JsonNode options(ScriptedUpstream.Exchange exchange) {
    return Asked.json(exchange.bodyText()).path("options");
  }

  @Nested
  class StatusCodesAndErrors {

    @ParameterizedTest
    @CsvSource({
      "generate_err_unknown_model_404, FAILED, model 'nosuch' not found",
      "embed_unknown_model_404, FAILED, 'model \"nosuch\" not found, try pulling it first'",
      "chat_err_option_type_num_ctx_string, FAILED, 'option \"num_ctx\" must be of type integer'",
      "chat_err_missing_model_400, REJECTED, model is required",
      "chat_err_content_parts_array_400, REJECTED,",
      "chat_err_tools_unsupported_400, REJECTED, registry.ollama.ai/library/smollm2:135m does not support tools",
      "chat_err_think_unsupported_400, REJECTED, '\"smollm2:135m\" does not support thinking'",
      "chat_with_embedding_model_400, REJECTED, '\"tinybert\" does not support chat'",
      "embed_with_completion_model, FAILED, This server does not support embeddings. Start it with `--embeddings`",
      "err_queue_full_503, BUSY, 'server busy, please try again.  maximum pending requests exceeded'",
      "chat_err_cloud_tag_403, FAILED, ollama cloud is disabled: remote model is unavailable",
      "cloud_enabled_offline_chat_cloud_suffix, FAILED,"
    })
    void anErrorIsJudgedByItsStatusAndKeepsItsWords(String recording, Kind kind, String words) {
      ProviderException failure = failure(recording);

      assertThat(failure.kind()).isEqualTo(kind);
      if (words != null) {
        assertThat(error(failure).path("message").asText()).isEqualTo(words);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat_err_format_schema_invalid", "chat_images_to_text_model_stream"})
    void anErrorThatIsPackedTwiceIsUnpacked(String recording) {
      ProviderException failure = failure(recording);

      assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
      assertThat(error(failure).path("message").asText()).isNotEmpty().doesNotContain("\"code\"");
    }

    @Test
    void aRefusedHostWithoutABodyIsAFailureOfTheServer() {
      try (FakeOllama ollama =
          FakeOllama.recorded(
              "ps_loaded", exchange -> exchange.respond(403, Map.of(), new byte[0]))) {
        assertThat(failure(ollama, Asked.of("hi"), SMOL).kind()).isEqualTo(Kind.FAILED);
      }
    }
  }

  @Nested
  class Streaming {

    @ParameterizedTest
    @ValueSource(strings = {"runner_killed_mid_chat_stream", "chat_token_repeat_abort_nostream"})
    void anAnswerWithoutADoneLineIsBroken(String recording) {
      assertThat(failure(recording).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void aRepetitionThatIsNotAbortedEndsWithLength() {
      assertThat(events("native_token_repeat", SMOL).getLast())
          .isEqualTo(Event.Ended.of(FinishReason.LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alias_a_again_reload", "chat_unload_only"})
    void aModelThatWasOnlyLoadedOrUnloadedHasNotAnswered(String recording) {
      assertThat(failure(recording).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void theSilenceBeforeTheFirstByteMayLastLongerThanTheSilenceBetweenBytes() {
      try (FakeOllama ollama =
          FakeOllama.recorded("ps_empty_after_unload", OllamaLinesTest::aPieceAndSilence)) {
        OllamaProvider provider = ollama.provider(List.of(), Duration.ofMillis(200), 8);
        provider.discover();

        ProviderException failure =
            catchThrowableOfType(
                ProviderException.class,
                () -> Asked.of("hi").askedOf(provider, FakeOllama.model(provider, SMOL)));

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure).hasMessageContaining("fell silent");
      }
    }
  }

  private static void aPieceAndSilence(ScriptedUpstream.Exchange exchange) throws IOException {
    exchange.begin(200, "application/x-ndjson");
    exchange.chunk("{\"model\":\"m\",\"message\":{\"content\":\"x\"},\"done\":false}\n");
    try {
      exchange.awaitPeerGone(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Nested
  class ContextAndTruncation {

    @Test
    void aPromptThatTheServerCountsAsTooLongForTheModelIsToldWithBothNumbers() {
      ProviderException failure = failure("trunc_chat_one_long_truncate_false");

      assertThat(failure.kind()).isEqualTo(Kind.TOO_LONG);
      assertThat(failure).hasMessageContaining("needs 1513 tokens of context, has 512");
      assertThat(error(failure).path("code").asText()).isEqualTo("context_length_exceeded");
      assertThat(error(failure).path("message").asText()).contains("1513").contains("512");
    }

    @Test
    void theWordsWithoutNumbersAreUnderstoodOnceNoLongerContextIsLeft() {
      JsonNode recorded = Recordings.ollama("trunc_chat_one_long_shift_false");
      try (FakeOllama ollama =
          FakeOllama.recorded("ps_loaded", exchange -> Recordings.replay(recorded, exchange))) {
        ProviderException failure = failure(ollama, Asked.of("hi"), SMOL);

        assertThat(failure.kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(failure).hasMessageContaining("needs 8193 tokens of context, has 8192");
        assertThat(ollama.chats())
            .extracting(chat -> options(chat).path("num_ctx").asInt())
            .containsExactly(4096, 8192);
      }
    }

    @Test
    void aPromptThatIsSurelyTooLongIsNotSentAtAll() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded", ok(1))) {
        ProviderException failure = failure(ollama, Asked.of("word ".repeat(40_000)), SMOL);

        assertThat(failure.kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(error(failure).path("message").asText()).contains("8192");
        assertThat(ollama.chats()).isEmpty();
      }
    }

    @Test
    void aPromptThatMayFitIsJudgedByTheServer() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded", ok(6000))) {
        OllamaProvider provider = ollama.provider();

        Asked.of("word ".repeat(6000)).askedOf(provider, FakeOllama.model(provider, SMOL));

        assertThat(options(ollama.chats().getFirst()).path("num_ctx").asInt()).isEqualTo(8192);
      }
    }

    @Test
    void anAnswerToAPromptThatWasHalvedIsNotDelivered() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded", ok(4098))) {
        ProviderException failure = failure(ollama, Asked.of("word ".repeat(6000)), SMOL);

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure).hasMessageContaining("cut to 4098 tokens");
      }
    }

    @Test
    void theEstimateLearnsFromTheServersCounts() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_empty_after_unload", ok(1200))) {
        OllamaProvider provider = ollama.provider();
        Model model = FakeOllama.model(provider, SMOL);
        Asked asked = Asked.of("word ".repeat(3000)).with(limit(256));
        for (int i = 0; i < 4; i++) {
          Asked.of("word ".repeat(1500)).with(limit(16)).askedOf(provider, model);
        }

        asked.askedOf(provider, model);

        assertThat(options(ollama.chats().getLast()).path("num_ctx").asInt()).isEqualTo(4096);
      }
    }

    @Test
    void anAnswerIsNeverLetRunPastTheContextsEnd() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded", ok(4000))) {
        OllamaProvider provider = ollama.provider();

        Asked.of("word ".repeat(3000))
            .with(limit(7000))
            .askedOf(provider, FakeOllama.model(provider, SMOL));

        JsonNode sent = options(ollama.chats().getFirst());
        assertThat(sent.path("num_ctx").asInt()).isEqualTo(8192);
        assertThat(sent.path("num_predict").asInt()).isBetween(1, 8192 - 4000);
      }
    }

    @Test
    void aModelThatDidNotLoadWithTheLargerContextIsAskedWithASmallerOne() {
      try (FakeOllama ollama =
          FakeOllama.recorded("ps_empty_after_unload", OllamaLinesTest::tooSmallAMachine)) {
        OllamaProvider provider = ollama.provider();

        Asked.of("word ".repeat(600))
            .with(limit(3500))
            .askedOf(provider, FakeOllama.model(provider, SMOL));

        assertThat(ollama.chats())
            .extracting(chat -> options(chat).path("num_ctx").asInt())
            .containsExactly(8192, 4096);
        assertThat(FakeOllama.model(provider, SMOL).contextTokens()).hasValue(4096);
      }
    }
  }

  private static void tooSmallAMachine(ScriptedUpstream.Exchange exchange) throws IOException {
    if (options(exchange).path("num_ctx").asInt() > 4096) {
      exchange.json(
          500,
          "{\"error\":\"model requires more system memory (5.6 GiB) than is available (3.7 GiB)\"}");
    } else {
      ok(600).answer(exchange);
    }
  }

  private static GenerationOptions limit(int tokens) {
    GenerationOptions none = GenerationOptions.defaults();
    return new GenerationOptions(
        none.temperature(),
        none.topP(),
        none.topK(),
        OptionalInt.of(tokens),
        none.stop(),
        none.seed(),
        none.presencePenalty(),
        none.frequencyPenalty(),
        none.choices(),
        none.reasoning(),
        none.parallelToolCalls());
  }

  @Nested
  class SchedulingAndLoading {

    @Test
    void aliasesOfOneFileAskForOneContextLength() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_empty_after_unload", ok(10))) {
        OllamaProvider provider = ollama.provider();
        Asked.of("hi").askedOf(provider, FakeOllama.model(provider, SMOL));
        Asked.of("word ".repeat(2500))
            .askedOf(provider, FakeOllama.model(provider, "smollm2-ctx512:latest"));

        Asked.of("hi").askedOf(provider, FakeOllama.model(provider, "smollm2-think:latest"));

        assertThat(ollama.chats())
            .extracting(chat -> options(chat).path("num_ctx").asInt())
            .containsExactly(4096, 8192, 8192);
      }
    }

    @Test
    void theServerNamesOneAliasOfWhatIsLoadedAndTheOthersAreLoadedToo() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_two_aliases_one_runner", ok(10))) {
        OllamaProvider provider = ollama.provider();

        assertThat(FakeOllama.model(provider, SMOL).details().loaded()).isTrue();
        assertThat(FakeOllama.model(provider, "smollm2-ctx512:latest").details().loaded()).isTrue();
        assertThat(FakeOllama.model(provider, "tinybert:latest").details().loaded()).isFalse();
      }
    }

    @Test
    void contextMemoryAndTheEndOfKeepAliveAreKnownOfALoadedModel() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded", ok(10))) {
        assertThat(FakeOllama.model(ollama.provider(), SMOL).details().inMemory())
            .contains(
                new Model.Loaded(
                    OptionalInt.of(4096),
                    OptionalLong.of(209_505_483),
                    OptionalLong.of(0),
                    Optional.of(Instant.parse("2026-11-22T19:56:53.014115924Z"))));
      }
    }

    @Test
    void aModelThatIsKeptForEverDoesNotExpire() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded_keep_alive_forever", ok(10))) {
        Model.Loaded loaded =
            FakeOllama.model(ollama.provider(), SMOL).details().inMemory().orElseThrow();

        assertThat(loaded.expires()).isEmpty();
      }
    }

    @Test
    void theTimeInTheServersQueueIsWhatTheTotalHasBeyondTheRest() {
      JsonNode recorded = Recordings.ollama("concurrent_p1_request_b");
      List<OllamaTimings.Answer> timings = new ArrayList<>();
      try (FakeOllama ollama =
          FakeOllama.recorded("ps_loaded", exchange -> Recordings.replay(recorded, exchange))) {
        OllamaProvider provider = ollama.provider(timings::add);

        Asked.of("hi").askedOf(provider, FakeOllama.model(provider, SMOL));

        assertThat(timings).hasSize(1);
        OllamaTimings.Answer answer = timings.getFirst();
        assertThat(answer.modelReference()).isEqualTo("ollama/" + SMOL);
        assertThat(answer.queuedThere())
            .isEqualTo(Duration.ofNanos(1_981_021_896L - 7_522_359 - 29_327_000 - 938_569_000));
        assertThat(answer.load()).isEqualTo(Duration.ofNanos(7_522_359));
        assertThat(answer.promptEvaluation()).isEqualTo(Duration.ofNanos(29_327_000));
        assertThat(answer.evaluation()).isEqualTo(Duration.ofNanos(938_569_000));
        assertThat(answer.queuedHere()).isGreaterThanOrEqualTo(Duration.ZERO);
      }
    }

    @Test
    void whatALoadTookIsKnownOfTheModelFromThenOn() {
      try (FakeOllama ollama = FakeOllama.replaying("chat_stream")) {
        OllamaProvider provider = ollama.provider();
        assertThat(FakeOllama.model(provider, SMOL).details().loadTime()).isEmpty();

        Asked.of("hi").askedOf(provider, FakeOllama.model(provider, SMOL));

        assertThat(FakeOllama.model(provider, "smollm2-ctx512:latest").details().loadTime())
            .contains(Duration.ofNanos(521_845_923));
      }
    }
  }

  @Nested
  class CountsAndCapabilities {

    @Test
    void theServersCountsAreReported() {
      assertThat(events("chat_stream", SMOL)).contains(new Event.UsageReported(Usage.of(37, 24)));
    }

    @Test
    void aPromptWhoseCountIsLeftOutIsNotTakenForCutAndCountsZero() {
      String uncounted =
          "{\"model\":\"m\",\"message\":{\"content\":\"ok\"},\"done\":true,\"done_reason\":\"stop\"}";
      try (FakeOllama ollama =
          FakeOllama.recorded("ps_loaded", exchange -> exchange.json(200, uncounted))) {
        OllamaProvider provider = ollama.provider();

        assertThat(
                Asked.of("word ".repeat(6000)).askedOf(provider, FakeOllama.model(provider, SMOL)))
            .contains(new Event.UsageReported(Usage.of(0, 0)));
      }
    }

    @Test
    void aModelIsOfferedForWhatTheServerSaysItCanDo() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded", ok(10))) {
        OllamaProvider provider = ollama.provider();

        assertThat(FakeOllama.model(provider, SMOL).capabilities())
            .containsExactlyInAnyOrder(
                Capability.JSON_OBJECT, Capability.JSON_SCHEMA, Capability.VERBATIM_FIELDS);
        assertThat(FakeOllama.model(provider, "smollm2-tools:latest").capabilities())
            .contains(Capability.TOOLS, Capability.FORCED_TOOLS)
            .doesNotContain(Capability.THINKING, Capability.VISION);
        assertThat(FakeOllama.model(provider, "smollm2-think:latest").capabilities())
            .contains(Capability.THINKING)
            .doesNotContain(Capability.TOOLS);
        assertThat(FakeOllama.model(provider, "tinybert:latest").capabilities())
            .containsExactlyInAnyOrder(Capability.EMBEDDINGS, Capability.VERBATIM_FIELDS);
      }
    }

    @Test
    void thinkIsSaidToAModelThatCanAndNotToOneThatCannot() {
      try (FakeOllama ollama = FakeOllama.recorded("ps_loaded", ok(10))) {
        OllamaProvider provider = ollama.provider();

        Asked.of("hi").askedOf(provider, FakeOllama.model(provider, "smollm2-think:latest"));
        Asked.of("hi").askedOf(provider, FakeOllama.model(provider, SMOL));

        assertThat(ollama.chats())
            .extracting(chat -> Asked.json(chat.bodyText()).path("think").toString())
            .containsExactly("true", "");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat_think_true_nostream", "chat_think_unset_means_true"})
    void thoughtsAreKeptApartFromTheAnswer(String recording) {
      JsonNode message = Recordings.ollama(recording).at("/response_body/message");

      List<Event> events = events(recording, "smollm2-think:latest");

      assertThat(Asked.text(events)).isEqualTo(message.path("content").asText());
      assertThat(events).contains(new Event.ThinkingDelta(0, message.path("thinking").asText()));
    }
  }

  @Nested
  class NamesAndCloud {

    @ParameterizedTest
    @CsvSource({
      "smollm2-think, true",
      "SmolLM2-Think:LATEST, true",
      "smollm2-think:latest:local, true",
      "smollm2-think:local, true",
      "smollm2-think:cloud, false",
      "smollm2-think:latest-cloud, false",
      "smollm2-think:1b, false"
    })
    void aNameIsMatchedWithoutCaseAndWithTheTagThatItImplies(String asked, boolean same) {
      assertThat(OllamaModel.named("smollm2-think:latest").isCalled(asked)).isEqualTo(same);
    }

    @Test
    void aModelThatTheServerOnlyForwardsIsInTheCloudWhateverItsName() {
      String tags = Recordings.ollama("tags_with_remote_model").path("response_body").toString();
      JsonNode stub = Asked.json(tags).at("/models/0");

      OllamaModel model = new OllamaEntry(stub, Asked.json("{}")).model(Map.of());

      assertThat(model.cloud()).isTrue();
      assertThat(model.calledAs("stub-cloud-model:local").cloud()).isTrue();
      assertThat(model.facts(Locality.LOCAL, OptionalInt.empty(), Optional.empty()).locality())
          .isEqualTo(Locality.CLOUD);
    }
  }
}
