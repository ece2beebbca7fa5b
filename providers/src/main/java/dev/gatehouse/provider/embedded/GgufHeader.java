package dev.gatehouse.provider.embedded;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a GGUF file says of itself, versions 2 and 3, little-endian. Source: ggml, docs/gguf.md.
 *
 * @param contextTokens the context that it was trained with; 0 if the file does not say
 * @param parameters number of parameters, summed over the tensors
 * @param quantization as in {@code Q4_1}, where the file names one that is known here
 * @param addsBeginToken whether the tokenizer puts {@code beginText} before every prompt by itself
 * @param beginText the text of the begin-of-sequence token; empty if there is none
 * @param chatTemplate Jinja source; empty if there is none
 */
record GgufHeader(
    int contextTokens,
    long parameters,
    Optional<String> quantization,
    boolean addsBeginToken,
    String beginText,
    String chatTemplate) {
  private static final int MAGIC = 0x46554747;
  private static final long LONGEST_STRING = 1 << 24;
  private static final long MOST_ENTRIES = 1 << 24;

  /** {@code general.file_type}, the ones met in practice. */
  private static final Map<Long, String> FILE_TYPES =
      Map.ofEntries(
          Map.entry(0L, "F32"),
          Map.entry(1L, "F16"),
          Map.entry(2L, "Q4_0"),
          Map.entry(3L, "Q4_1"),
          Map.entry(7L, "Q8_0"),
          Map.entry(8L, "Q5_0"),
          Map.entry(9L, "Q5_1"),
          Map.entry(10L, "Q2_K"),
          Map.entry(11L, "Q3_K_S"),
          Map.entry(12L, "Q3_K_M"),
          Map.entry(13L, "Q3_K_L"),
          Map.entry(14L, "Q4_K_S"),
          Map.entry(15L, "Q4_K_M"),
          Map.entry(16L, "Q5_K_S"),
          Map.entry(17L, "Q5_K_M"),
          Map.entry(18L, "Q6_K"),
          Map.entry(32L, "BF16"));

  /**
   * Reads the head of a file; the weights themselves are not touched.
   *
   * @throws IOException if it cannot be read or is no GGUF
   */
  static GgufHeader read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Reader(new DataInputStream(new BufferedInputStream(in, 1 << 16))).header();
    } catch (EOFException e) {
      throw new IOException("the GGUF file ends in its head: " + file.getFileName(), e);
    }
  }

  /** Reads fields in the order of the file. */
  private record Reader(DataInputStream in) {

    GgufHeader header() throws IOException {
      if (int32() != MAGIC || int32() < 2) {
        throw new IOException("not a GGUF file of version 2 or later");
      }
      long tensors = count(int64());
      long entries = count(int64());
      Map<String, Object> values = new HashMap<>();
      for (long i = 0; i < entries; i++) {
        String key = string();
        values.put(key, value(int32()));
      }
      return header(values, parameters(tensors));
    }

    private static GgufHeader header(Map<String, Object> values, long parameters) {
      long begin = number(values, "tokenizer.ggml.bos_token_id", -1);
      List<?> tokens =
          values.get("tokenizer.ggml.tokens") instanceof List<?> list ? list : List.of();
      return new GgufHeader(
          (int) number(values, text(values, "general.architecture") + ".context_length", 0),
          parameters,
          Optional.ofNullable(FILE_TYPES.get(number(values, "general.file_type", -1))),
          number(values, "tokenizer.ggml.add_bos_token", begin < 0 ? 0 : 1) == 1,
          begin >= 0 && begin < tokens.size() ? tokens.get((int) begin).toString() : "",
          text(values, "tokenizer.chat_template"));
    }

    private static long number(Map<String, Object> values, String key, long otherwise) {
      return values.get(key) instanceof Long number ? number : otherwise;
    }

    private static String text(Map<String, Object> values, String key) {
      return values.get(key) instanceof String text ? text : "";
    }

    private long parameters(long tensors) throws IOException {
      long total = 0;
      for (long i = 0; i < tensors; i++) {
        string();
        long product = 1;
        for (int dimensions = int32(); dimensions > 0; dimensions--) {
          product *= int64();
        }
        int32();
        int64();
        total += product;
      }
      return total;
    }

    /** Whole numbers and booleans as Long, text as String, arrays as List; fractions as zero. */
    private Object value(int type) throws IOException {
      return switch (type) {
        case 0, 1, 7 -> (long) in.readUnsignedByte();
        case 2, 3 -> (long) Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        case 4, 5 -> Integer.toUnsignedLong(int32());
        case 6 -> (long) int32() & 0;
        case 8 -> string();
        case 9 -> list();
        case 10, 11 -> int64();
        case 12 -> int64() & 0;
        default -> throw new IOException("a GGUF value of unknown type " + type);
      };
    }

    private List<Object> list() throws IOException {
      int type = int32();
      long length = count(int64());
      List<Object> list = new ArrayList<>();
      for (long i = 0; i < length; i++) {
        list.add(value(type));
      }
      return list;
    }

    private String string() throws IOException {
      long length = int64();
      if (length < 0 || length > LONGEST_STRING) {
        throw new IOException("a GGUF text of " + length + " bytes");
      }
      byte[] bytes = new byte[(int) length];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long count(long count) throws IOException {
      if (count < 0 || count > MOST_ENTRIES) {
        throw new IOException("a GGUF list of " + count + " entries");
      }
      return count;
    }

    private int int32() throws IOException {
      return Integer.reverseBytes(in.readInt());
    }

    private long int64() throws IOException {
      return Long.reverseBytes(in.readLong());
    }
  }
}
