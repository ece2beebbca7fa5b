package dev.gatehouse.cli;

import dev.gatehouse.provider.embedded.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;

/** Shows how far a download has come, on one line where there is a terminal, else at each tenth. */
final class DownloadBar {
  private static final int WIDTH = 30;
  private static final double MEBIBYTE = 1024.0 * 1024;

  private final PrintWriter err;
  private final boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
  private int shown = -1;

  DownloadBar(PrintWriter err) {
    this.err = err;
  }

  /** Called for every piece that has come. */
  synchronized void show(Progress progress) {
    if (progress.bytesTotal().isEmpty()) {
      return;
    }
    long total = Math.max(1, progress.bytesTotal().getAsLong());
    int percent = (int) (progress.bytesDone() * 100 / total);
    if (terminal ? percent > shown : percent / 10 > shown / 10 || shown < 0) {
      shown = percent;
      draw(progress, percent, total);
    }
  }

  private void draw(Progress progress, int percent, long total) {
    int filled = percent * WIDTH / 100;
    err.printf(
        Locale.ROOT,
        "%sfetching the embedded model from %s [%s%s] %d of %d MiB%s",
        terminal ? "\r" : "",
        progress.source(),
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        Math.round(progress.bytesDone() / MEBIBYTE),
        Math.round(total / MEBIBYTE),
        terminal && percent < 100 ? "" : "\n");
    err.flush();
  }
}
