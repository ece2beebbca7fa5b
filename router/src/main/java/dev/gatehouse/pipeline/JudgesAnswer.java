package dev.gatehouse.pipeline;

import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.dispatch.Delivery;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.provider.ChatCall;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Takes the judge's answer, in whichever lane it comes. For one thread. */
final class JudgesAnswer implements Delivery {
  private static final int LONGEST = 65_536;

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream relayed = new ByteArrayOutputStream();

  @Override
  public ChatCall.Limit attempt(Candidate candidate) {
    text.setLength(0);
    relayed.reset();
    return ChatCall.Limit.WHERE_NEEDED;
  }

  @Override
  public boolean released() {
    return false;
  }

  @Override
  public void accept(Event event) {
    switch (event) {
      case Event.TextDelta(_, String piece) -> {
        if (text.length() < LONGEST) {
          text.append(piece);
        }
      }
      case Event.Verbatim(byte[] bytes, _) -> add(bytes);
      case Event.VerbatimEnd(byte[] bytes, _, _) -> add(bytes);
      case Event.Started _, Event.Ended _, Event.UsageReported _, Event.Embedding _ -> {}
      case Event.ThinkingDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ -> {}
      case Event.RefusalDelta _, Event.ToolCallDelta _ -> {}
    }
  }

  private void add(byte[] bytes) {
    if (relayed.size() < LONGEST) {
      relayed.writeBytes(bytes);
    }
  }

  /**
   * The class that it names with one word; empty where it says anything else.
   *
   * @throws dev.gatehouse.json.JsonException if a relayed answer is no JSON
   */
  Optional<PrivacyClass> verdict() {
    String said =
        relayed.size() == 0
            ? text.toString()
            : Json.read(relayed.toByteArray()).at("/choices/0/message/content").asText("");
    return switch (said.strip().toLowerCase(Locale.ROOT)) {
      case "public" -> Optional.of(PrivacyClass.PUBLIC);
      case "personal" -> Optional.of(PrivacyClass.PERSONAL);
      case "financial" -> Optional.of(PrivacyClass.FINANCIAL);
      case "health" -> Optional.of(PrivacyClass.HEALTH);
      case "secret" -> Optional.of(PrivacyClass.SECRET);
      default -> Optional.empty();
    };
  }
}
