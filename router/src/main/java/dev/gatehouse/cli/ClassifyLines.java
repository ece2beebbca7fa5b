package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.inference.ChatRequest;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Classifies many texts or requests: JSON lines in, JSON lines out, in the same order, on all
 * cores, with a bounded number of lines in memory.
 *
 * <p>In: {@code {"id","text"}} or {@code {"id","request":{chat body}}}; the id may be any JSON
 * value or be missing. Out: {@code
 * {"id","task","difficulty","privacy":{"class","findings":[{"type","rule","class","path","start","end"}]}}}.
 * Offsets count code points of the string at {@code path}: {@code /text} for a text, a pointer into
 * the chat body for a request. A line that cannot be read gives {@code {"id","error"}} with its
 * number, from 1, and the next line follows; blank lines are passed over.
 */
final class ClassifyLines {

  private static final int LINES_A_BATCH = 64;
  private static final int CHARACTERS_A_BATCH = 1 << 20;
  private static final int BATCHES_A_CORE = 2;

  private final LineClassifier lines;
  private final int cores;

  /**
   * Uses all cores.
   *
   * @param decoder reads a chat body; its exceptions' messages go into the line's error
   */
  ClassifyLines(RequestClassifier classifier, Function<JsonNode, ChatRequest> decoder) {
    this(classifier, decoder, Runtime.getRuntime().availableProcessors());
  }

  ClassifyLines(RequestClassifier classifier, Function<JsonNode, ChatRequest> decoder, int cores) {
    this.lines = new LineClassifier(classifier, decoder);
    this.cores = cores;
  }

  /**
   * Reads to the end of {@code input} and writes a line for each; closes neither.
   *
   * @throws IOException if reading or writing fails
   * @throws InterruptedException if the calling thread is interrupted; what is under way is dropped
   */
  void run(Reader input, Writer output) throws IOException, InterruptedException {
    NumberedLines numbered = new NumberedLines(input);
    Queue<Future<String>> underWay = new ArrayDeque<>();
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    try {
      List<NumberedLines.Line> batch = nextBatch(numbered);
      while (!batch.isEmpty()) {
        List<NumberedLines.Line> work = batch;
        underWay.add(workers.submit(() -> lines.classifyAll(work)));
        if (underWay.size() > cores * BATCHES_A_CORE) {
          output.write(result(underWay.remove()));
        }
        batch = nextBatch(numbered);
      }
      while (!underWay.isEmpty()) {
        output.write(result(underWay.remove()));
      }
      output.flush();
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<NumberedLines.Line> nextBatch(NumberedLines lines) throws IOException {
    List<NumberedLines.Line> batch = new ArrayList<>(LINES_A_BATCH);
    int characters = 0;
    while (batch.size() < LINES_A_BATCH && characters < CHARACTERS_A_BATCH) {
      Optional<NumberedLines.Line> line = lines.next();
      if (line.isEmpty()) {
        return batch;
      }
      characters += line.get().text().length();
      batch.add(line.get());
    }
    return batch;
  }

  private static String result(Future<String> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("classify: a worker failed", e.getCause());
    }
  }
}
