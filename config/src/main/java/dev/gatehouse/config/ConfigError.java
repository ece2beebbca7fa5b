package dev.gatehouse.config;

/**
 * One thing that is wrong in the file.
 *
 * @param location {@code file:line}, or the file alone where there is no line
 * @param path dotted path of the value, as in {@code providers[0].base-url}; empty for the file as
 *     a whole
 * @param expected what would have been right
 * @param found what stands there; {@code ****} for secrets
 */
public record ConfigError(String location, String path, String expected, String found) {

  /** One line: {@code gatehouse.yaml:12: server.port: expected 0 to 65535, found 99999}. */
  @Override
  public String toString() {
    String where = path.isEmpty() ? location : location + ": " + path;
    return where + ": expected " + expected + ", found " + found;
  }
}
