package dev.gatehouse.dialect;

import java.util.Set;

/**
 * The first lines of a request, as far as they tell which vendor's protocol it speaks.
 *
 * @param headerNames in lower case
 */
public record RequestHead(String path, Set<String> headerNames) {
  public RequestHead {
    headerNames = Set.copyOf(headerNames);
  }

  /** Whether the path is this one or below it. */
  public boolean isUnder(String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
