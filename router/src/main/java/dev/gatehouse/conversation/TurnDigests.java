package dev.gatehouse.conversation;

import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests of turns, under a key that nobody knows and that ends with the process. */
final class TurnDigests {
  private static final String ALGORITHM = "HmacSHA256";

  /** Turns looked at from the end: whoever goes on with a conversation sends its last ones. */
  private static final int LAST_TURNS = 8;

  /** Two turns of fewer characters ("Hi", "Hello, how can I help?") begin many conversations. */
  private static final int LEAST_CHARACTERS = 40;

  /** Of longer turns beginning, end and length stand for the whole. */
  private static final int CHARACTERS_AT_EACH_END = 4096;

  private final SecretKeySpec key;

  TurnDigests() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
  }

  /** 128 bits. */
  record Digest(long high, long low) {}

  /** Of a client's own name for a conversation. */
  Digest ofSession(String keyName, String session) {
    return of("session", keyName, session);
  }

  /**
   * Of each turn together with the one before it, among the last turns: a turn alone ("yes", "go
   * on") says nothing of its conversation.
   *
   * @param from the first turn that counts; pairs with an earlier one are left out
   */
  List<Digest> ofPairs(String keyName, List<Message> messages, int from) {
    List<Digest> digests = new ArrayList<>();
    int first = Math.max(Math.max(from, 0) + 1, messages.size() - LAST_TURNS);
    for (int i = first; i < messages.size(); i++) {
      String before = text(messages.get(i - 1));
      String text = text(messages.get(i));
      if (before.length() + text.length() >= LEAST_CHARACTERS) {
        digests.add(of("pair", keyName, before, text));
      }
    }
    return digests;
  }

  private Digest of(String... texts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String text : texts) {
        byte[] bytes = ends(text).getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(8).putInt(text.length()).putInt(bytes.length).flip());
        mac.update(bytes);
      }
      ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
      return new Digest(digest.getLong(), digest.getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static String ends(String text) {
    return text.length() <= 2 * CHARACTERS_AT_EACH_END
        ? text
        : text.substring(0, CHARACTERS_AT_EACH_END)
            + text.substring(text.length() - CHARACTERS_AT_EACH_END);
  }

  private static String text(Message message) {
    StringBuilder text = new StringBuilder();
    message.parts().forEach(part -> append(part, text));
    return text.toString();
  }

  private static void append(Part part, StringBuilder text) {
    switch (part) {
      case Part.Text(String words) -> text.append('\n').append(words);
      case Part.ToolCall call -> text.append('\n').append(call.name()).append(call.arguments());
      case Part.ToolResult result -> result.content().forEach(each -> append(each, text));
      case Part.Refusal(String words) -> text.append('\n').append(words);
      case Part.Image _, Part.Audio _, Part.File _ -> text.append("\n[media]");
      case Part.Thinking _, Part.RedactedThinking _ -> {}
    }
  }
}
