package dev.gatehouse.provider.openai;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of tool calls that another vendor's model made. */
final class ToolCallIds {
  /** OpenAI's own bound on {@code tool_call_id}. */
  private static final int LONGEST = 40;

  private static final int DIGEST_CHARACTERS = 32;

  private ToolCallIds() {}

  /** The id as OpenAI takes it: one that is too long gives way to its digest, always the same. */
  static String carried(String id) {
    return id.length() <= LONGEST ? id : "call_" + digest(id).substring(0, DIGEST_CHARACTERS);
  }

  private static String digest(String id) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
