package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.names.NameModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits the weights of the name tagger and prints how well it does on texts held out.
 *
 * <p>Use: {@code TrainNames DATA_FOLDER WEIGHTS_FILE [ERRORS_FILE]}, with the folder that holds
 * presidio_synth_v2.jsonl.gz and the rest of the privacy data.
 */
public final class TrainNames {

  private static final int FOLDS = 4;

  private static final String REMARK =
      """
      # Made by dev.gatehouse.benchmarks.TrainNames DATA/privacy WEIGHTS_FILE
      # from presidio_synth_v2, presidio_gen_large, nannigalaxy (MIT), btc, wnut17_test, wikigold
      # (CC BY 4.0), sec_filings (CC BY 3.0), pasteguard and llm_prompts (Apache-2.0).""";

  private TrainNames() {}

  /** Trains, prints the figures, writes the weights. */
  public static void main(String[] arguments) throws IOException {
    List<NameExample> examples = new NameCorpus(Path.of(arguments[0])).read();
    Map<String, NameScore> scores = new TreeMap<>();
    for (int held = 0; held < FOLDS; held++) {
      int test = held;
      NameModel model = train(examples.stream().filter(each -> fold(each) != test).toList());
      examples.stream()
          .filter(each -> fold(each) == test)
          .forEach(
              each -> scores.computeIfAbsent(each.source(), _ -> new NameScore()).add(each, model));
    }
    scores.forEach((source, score) -> System.out.println(source + ": " + score));
    if (arguments.length > 2) {
      writeErrors(Path.of(arguments[2]), scores);
    }
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[1]))) {
      train(examples).write(REMARK, file);
    }
  }

  private static void writeErrors(Path file, Map<String, NameScore> scores) throws IOException {
    StringBuilder text = new StringBuilder();
    scores.forEach(
        (source, score) ->
            score
                .errors()
                .forEach(line -> text.append(source).append(' ').append(line).append('\n')));
    Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static int fold(NameExample example) {
    return Math.floorMod((example.group().hashCode() * 0x9E3779B1) >>> 8, FOLDS);
  }

  private static NameModel train(List<NameExample> examples) {
    List<NameExample> all = new ArrayList<>(examples);
    NameAugmentation augmentation = new NameAugmentation();
    all.addAll(augmentation.ofTemplates());
    all.addAll(augmentation.withOtherNames(examples));
    return FieldTrainer.train(all.stream().map(TaggedText::of).toList());
  }
}
