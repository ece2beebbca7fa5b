package dev.gatehouse.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well predicted difficulty tells which questions need the strong model.
 *
 * @param apgr average performance gap recovered (arXiv 2406.18665): 0.5 for chance, 1 for the best
 * @param accuracy share of questions on which the weak model's error is told at the threshold that
 *     predicts as many errors as there are
 * @param areaUnderCurve chance that a question the weak model fails is ranked above one it does not
 */
record RoutingScore(double apgr, double accuracy, double areaUnderCurve) {

  static RoutingScore of(double[] predicted, List<Example> graded) {
    List<Example> hardestFirst =
        IntStream.range(0, predicted.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -predicted[i]))
            .map(graded::get)
            .toList();
    return new RoutingScore(apgr(hardestFirst), accuracy(hardestFirst), area(hardestFirst));
  }

  private static double apgr(List<Example> hardestFirst) {
    double weak = quality(hardestFirst, 0);
    double strong = quality(hardestFirst, 10);
    double area = 0;
    for (int tenth = 0; tenth < 10; tenth++) {
      area += (quality(hardestFirst, tenth) + quality(hardestFirst, tenth + 1)) / 20;
    }
    return (area - weak) / (strong - weak);
  }

  private static double quality(List<Example> hardestFirst, int tenthsToStrong) {
    int cut = hardestFirst.size() * tenthsToStrong / 10;
    double right = hardestFirst.subList(0, cut).stream().mapToDouble(Example::strong).sum();
    right += hardestFirst.stream().skip(cut).mapToDouble(Example::weak).sum();
    return right / hardestFirst.size();
  }

  private static double accuracy(List<Example> hardestFirst) {
    int errors = (int) hardestFirst.stream().filter(example -> example.weak() == 0).count();
    long told =
        hardestFirst.stream().limit(errors).filter(e -> e.weak() == 0).count()
            + hardestFirst.stream().skip(errors).filter(e -> e.weak() == 1).count();
    return (double) told / hardestFirst.size();
  }

  private static double area(List<Example> hardestFirst) {
    double pairs = 0;
    double errors = 0;
    for (Example example : hardestFirst) {
      errors += 1 - example.weak();
      pairs += example.weak() * errors;
    }
    return pairs / (errors * (hardestFirst.size() - errors));
  }
}
