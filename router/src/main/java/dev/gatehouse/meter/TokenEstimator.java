package dev.gatehouse.meter;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolSpec;

/**
 * Estimates tokens without any vendor's tokenizer: which one applies is known only to the vendor,
 * and differs from model to model.
 *
 * <p>The estimate is for showing and for comparing candidates. It leaves out what some vendors add
 * for tools (Anthropic about 500 tokens, Groq's Llama models about 700). The bound is for reserving
 * money and includes that; measured against recorded requests it holds for all of them, for text
 * and tools. It does not hold for a text made to defeat it, nor for images with a vendor that
 * charges them otherwise: only UTF-8 bytes bound a byte-level vocabulary with certainty, at four
 * times the usual count. An actual cost above the reservation is recorded as it is.
 */
public final class TokenEstimator {
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** OpenAI's chat template frames an answer with 3 tokens; harmony (gpt-oss) adds about 73. */
  private static final TokenEstimate REQUEST = new TokenEstimate(3, 110);

  /** OpenAI's frames each message with 4 tokens (role, two marks, end), Llama's with 5 or more. */
  private static final TokenEstimate MESSAGE = new TokenEstimate(4, 16);

  /** What frames a text that is to become a vector: begin and end. */
  private static final TokenEstimate INPUT = new TokenEstimate(0, 4);

  /** What a vendor tells its model about tools as such. */
  private static final TokenEstimate TOOLS = new TokenEstimate(0, 800);

  /** What frames each tool. */
  private static final TokenEstimate TOOL = new TokenEstimate(0, 60);

  /** Anthropic takes up to 1,600 tokens for an image, OpenAI's gpt-4o 85 to 1,445. */
  private static final TokenEstimate IMAGE = new TokenEstimate(1_000, 6_000);

  /** A file that is named by its id says nothing about its size. */
  private static final TokenEstimate FILE_BY_ID = new TokenEstimate(1_000, 20_000);

  private TokenEstimator() {}

  /** Tokens of a text alone. */
  public static TokenEstimate of(String text) {
    return TextTokens.of(text);
  }

  /** Tokens of a text of which only the length is known: 4 characters each. */
  public static long ofCharacters(long characters) {
    return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
  }

  /** Input tokens of a request. */
  public static TokenEstimate of(InferenceRequest request) {
    return switch (request) {
      case ChatRequest chat -> of(chat);
      case EmbeddingsRequest embeddings -> of(embeddings);
    };
  }

  private static TokenEstimate of(EmbeddingsRequest request) {
    TokenEstimate sum = TokenEstimate.NONE;
    for (String input : request.inputs()) {
      sum = sum.plus(INPUT).plus(of(input));
    }
    return sum;
  }

  /**
   * Input tokens of a request: messages, tools and the schema of the answer, with what the vendor's
   * template adds.
   */
  public static TokenEstimate of(ChatRequest request) {
    TokenEstimate sum = REQUEST.plus(format(request.responseFormat()));
    for (Message message : request.messages()) {
      sum = sum.plus(message(message));
    }
    if (!request.tools().isEmpty()) {
      sum = sum.plus(TOOLS);
    }
    for (ToolSpec tool : request.tools()) {
      sum = sum.plus(tool(tool));
    }
    return sum;
  }

  private static TokenEstimate message(Message message) {
    TokenEstimate sum = MESSAGE.plus(message.name().map(TextTokens::of).orElse(TokenEstimate.NONE));
    for (Part part : message.parts()) {
      sum = sum.plus(part(part));
    }
    return sum;
  }

  private static TokenEstimate part(Part part) {
    return switch (part) {
      case Part.Text(String text) -> of(text);
      case Part.Thinking(String text, _) -> of(text);
      case Part.RedactedThinking(String data) -> ofBase64(data.length());
      case Part.Refusal(String text) -> of(text);
      case Part.ToolCall(_, String name, String arguments) ->
          MESSAGE.plus(of(name)).plus(of(arguments));
      case Part.ToolResult result -> result(result);
      case Part.Image _ -> IMAGE;
      case Part.Audio(String base64, _) -> audio(base64.length());
      case Part.File file -> file.url().map(url -> file(url.length())).orElse(FILE_BY_ID);
    };
  }

  private static TokenEstimate result(Part.ToolResult result) {
    TokenEstimate sum = MESSAGE;
    for (Part part : result.content()) {
      sum = sum.plus(part(part));
    }
    return sum;
  }

  /** Encrypted text: at most as long as its encoding. */
  private static TokenEstimate ofBase64(long characters) {
    return new TokenEstimate(ofCharacters(characters), characters);
  }

  // From 10 tokens a second (OpenAI) of good MP3 to 32 a second (Gemini) of speech at 16 kbit/s.
  private static TokenEstimate audio(long base64Characters) {
    return new TokenEstimate(
        Math.ceilDiv(base64Characters, 1_000), Math.ceilDiv(base64Characters, 64));
  }

  // A page of a PDF file is some 1,500 to 3,000 tokens (Anthropic) and some 30 to 100 kB; a plain
  // text file has one token for about five characters of base64, and at most one for each 4/3.
  private static TokenEstimate file(long base64Characters) {
    return new TokenEstimate(Math.ceilDiv(base64Characters, 20), base64Characters);
  }

  private static TokenEstimate tool(ToolSpec tool) {
    return TOOL.plus(of(tool.name()))
        .plus(tool.description().map(TextTokens::of).orElse(TokenEstimate.NONE))
        .plus(
            tool.parameters()
                .map(schema -> TextTokens.of(schema.toString()))
                .orElse(TokenEstimate.NONE));
  }

  private static TokenEstimate format(ResponseFormat format) {
    return switch (format) {
      case ResponseFormat.Text() -> TokenEstimate.NONE;
      case ResponseFormat.JsonObject() -> TokenEstimate.NONE;
      case ResponseFormat.JsonSchema(String name, var schema, _) ->
          MESSAGE.plus(of(name)).plus(of(schema.toString()));
    };
  }
}
