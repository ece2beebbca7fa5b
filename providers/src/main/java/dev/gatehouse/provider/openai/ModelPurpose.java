package dev.gatehouse.provider.openai;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a model is for, as far as its name tells. */
enum ModelPurpose {
  /** Answers in text. */
  CHAT,
  /** Turns texts into vectors. */
  EMBEDDINGS,
  /** Pictures, sound, moderation, ranking: nothing that this gateway asks for. */
  OTHER;

  /**
   * Families of models that give vectors and need not have "embed" in their names: BAAI's bge,
   * Microsoft's e5, Alibaba's gte, Sentence Transformers' MiniLM and mpnet, Snowflake's arctic,
   * Stella, Instructor, Salesforce's SFR, Alibaba's and Voyage's lines.
   */
  private static final Pattern EMBEDDING_FAMILY =
      Pattern.compile(
          ".*embed.*|(.*[/_-])?(bge|e5|gte|stella|instructor|voyage|sfr)-.*|.*-minilm.*|all-mpnet-.*");

  /** Models that rank or classify, though their family's other members give vectors. */
  private static final Pattern RANKER = Pattern.compile(".*rerank.*|.*-reward.*|.*moderation.*");

  /** Of OpenAI's own list (platform.openai.com/docs/models), and of servers that follow it. */
  private static final List<String> OTHERS =
      List.of(
          "whisper",
          "tts-",
          "dall-e",
          "gpt-image",
          "chatgpt-image",
          "gpt-realtime",
          "sora",
          "text-moderation",
          "omni-moderation");

  /** Variants that answer over other endpoints, whatever the model is called else. */
  private static final List<String> OTHER_VARIANTS =
      List.of("-realtime", "-transcribe", "-tts", "whisper");

  /** What a model of that name is for; one whose name says nothing is taken for a chat model. */
  static ModelPurpose of(String id) {
    String name = id.toLowerCase(Locale.ROOT);
    if (RANKER.matcher(name).matches() || isOther(name)) {
      return OTHER;
    }
    return EMBEDDING_FAMILY.matcher(name).matches() ? EMBEDDINGS : CHAT;
  }

  private static boolean isOther(String name) {
    String bare = name.substring(name.lastIndexOf('/') + 1);
    return OTHERS.stream().anyMatch(bare::startsWith)
        || OTHER_VARIANTS.stream().anyMatch(bare::contains);
  }
}
