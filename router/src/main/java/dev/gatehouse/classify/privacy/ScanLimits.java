package dev.gatehouse.classify.privacy;

/**
 * How much of a document is scanned; what lies beyond is reported as UNSCANNABLE, never passed
 * over.
 *
 * @param maxDepth objects and arrays within each other, at least 1
 * @param maxCharacters UTF-16 units of all strings and keys together, at least 1
 * @param maxFindings at least 1
 * @param decoding how much of what is encoded in them
 */
public record ScanLimits(int maxDepth, long maxCharacters, int maxFindings, Decoding decoding) {

  /** Refuses limits below 1. */
  public ScanLimits {
    requireOneOrMore(Math.min(Math.min(maxDepth, maxFindings), maxCharacters));
  }

  /** With the default bounds of decoding. */
  public ScanLimits(int maxDepth, long maxCharacters, int maxFindings) {
    this(maxDepth, maxCharacters, maxFindings, Decoding.defaults());
  }

  /** 200 levels, 32 Mi characters (twice what a million tokens take), 10,000 findings. */
  public static ScanLimits defaults() {
    return new ScanLimits(200, 32L << 20, 10_000);
  }

  private static void requireOneOrMore(long least) {
    if (least < 1) {
      throw new IllegalArgumentException("scan limits: expected 1 or more each");
    }
  }

  /**
   * How much is decoded.
   *
   * @param maxLayers encodings within each other, at least 1
   * @param maxDecoded UTF-16 units of all decoded texts together, at least 1
   * @param maxRead UTF-16 units that detectors read in all, decoded or not, at least 1: a bound on
   *     the work, counted so that the same document always has the same outcome
   */
  public record Decoding(int maxLayers, long maxDecoded, long maxRead) {

    /** Refuses limits below 1. */
    public Decoding {
      requireOneOrMore(Math.min(maxLayers, Math.min(maxDecoded, maxRead)));
    }

    /** 5 layers, 32 Mi characters decoded, 128 Mi read. */
    public static Decoding defaults() {
      return new Decoding(5, 32L << 20, 128L << 20);
    }
  }
}
