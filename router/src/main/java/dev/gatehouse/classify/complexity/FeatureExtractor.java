package dev.gatehouse.classify.complexity;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;

/**
 * Reads the features of a request: chiefly of its last user turn, for that is what has to be
 * answered now. Safe for use by any thread.
 */
public final class FeatureExtractor {

  /** A longer turn is judged by its beginning and its end, where the question stands. */
  private static final int MAX_CHARACTERS = 8_000;

  private static final int TAIL_CHARACTERS = 2_000;

  private final Lexicon lexicon = Lexicon.bundled();

  /** Reads the bundled word lists. */
  public FeatureExtractor() {}

  /** The features of one request. */
  public Features extract(ChatRequest request) {
    String text = lastUserText(request);
    TextCounts counts = new TextCounts(lexicon);
    counts.read(ends(text));
    double[] dense = new double[Features.size()];
    textFeatures(dense, counts, text.length());
    requestFeatures(dense, request);
    return new Features(TaskRules.task(counts), dense, counts.buckets.stream().toArray());
  }

  private static String lastUserText(ChatRequest request) {
    return request.messages().reversed().stream()
        .filter(message -> message.role() == Role.USER)
        .map(Message::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String ends(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    return text.substring(0, MAX_CHARACTERS - TAIL_CHARACTERS)
        + "\n"
        + text.substring(text.length() - TAIL_CHARACTERS);
  }

  private static void textFeatures(double[] dense, TextCounts counts, int characters) {
    double words = Math.max(1, counts.words);
    dense[0] = 1;
    dense[1] = Math.log1p(characters / 6.0) / 6;
    dense[2] = counts.letters / words / 10;
    dense[3] = counts.longWords / words;
    dense[4] = upTo(4, counts.specialist);
    dense[5] = Math.min(1, 4 * counts.specialist / (words + 4));
    dense[6] = upTo(4, counts.learned);
    dense[7] = upTo(10, counts.numerals);
    dense[8] = upTo(10, counts.mathSigns);
    dense[9] = upTo(10, counts.codeSigns);
    dense[10] = upTo(6, counts.constraints);
    dense[11] = upTo(4, counts.questions);
    dense[12] = upTo(4, counts.steps);
    dense[13] = upTo(2, counts.longAnswers);
    dense[14] = counts.otherScript / words;
    dense[15] = counts.words > 3 && counts.functionWords == 0 ? 1 : 0;
    dense[20] = counts.choices >= 3 ? 1 : 0;
    dense[21] = counts.words <= 3 ? 1 : 0;
    dense[22] = counts.names / words;
  }

  private static void requestFeatures(double[] dense, ChatRequest request) {
    dense[16] = upTo(8, request.tools().size());
    dense[17] = Math.min(1, Math.log1p(request.messages().size() - 1) / 4);
    dense[18] = request.responseFormat() instanceof ResponseFormat.JsonSchema ? 1 : 0;
    dense[19] = Math.log1p(instructionCharacters(request) / 6.0) / 8;
  }

  private static int instructionCharacters(ChatRequest request) {
    int characters = 0;
    for (Message message : request.messages()) {
      boolean instructs = message.role() == Role.SYSTEM || message.role() == Role.DEVELOPER;
      characters += instructs ? message.text().length() : 0;
    }
    return characters;
  }

  private static double upTo(int most, int count) {
    return Math.min(most, count) / (double) most;
  }
}
