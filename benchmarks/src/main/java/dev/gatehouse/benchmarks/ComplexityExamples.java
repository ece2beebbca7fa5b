package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Complexity.Task;
import dev.gatehouse.classify.complexity.FeatureExtractor;
import dev.gatehouse.classify.complexity.Features;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The public data that difficulty is learned from, as examples. */
final class ComplexityExamples {

  private static final String ANCHORS = "complexity-anchors.txt";
  private static final double ANCHOR_WEIGHT = 10;
  private static final double GRADED_WEIGHT = 2;

  /** Closed-book recall is marked by exact words, so only half of a miss is counted. */
  private static final double RECALL_SHARE = 0.5;

  private static final Map<String, Task> TASKS =
      Map.ofEntries(
          Map.entry("natural_qa", Task.QUESTION_ANSWERING),
          Map.entry("trivia_qa", Task.QUESTION_ANSWERING),
          Map.entry("commonsense_qa", Task.QUESTION_ANSWERING),
          Map.entry("openbook_qa", Task.QUESTION_ANSWERING),
          Map.entry("arc_challenge", Task.QUESTION_ANSWERING),
          Map.entry("gsm8k", Task.MATH),
          Map.entry("math", Task.MATH),
          Map.entry("mbpp", Task.CODE),
          Map.entry("human_eval", Task.CODE),
          Map.entry("agentverse-logicgrid", Task.REASONING));

  private final Path folder;
  private final FeatureExtractor extractor;
  private final ObjectMapper json = new ObjectMapper();

  ComplexityExamples(Path folder, FeatureExtractor extractor) {
    this.folder = folder;
    this.extractor = extractor;
  }

  /** Questions that a strong and a weak model answered, one by one. */
  List<Example> graded() {
    List<Example> examples = new ArrayList<>();
    for (JsonNode row : rows("mmlu_1500")) {
      double weak = row.path("weak").asDouble();
      Features features = features(row.path("text").asText());
      examples.add(
          new Example(features, 1 - weak, GRADED_WEIGHT, row.path("strong").asDouble(), weak));
    }
    return examples;
  }

  /** Everything else. */
  List<Example> common() {
    List<Example> examples = new ArrayList<>();
    Map<String, String> tasks = new HashMap<>();
    rows("ulab_tasks")
        .forEach(row -> tasks.put(row.path("text").asText(), row.path("task").asText()));
    for (JsonNode row : rows("ulab_9models")) {
      String text = row.path("text").asText();
      examples.add(example(text, missed(row, tasks.getOrDefault(text, "")), 1));
    }
    rows("self_instruct_seed").forEach(row -> examples.add(example(text(row), 0.3, 1)));
    rows("self_instruct_user").forEach(row -> examples.add(example(text(row), 0.3, 1)));
    rows("arena_hard_v01").forEach(row -> examples.add(example(text(row), 0.65, 1)));
    examples.addAll(anchors());
    return examples;
  }

  /** How often the task is told where the data names it. */
  String taskAccuracy() {
    int all = 0;
    int right = 0;
    for (JsonNode row : rows("ulab_tasks")) {
      Task expected = TASKS.get(row.path("task").asText());
      if (expected != null) {
        all++;
        right += features(text(row)).task() == expected ? 1 : 0;
      }
    }
    return String.format(
        Locale.ROOT, "task told on ulab_tasks %.3f of %d", right / (double) all, all);
  }

  private static double missed(JsonNode row, String task) {
    double sum = 0;
    for (JsonNode score : row.path("scores")) {
      sum += score.asDouble();
    }
    double missed = 1 - sum / row.path("scores").size();
    boolean recall = task.equals("trivia_qa") || task.equals("natural_qa");
    return Math.clamp(recall ? missed * RECALL_SHARE : missed, 0, 1);
  }

  private List<Example> anchors() {
    return read(ComplexityExamples.class.getResourceAsStream(ANCHORS)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .map(line -> example(line[1], Double.parseDouble(line[0]), ANCHOR_WEIGHT))
        .toList();
  }

  private Example example(String text, double difficulty, double weight) {
    return new Example(features(text), difficulty, weight, 0, 0);
  }

  private static String text(JsonNode row) {
    return row.path("text").asText();
  }

  private List<JsonNode> rows(String name) {
    try (InputStream file = Files.newInputStream(folder.resolve(name + ".jsonl.gz"))) {
      List<JsonNode> rows = new ArrayList<>();
      for (String line : read(new GZIPInputStream(file))) {
        rows.add(json.readTree(line));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(InputStream stream) {
    Objects.requireNonNull(stream, ANCHORS);
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
        .lines()
        .toList();
  }

  private Features features(String text) {
    Message user = new Message(Role.USER, List.of(new Part.Text(text)), Optional.empty());
    return extractor.extract(
        new ChatRequest(
            Wire.OPENAI_CHAT,
            new JsonBody(new byte[0], JsonNodeFactory.instance.objectNode()),
            "auto",
            List.of(user),
            List.of(),
            new ToolChoice.Auto(),
            new ResponseFormat.Text(),
            GenerationOptions.defaults(),
            false,
            false,
            Map.of(),
            List.of()));
  }
}
