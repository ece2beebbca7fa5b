package dev.gatehouse.classify.privacy.names;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The trained weights: for each known feature one byte for each tag, and for each pair of tags what
 * their standing side by side is worth. Immutable; safe for use by any thread.
 *
 * <p>A feature's weights are two numbers of eight bytes each: thirteen weights, each raised by 128,
 * and 15 bits of the feature's hash, by which features that were never seen are told from those
 * that were. Since every tag is raised by the same, sums compare as they would without.
 */
public final class NameModel {

  private static final String RESOURCE = "name-weights.bin";
  private static final int ROW = 2;
  private static final int BUCKET_ROWS = 4;
  private static final int TAGS_IN_FIRST = 8;
  private static final int FINGERPRINT_BITS = 15;
  private static final int FINGERPRINT_SHIFT = Long.SIZE - FINGERPRINT_BITS;
  private static final int LANE_BITS = 16;
  private static final long EVERY_LANE = 0x0001000100010001L;
  private static final long LANE_SIGNS = 0x8000800080008000L;
  private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;

  private static final Gazetteer GAZETTEER = Gazetteer.bundled();

  private final long[] rows;
  private final long[] fingerprints;
  private final int bucketMask;
  private final int[] transitions;
  private final int spread;

  private NameModel(long[] rows, int[] transitions) {
    this.rows = rows;
    this.bucketMask = rows.length / (ROW * BUCKET_ROWS) - 1;
    this.transitions = transitions;
    this.spread =
        Arrays.stream(transitions).max().orElse(0)
            - Arrays.stream(transitions, 0, Tags.COUNT).min().orElse(0);
    this.fingerprints = new long[bucketMask + 1];
    for (int row = 0; row < rows.length; row += ROW) {
      int index = row / ROW;
      long fingerprint = rows[row + 1] >>> FINGERPRINT_SHIFT;
      fingerprints[index / BUCKET_ROWS] |= fingerprint << (index % BUCKET_ROWS * LANE_BITS);
    }
  }

  /** Whether the lists have a word as a plain one, be it a name besides. */
  static boolean isPlainWord(String word) {
    return (GAZETTEER.kinds(Hash.lower(word)) & Gazetteer.Kind.COMMON.bit()) != 0;
  }

  /** The weights that come with Gatehouse, read once. */
  static NameModel bundled() {
    return Bundled.MODEL;
  }

  private static final class Bundled {
    private static final NameModel MODEL = read();

    private static NameModel read() {
      try (InputStream stream = NameModel.class.getResourceAsStream(RESOURCE)) {
        return NameModel.read(Objects.requireNonNull(stream, RESOURCE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The features of the words of a text. */
  public static NameFeatures features(NormalizedText text) {
    return new NameFeatures(text, GAZETTEER);
  }

  /** The most by which another transition can be worth more than one from the outside tag. */
  int spread() {
    return spread;
  }

  /** What {@code next} after {@code previous} is worth. */
  int transition(int previous, int next) {
    return transitions[previous * Tags.COUNT + next];
  }

  /**
   * Sums the weights of a word's features.
   *
   * @param scores of {@link Tags#COUNT} places: what each tag is worth, all raised by the same
   */
  void score(int[] features, int count, int[] scores) {
    long evenLow = 0;
    long oddLow = 0;
    long evenHigh = 0;
    long oddHigh = 0;
    for (int i = 0; i < count; i++) {
      int row = find(features[i]);
      if (row >= 0) {
        long low = rows[row];
        long high = rows[row + 1];
        evenLow += low & EVEN_BYTES;
        oddLow += (low >>> 8) & EVEN_BYTES;
        evenHigh += high & EVEN_BYTES;
        oddHigh += (high >>> 8) & EVEN_BYTES;
      }
    }
    for (int tag = 0; tag < TAGS_IN_FIRST; tag++) {
      long sums = tag % 2 == 0 ? evenLow : oddLow;
      scores[tag] = (int) (sums >>> (tag / 2 * 16)) & 0xFFFF;
    }
    for (int tag = TAGS_IN_FIRST; tag < Tags.COUNT; tag++) {
      long sums = tag % 2 == 0 ? evenHigh : oddHigh;
      scores[tag] = (int) (sums >>> ((tag - TAGS_IN_FIRST) / 2 * 16)) & 0xFFFF;
    }
  }

  /** The row of a feature; the four fingerprints of its bucket are compared at once. */
  private int find(int feature) {
    int bucket = feature & bucketMask;
    long differences = fingerprints[bucket] ^ (fingerprint(feature) * EVERY_LANE);
    long equal = (differences - EVERY_LANE) & ~differences & LANE_SIGNS;
    return equal == 0
        ? -1
        : (bucket * BUCKET_ROWS + Long.numberOfTrailingZeros(equal) / LANE_BITS) * ROW;
  }

  private static long fingerprint(int feature) {
    long bits = Integer.toUnsignedLong(feature) >>> (Integer.SIZE - FINGERPRINT_BITS);
    return bits == 0 ? 1 : bits;
  }

  /** Collects the weights of a model. Not for use by several threads. */
  public static final class Builder {

    private final long[] rows;
    private final int[] transitions = new int[Tags.COUNT * Tags.COUNT];

    /**
     * Begins an empty model.
     *
     * @param buckets for four features each; a power of two
     */
    public Builder(int buckets) {
      rows = new long[buckets * ROW * BUCKET_ROWS];
    }

    /** Sets what {@code next} after {@code previous} is worth. */
    public void setTransition(int previous, int next, int weight) {
      transitions[previous * Tags.COUNT + next] = weight;
    }

    /**
     * Adds a feature, where its bucket has room for it; so the weightiest are added first.
     *
     * @param weights of {@link Tags#COUNT} places
     * @return whether there was room
     */
    public boolean add(int feature, byte[] weights) {
      int mask = rows.length / (ROW * BUCKET_ROWS) - 1;
      int row = (feature & mask) * ROW * BUCKET_ROWS;
      int end = row + ROW * BUCKET_ROWS;
      while (row < end && rows[row + 1] != 0) {
        row += ROW;
      }
      if (row == end) {
        return false;
      }
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        long raised = weights[tag] + 128L;
        int half = tag < TAGS_IN_FIRST ? 0 : 1;
        rows[row + half] |= raised << ((tag - half * TAGS_IN_FIRST) * 8);
      }
      rows[row + 1] |= fingerprint(feature) << FINGERPRINT_SHIFT;
      return true;
    }

    /** The model. */
    public NameModel build() {
      return new NameModel(rows.clone(), transitions.clone());
    }
  }

  /**
   * Writes it, so that {@code remark} can be read by anyone who looks into the file.
   *
   * @param remark without an empty line
   */
  public void write(String remark, OutputStream into) throws IOException {
    DataOutputStream data = new DataOutputStream(into);
    data.write((remark + "\n\n").getBytes(StandardCharsets.UTF_8));
    for (int weight : transitions) {
      data.writeShort(weight);
    }
    data.writeInt(rows.length);
    for (long row : rows) {
      data.writeLong(row);
    }
    data.flush();
  }

  private static NameModel read(InputStream stream) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    int before = 0;
    for (int c = data.read(); c >= 0 && (c != '\n' || before != '\n'); c = data.read()) {
      before = c;
    }
    int[] transitions = new int[Tags.COUNT * Tags.COUNT];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = data.readShort();
    }
    long[] rows = new long[data.readInt()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = data.readLong();
    }
    return new NameModel(rows, transitions);
  }
}
