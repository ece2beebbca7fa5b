package dev.gatehouse.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.PrivacyClassifier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The CPU time that scanning takes, of the one thread that scans, warm. */
public final class ScanTime {

  private static final int BYTES_A_KILOBYTE = 1024;

  private static final Duration ROUND = Duration.ofSeconds(1);

  /** On a busy machine compilation takes its time. */
  private static final int MOST_ROUNDS = 10;

  /** A round that gains less on the one before was warm. */
  private static final double GAIN = 0.97;

  private ScanTime() {}

  /**
   * Microseconds of CPU for each 1,024 bytes of text in UTF-8, over all texts; 0 without text. Reads
   * the texts over and over until that gets no faster.
   */
  public static double microsPerKilobyte(
      Collection<LabelledText> texts, PrivacyClassifier classifier) {
    List<JsonNode> documents = texts.stream().map(ScannedText::document).toList();
    long bytes =
        texts.stream().mapToLong(text -> text.text().getBytes(StandardCharsets.UTF_8).length).sum();
    if (bytes == 0) {
      return 0;
    }
    return warmNanosOfPass(documents, classifier) / 1_000 / (bytes / (double) BYTES_A_KILOBYTE);
  }

  private static double warmNanosOfPass(List<JsonNode> documents, PrivacyClassifier classifier) {
    double best = nanosOfPass(documents, classifier);
    for (int round = 1; round < MOST_ROUNDS; round++) {
      double nanos = nanosOfPass(documents, classifier);
      if (nanos > best * GAIN) {
        return Math.min(best, nanos);
      }
      best = nanos;
    }
    return best;
  }

  private static double nanosOfPass(List<JsonNode> documents, PrivacyClassifier classifier) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long elapsed = 0;
    int passes = 0;
    while (elapsed < ROUND.toNanos()) {
      documents.forEach(classifier::scan);
      passes++;
      elapsed = threads.getCurrentThreadCpuTime() - start;
    }
    return elapsed / (double) passes;
  }
}
