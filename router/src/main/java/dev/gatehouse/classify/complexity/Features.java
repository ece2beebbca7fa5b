package dev.gatehouse.classify.complexity;

import dev.gatehouse.classify.Complexity.Task;
import java.util.Arrays;
import java.util.List;

/**
 * What an estimate is made from.
 *
 * @param task the kind of work
 * @param dense a value for each of {@link #NAMES}, most of them 0 to 1
 * @param words buckets of the hashed words, each below {@link #BUCKETS}, without repeats
 */
public record Features(Task task, double[] dense, int[] words) {

  /** How many buckets words are hashed into. */
  public static final int BUCKETS = 4096;

  /** Names of the dense values, in order; the tasks' own indicators follow them. */
  public static final List<String> NAMES =
      List.of(
          "bias",
          "length",
          "word-length",
          "long-words",
          "specialist-terms",
          "specialist-density",
          "learned-endings",
          "numerals",
          "math-signs",
          "code-signs",
          "constraints",
          "questions",
          "steps",
          "long-answer",
          "other-scripts",
          "not-english",
          "tools",
          "turns",
          "schema",
          "instructions",
          "choices",
          "very-short",
          "names");

  /** The tasks in the order of their indicators. */
  public static final List<Task> TASKS = List.of(Task.values());

  /** How many dense values there are, the tasks' indicators included. */
  public static int size() {
    return NAMES.size() + TASKS.size();
  }

  /** Takes copies of the arrays. */
  public Features {
    dense = Arrays.copyOf(dense, size());
    dense[NAMES.size() + TASKS.indexOf(task)] = 1;
    words = words.clone();
  }
}
