package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.gateway.Classifiers;
import dev.gatehouse.json.Json;
import dev.gatehouse.quality.LabelledText;
import dev.gatehouse.quality.LabelledTexts;
import dev.gatehouse.quality.PrivacyEvaluation;
import dev.gatehouse.quality.PrivacyFigures;
import dev.gatehouse.quality.ScanTime;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How well private values are found in labelled texts. Here {@code --data} names the files to read,
 * and no folder.
 */
@Command(
    name = "privacy",
    mixinStandardHelpOptions = true,
    description = "How well private values are found in labelled texts, and what it takes.")
final class EvalPrivacyCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description =
          "JSON lines {\"id\",\"text\",\"spans\":[{\"start\",\"end\",\"type\",\"kind\"}],\"class\",\"weak\"}, plain or .gz.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--misses",
      description = "Print what went wrong as well: ids and places, never a value.")
  private boolean misses;

  @Override
  public void run() {
    PrivacyConfig privacy = config.load().privacy();
    PrivacyClassifier classifier = new Classifiers(privacy).forgetful(privacy);
    PrintWriter out = spec.commandLine().getOut();
    ObjectNode document = Json.object();
    ArrayNode array = document.putArray("files");
    for (Path file : files) {
      EvaluatedFile evaluated = evaluate(file, classifier);
      if (json) {
        array.add(evaluated.json(misses));
      } else {
        out.print(evaluated.text(misses));
      }
    }
    if (json) {
      out.println(new String(Json.write(document), StandardCharsets.UTF_8));
    }
    out.flush();
  }

  private static EvaluatedFile evaluate(Path file, PrivacyClassifier classifier) {
    List<LabelledText> texts = read(file);
    PrivacyFigures figures = PrivacyEvaluation.of(texts, classifier);
    double micros = ScanTime.microsPerKilobyte(texts, classifier);
    return new EvaluatedFile(String.valueOf(file.getFileName()), figures, micros);
  }

  private static List<LabelledText> read(Path file) {
    try {
      return LabelledTexts.read(file);
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }
}
