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

  /** Compilation settles within it. */
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  private static final Duration MEASURED = Duration.ofSeconds(1);

  private ScanTime() {}

  /** Microseconds of CPU for each 1,024 bytes of text in UTF-8, over all texts; 0 without text. */
  public static double microsPerKilobyte(
      Collection<LabelledText> texts, PrivacyClassifier classifier) {
    List<JsonNode> documents = texts.stream().map(ScannedText::document).toList();
    long bytes =
        texts.stream().mapToLong(text -> text.text().getBytes(StandardCharsets.UTF_8).length).sum();
    if (bytes == 0) {
      return 0;
    }
    nanosOfPass(documents, classifier, WARM_UP);
    double nanos = nanosOfPass(documents, classifier, MEASURED);
    return nanos / 1_000 / (bytes / (double) BYTES_A_KILOBYTE);
  }

  private static double nanosOfPass(
      List<JsonNode> documents, PrivacyClassifier classifier, Duration atLeast) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long elapsed = 0;
    int passes = 0;
    while (elapsed < atLeast.toNanos()) {
      documents.forEach(classifier::scan);
      passes++;
      elapsed = threads.getCurrentThreadCpuTime() - start;
    }
    return elapsed / (double) passes;
  }
}
