package dev.gatehouse.classify.complexity;

import dev.gatehouse.classify.Complexity.Task;

/** Chooses the task from the votes of words and from signs. */
final class TaskRules {

  private TaskRules() {}

  static Task task(TextCounts counts) {
    TaskVotes votes = new TaskVotes();
    votes.addAll(counts.votes, 1);
    votes.add(Task.CODE, Math.min(6, counts.codeSigns));
    votes.add(Task.MATH, Math.min(6, counts.mathSigns) + Math.min(4, counts.numerals) / 2);
    votes.add(Task.QUESTION_ANSWERING, counts.questions > 0 ? 2 : 0);
    votes.add(Task.QUESTION_ANSWERING, counts.choices >= 3 ? 4 : 0);
    return votes.winner();
  }
}
