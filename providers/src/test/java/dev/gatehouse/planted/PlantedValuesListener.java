package dev.gatehouse.planted;

import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Listens to the whole test run, and fails it where a planted value shows. The product's own log is
 * noted down to its finest level, which nobody has to have set for a value to be too much.
 */
public final class PlantedValuesListener implements LauncherSessionListener {
  private final Logger root = Logger.getLogger("");
  private final Logger own = Logger.getLogger("dev.gatehouse");
  private final LogRecords records = new LogRecords();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    own.setLevel(Level.ALL);
    root.addHandler(records);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    root.removeHandler(records);
    Set<String> shown = WholeRun.shown();
    System.out.println("Searched for planted values: " + WholeRun.extent());
    if (!shown.isEmpty()) {
      throw new AssertionError("planted values show:\n" + String.join("\n", shown));
    }
  }
}
