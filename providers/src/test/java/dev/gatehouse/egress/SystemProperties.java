package dev.gatehouse.egress;

import java.util.Map;
import java.util.Properties;

/** System properties changed for a while. */
final class SystemProperties implements AutoCloseable {
  private final Properties before = (Properties) System.getProperties().clone();

  private SystemProperties() {}

  static SystemProperties set(Map<String, String> changes) {
    SystemProperties changed = new SystemProperties();
    changes.forEach(System::setProperty);
    return changed;
  }

  @Override
  public void close() {
    System.setProperties(before);
  }
}
