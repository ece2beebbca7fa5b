package dev.gatehouse.classify.complexity;

import dev.gatehouse.classify.Complexity.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words that features count. Read once; immutable after. */
final class Lexicon {

  private static final int MIN_STEM = 4;
  private static final int MAX_STEM = 10;

  private static final Set<String> CONSTRAINTS =
      Set.of(
          "must",
          "exactly",
          "least",
          "most",
          "only",
          "without",
          "ensure",
          "avoid",
          "should",
          "format",
          "limit",
          "include",
          "never",
          "always",
          "each",
          "every",
          "constraint",
          "require");

  private static final Set<String> STEPS =
      Set.of(
          "step",
          "steps",
          "then",
          "derive",
          "prove",
          "compare",
          "contrast",
          "analyze",
          "analyse",
          "design",
          "evaluate",
          "justify",
          "critically",
          "architecture",
          "strategy",
          "implications",
          "trade-offs",
          "tradeoffs",
          "optimize",
          "debug",
          "refactor",
          "plan");

  private static final Set<String> LONG_ANSWERS =
      Set.of(
          "essay",
          "report",
          "detailed",
          "comprehensive",
          "thorough",
          "pages",
          "chapter",
          "article",
          "guide",
          "in-depth",
          "elaborate");

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "the", "a", "an", "of", "to", "in", "is", "are", "and", "for", "on", "what", "how",
          "this", "that", "with", "me", "my", "you", "i", "it", "be", "do", "does", "by", "or",
          "was");

  private static final List<String> LEARNED_ENDINGS =
      List.of(
          "ology",
          "itis",
          "osis",
          "emia",
          "aemia",
          "ectomy",
          "opathy",
          "ase",
          "ene",
          "ane",
          "yl",
          "ide",
          "morphism",
          "ential",
          "icity",
          "ometry",
          "itive",
          "istic",
          "ization",
          "isation",
          "ional",
          "ality");

  private final Set<String> specialist;
  private final Map<String, TaskVotes> votes;

  private Lexicon(Set<String> specialist, Map<String, TaskVotes> votes) {
    this.specialist = specialist;
    this.votes = votes;
  }

  static Lexicon bundled() {
    Set<String> specialist = new HashSet<>();
    lines("specialist-terms.txt")
        .forEach(line -> specialist.addAll(Arrays.asList(line.split(" "))));
    Map<String, TaskVotes> votes = new HashMap<>();
    lines("task-words.txt").forEach(line -> addVotes(line.split(" "), votes));
    return new Lexicon(specialist, votes);
  }

  private static void addVotes(String[] line, Map<String, TaskVotes> votes) {
    Task task = Task.valueOf(line[0]);
    for (int i = 1; i < line.length; i++) {
      int colon = line[i].lastIndexOf(':');
      String word = colon < 0 ? line[i] : line[i].substring(0, colon);
      int vote = colon < 0 ? 2 : Integer.parseInt(line[i].substring(colon + 1));
      votes.computeIfAbsent(word, _ -> new TaskVotes()).add(task, vote);
    }
  }

  private static List<String> lines(String resource) {
    try (InputStream stream = Lexicon.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a word's votes to {@code totals}, each {@code weight} times. */
  void vote(String word, int weight, TaskVotes totals) {
    TaskVotes ofWord = votes.get(word);
    if (ofWord != null) {
      totals.addAll(ofWord, weight);
    }
  }

  boolean isSpecialist(String word) {
    if (word.length() < MIN_STEM) {
      return specialist.contains(word);
    }
    for (int end = MIN_STEM; end <= Math.min(word.length(), MAX_STEM); end++) {
      if (specialist.contains(word.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  boolean isLearned(String word) {
    if (word.length() < 7) {
      return false;
    }
    for (String ending : LEARNED_ENDINGS) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  boolean isConstraint(String word) {
    return CONSTRAINTS.contains(word);
  }

  boolean isStep(String word) {
    return STEPS.contains(word);
  }

  boolean asksForLength(String word) {
    return LONG_ANSWERS.contains(word);
  }

  boolean isFunctionWord(String word) {
    return FUNCTION_WORDS.contains(word);
  }
}
