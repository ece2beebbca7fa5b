package dev.gatehouse.dialect;

import java.util.function.Predicate;

/**
 * The first lines of a request, as far as they tell which vendor's protocol it speaks.
 *
 * @param header whether there is a header of that name, in any letter case
 */
public record RequestHead(String path, Predicate<String> header) {

  /** Whether the path is this one or below it. */
  public boolean isUnder(String root) {
    return path.startsWith(root)
        && (path.length() == root.length() || path.charAt(root.length()) == '/');
  }
}
