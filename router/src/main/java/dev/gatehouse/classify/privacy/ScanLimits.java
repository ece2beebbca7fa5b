package dev.gatehouse.classify.privacy;

/**
 * How much of a document is scanned; what lies beyond is reported as UNSCANNABLE, never passed
 * over.
 *
 * @param maxDepth objects and arrays within each other, at least 1
 * @param maxCharacters UTF-16 units of all strings and keys together, at least 1
 * @param maxFindings at least 1
 */
public record ScanLimits(int maxDepth, long maxCharacters, int maxFindings) {

  /** Refuses limits below 1. */
  public ScanLimits {
    if (maxDepth < 1 || maxCharacters < 1 || maxFindings < 1) {
      throw new IllegalArgumentException("scan limits: expected 1 or more each");
    }
  }

  /** 200 levels, 32 Mi characters (twice what a million tokens take), 10,000 findings. */
  public static ScanLimits defaults() {
    return new ScanLimits(200, 32L << 20, 10_000);
  }
}
