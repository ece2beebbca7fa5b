package dev.gatehouse.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The ways in which clients ask, with the places for a value that each has. */
enum Dialect {
  OPENAI_CHAT("/v1/chat/completions"),
  OPENAI_COMPLETIONS("/v1/completions"),
  OPENAI_RESPONSES("/v1/responses"),
  OPENAI_EMBEDDINGS("/v1/embeddings"),
  ANTHROPIC_MESSAGES("/v1/messages"),
  ANTHROPIC_COUNT_TOKENS("/v1/messages/count_tokens"),
  OLLAMA_CHAT("/api/chat"),
  OLLAMA_GENERATE("/api/generate"),
  OLLAMA_EMBED("/api/embed");

  private static final List<String> CHAT_MODELS =
      List.of(
          "auto",
          "auto:best",
          "cloud",
          "openai/gpt-4.1-mini",
          "anthropic/claude-haiku-3.7",
          "gemini/gemini-2.5-flash",
          "openai-compatible/gpt-oss:120b-cloud");
  private static final List<String> EMBEDDING_MODELS =
      List.of("auto", "cloud", "openai/text-embedding-3-small");

  private final String path;

  Dialect(String path) {
    this.path = path;
  }

  private static Set<Position> chat(Position... more) {
    Set<Position> positions = EnumSet.range(Position.USER_TEXT, Position.RESULT_KEY);
    positions.addAll(List.of(more));
    return positions;
  }

  String path() {
    return path;
  }

  List<Position> positions() {
    return List.copyOf(
        switch (this) {
          case OPENAI_CHAT ->
              chat(
                  Position.FILE_NAME,
                  Position.METADATA,
                  Position.USER_FIELD,
                  Position.STOP,
                  Position.PARTICIPANT);
          case OPENAI_COMPLETIONS ->
              EnumSet.of(Position.USER_TEXT, Position.USER_FIELD, Position.STOP);
          case OPENAI_RESPONSES -> chat(Position.FILE_NAME, Position.METADATA, Position.USER_FIELD);
          case OPENAI_EMBEDDINGS ->
              EnumSet.of(Position.USER_TEXT, Position.EARLIER_USER_TEXT, Position.USER_FIELD);
          case ANTHROPIC_MESSAGES ->
              chat(
                  Position.FILE_NAME,
                  Position.FILE_TEXT,
                  Position.METADATA,
                  Position.STOP,
                  Position.HEADER);
          case ANTHROPIC_COUNT_TOKENS ->
              chat(Position.FILE_NAME, Position.FILE_TEXT, Position.HEADER);
          case OLLAMA_CHAT -> chat(Position.STOP);
          case OLLAMA_GENERATE -> EnumSet.of(Position.USER_TEXT, Position.SYSTEM, Position.STOP);
          case OLLAMA_EMBED -> EnumSet.of(Position.USER_TEXT, Position.EARLIER_USER_TEXT);
        });
  }

  /** Models that such a client may ask for; all but {@code auto} are in the cloud. */
  List<String> models() {
    return switch (this) {
      case OPENAI_EMBEDDINGS, OLLAMA_EMBED -> EMBEDDING_MODELS;
      case ANTHROPIC_COUNT_TOKENS -> List.of("anthropic/claude-haiku-3.7", "auto");
      case OPENAI_CHAT, OPENAI_COMPLETIONS, OPENAI_RESPONSES -> CHAT_MODELS;
      case ANTHROPIC_MESSAGES, OLLAMA_CHAT, OLLAMA_GENERATE -> CHAT_MODELS;
    };
  }

  /** The cloud model that gets most of what such a client says. */
  String faithfulModel() {
    return switch (this) {
      case OPENAI_EMBEDDINGS, OLLAMA_EMBED -> "openai/text-embedding-3-small";
      case ANTHROPIC_MESSAGES, ANTHROPIC_COUNT_TOKENS -> "anthropic/claude-haiku-3.7";
      case OPENAI_CHAT, OPENAI_COMPLETIONS, OPENAI_RESPONSES -> "openai/gpt-4.1-mini";
      case OLLAMA_CHAT, OLLAMA_GENERATE -> "openai/gpt-4.1-mini";
    };
  }
}
