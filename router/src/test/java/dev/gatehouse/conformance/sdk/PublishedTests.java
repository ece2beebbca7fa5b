package dev.gatehouse.conformance.sdk;

import dev.gatehouse.conformance.ScriptedUpstreams;
import dev.gatehouse.gateway.RunningGateway;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.common.AbstractChatModelIT;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.output.TokenUsage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests that LangChain4j publishes for every chat model, of models behind the gateway. What
 * needs the internet is left out.
 */
abstract class PublishedTests extends AbstractChatModelIT {
  private static final String MODEL = "openai-compatible/qwen3-8b";
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @TempDir private static Path data;

  private final ScriptedUpstreams upstreams = new ScriptedUpstreams();
  private RunningGateway gateway;

  @BeforeAll
  void start() {
    gateway = RunningGateway.start(upstreams.configuration(), data);
  }

  @AfterAll
  void stop() {
    gateway.close();
    upstreams.close();
  }

  /**
   * A model of LangChain4j's.
   *
   * @param gateway its address, without a path
   */
  abstract ChatModel model(String gateway, ChatRequestParameters parameters);

  @Override
  protected final List<ChatModel> models() {
    return List.of(
        model(
            gateway.url("").toString(), ChatRequestParameters.builder().modelName(MODEL).build()));
  }

  @Override
  protected final ChatModel createModelWith(ChatRequestParameters parameters) {
    ChatRequestParameters named =
        parameters.modelName() == null
            ? ChatRequestParameters.builder().modelName(MODEL).build().overrideWith(parameters)
            : parameters;
    return model(gateway.url("").toString(), named);
  }

  @Override
  protected final String customModelName() {
    return "qwen3-14b";
  }

  @Override
  protected ImageContent catImageContentBase64() {
    return ImageContent.from(PNG, "image/png");
  }

  @Override
  protected ImageContent diceImageContentBase64() {
    return ImageContent.from(PNG, "image/png");
  }

  @Override
  protected boolean supportsSingleImageInputAsPublicURL() {
    return false;
  }

  @Override
  protected boolean supportsMultipleImageInputsAsPublicURLs() {
    return false;
  }

  /** It would load the image from the internet first. */
  @Override
  protected void should_fail_if_images_as_public_URLs_are_not_supported(ChatModel model) {}

  /** A scripted model does not count. */
  @Override
  protected void assertOutputTokenCount(TokenUsage usage, Integer most) {}
}
