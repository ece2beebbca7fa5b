package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.Complexity.Task;
import dev.gatehouse.classify.complexity.FeatureExtractor;
import dev.gatehouse.classify.complexity.Features;
import dev.gatehouse.classify.complexity.LinearModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Fits the weights of the difficulty estimate and prints how well it does on questions held out.
 *
 * <p>Use: {@code TrainComplexity DATA_FOLDER WEIGHTS_FILE}, with the folder that holds
 * mmlu_1500.jsonl.gz, ulab_9models.jsonl.gz, ulab_tasks.jsonl.gz and the rest of the routing data.
 */
public final class TrainComplexity {

  private static final int FOLDS = 5;

  private TrainComplexity() {}

  /** Trains, prints the figures, writes the weights. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    ComplexityExamples examples = new ComplexityExamples(data, new FeatureExtractor());
    List<Example> common = new ArrayList<>(examples.common());
    List<Example> graded = examples.graded();
    String figures = crossValidate(common, graded) + ", " + examples.taskAccuracy();
    System.out.println(figures);
    common.addAll(graded);
    write(Path.of(arguments[1]), LogisticTrainer.train(common), figures);
  }

  /** Ranks each fold of the graded questions by a model that has not seen it. */
  private static String crossValidate(List<Example> common, List<Example> graded) {
    double[] predicted = new double[graded.size()];
    int[] fold = new Random(5).ints(graded.size(), 0, FOLDS).toArray();
    for (int held = 0; held < FOLDS; held++) {
      List<Example> training = new ArrayList<>(common);
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] != held) {
          training.add(graded.get(i));
        }
      }
      LinearModel model = LogisticTrainer.train(training);
      for (int i = 0; i < fold.length; i++) {
        predicted[i] = fold[i] == held ? model.difficulty(graded.get(i).features()) : predicted[i];
      }
    }
    RoutingScore score = RoutingScore.of(predicted, graded);
    return String.format(
        Locale.ROOT,
        "mmlu_1500, %d-fold: APGR %.3f, weak model's errors told with accuracy %.3f (AUC %.3f)",
        FOLDS,
        score.apgr(),
        score.accuracy(),
        score.areaUnderCurve());
  }

  private static void write(Path file, LinearModel model, String figures) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Made by dev.gatehouse.benchmarks.TrainComplexity DATA/routing WEIGHTS_FILE\n");
    text.append(
        "# from mmlu_1500, ulab_9models, ulab_tasks, self_instruct_seed, self_instruct_user,\n");
    text.append("# arena_hard_v01 (Apache-2.0, MIT) and complexity-anchors.txt; ");
    text.append(figures).append('\n');
    for (int i = 0; i < Features.size(); i++) {
      String name = i < Features.NAMES.size() ? Features.NAMES.get(i) : taskName(i);
      text.append(String.format(Locale.ROOT, "%s %.4f%n", name, model.dense()[i]));
    }
    text.append("words ").append(Base64.getEncoder().encodeToString(model.words())).append('\n');
    Files.writeString(file, text);
  }

  private static String taskName(int index) {
    Task task = Features.TASKS.get(index - Features.NAMES.size());
    return "task-" + task.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
