package dev.gatehouse.classify.complexity;

import dev.gatehouse.classify.Complexity.Task;
import java.util.EnumMap;
import java.util.Map;

/** Votes of words and signs for the kind of work. Not for use by several threads. */
final class TaskVotes {

  private final Map<Task, Integer> votes = new EnumMap<>(Task.class);

  void add(Task task, int count) {
    votes.merge(task, count, Integer::sum);
  }

  /** Adds another's votes, each {@code weight} times. */
  void addAll(TaskVotes other, int weight) {
    other.votes.forEach((task, count) -> add(task, count * weight));
  }

  /** The task with most votes, the first of equals; CHAT where nothing speaks for another. */
  Task winner() {
    Task best = Task.CHAT;
    for (Map.Entry<Task, Integer> entry : votes.entrySet()) {
      if (entry.getValue() > votes.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    return best;
  }
}
