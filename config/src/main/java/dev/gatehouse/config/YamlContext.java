package dev.gatehouse.config;

import java.nio.file.Path;

/**
 * What every value of one file shares.
 *
 * @param directory what relative paths in the file start from
 */
record YamlContext(Problems problems, Interpolation interpolation, Path directory) {

  /** A path of the file: absolute as it is, relative from the file's own directory. */
  Path resolve(Path written) {
    return directory.resolve(written).normalize();
  }
}
