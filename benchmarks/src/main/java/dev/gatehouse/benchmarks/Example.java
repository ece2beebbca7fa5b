package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.complexity.Features;

/**
 * A question and how hard it was.
 *
 * @param difficulty 0 to 1: the share of models that failed
 * @param weight how much the example counts
 * @param strong whether a strong model was right, 0 or 1; only for graded questions
 * @param weak whether a weak model was right, 0 or 1; only for graded questions
 */
record Example(Features features, double difficulty, double weight, double strong, double weak) {}
