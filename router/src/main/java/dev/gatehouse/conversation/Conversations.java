package dev.gatehouse.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Role;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers how private conversations were, so that one stays as private when its client no longer
 * sends the turn that made it so (a sliding window, a summary). Bounded; forgets the longest unused
 * first, and everything with the process. Safe for use by any thread.
 *
 * <p>A conversation is known by two turns that follow each other, both no earlier than the private
 * one: what stands before it (a system prompt, examples) is common to many conversations and says
 * nothing of any. Where the client names its conversation, by that name as well. (Tokens need one
 * name for all turns of a conversation instead: {@code dev.gatehouse.redact.Conversation}.)
 */
public final class Conversations {
  private static final int MOST_REMEMBERED = 200_000;

  /** The place of a message in the protocols' own lists. */
  private static final Pattern IN_MESSAGE = Pattern.compile("/(messages|input)/(\\d{1,9})(?:/.*)?");

  private final TurnDigests digests = new TurnDigests();
  private final Cache<TurnDigests.Digest, InheritedPrivacy> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run).build();

  /** How private the conversation is that a request goes on with, as far as is remembered. */
  public InheritedPrivacy of(Speaker speaker, InferenceRequest request) {
    return request instanceof ChatRequest chat
        ? joined(keys(speaker, chat.messages(), 0))
        : joined(session(speaker));
  }

  /**
   * Remembers how private a request was.
   *
   * @param report what was found in it, and what it inherited
   * @param treatment what held for it; nothing is remembered of what may go out as it is
   */
  public void remember(
      Speaker speaker, InferenceRequest request, PrivacyReport report, PrivacyTreatment treatment) {
    if (treatment == PrivacyTreatment.CLOUD_OK) {
      return;
    }
    InheritedPrivacy privacy = new InheritedPrivacy(report.classes(), treatment);
    List<TurnDigests.Digest> keys =
        switch (request) {
          case ChatRequest chat -> keys(speaker, chat.messages(), firstPrivate(chat, report));
          case EmbeddingsRequest _ -> session(speaker);
        };
    keys.forEach(key -> remembered.asMap().merge(key, privacy, InheritedPrivacy::and));
  }

  private InheritedPrivacy joined(List<TurnDigests.Digest> keys) {
    InheritedPrivacy joined = InheritedPrivacy.NONE;
    for (TurnDigests.Digest key : keys) {
      InheritedPrivacy known = remembered.getIfPresent(key);
      joined = known == null ? joined : joined.and(known);
    }
    return joined;
  }

  private List<TurnDigests.Digest> keys(Speaker speaker, List<Message> messages, int from) {
    List<TurnDigests.Digest> keys = digests.ofPairs(speaker.keyName().orElse(""), messages, from);
    keys.addAll(session(speaker));
    return keys;
  }

  private List<TurnDigests.Digest> session(Speaker speaker) {
    return speaker.session().stream()
        .map(session -> digests.ofSession(speaker.keyName().orElse(""), session))
        .toList();
  }

  /**
   * The first message with something private in it; 0 where it comes from earlier turns, and past
   * the last one where it stands outside of all messages: whoever goes on sends that again.
   */
  private static int firstPrivate(ChatRequest chat, PrivacyReport report) {
    if (!report.inherited().isEmpty()) {
      return 0;
    }
    int first = chat.messages().size();
    for (Finding finding : report.findings()) {
      if (finding.privacyClass().rank() >= PrivacyClass.PERSONAL.rank()) {
        first = Math.min(first, message(chat, finding.path()));
      }
    }
    return first;
  }

  /** Whether it is the application's own word, which every conversation of it begins with. */
  private static boolean isOrders(Message message) {
    return message.role() == Role.SYSTEM || message.role() == Role.DEVELOPER;
  }

  /** Some protocols have the system prompt among the messages, and some beside them. */
  private static int message(ChatRequest chat, String path) {
    Matcher matcher = IN_MESSAGE.matcher(path);
    if (!matcher.matches()) {
      return chat.messages().size();
    }
    int written = chat.body().tree().path(matcher.group(1)).size();
    int beside = Math.max(0, chat.messages().size() - written);
    int index = Integer.parseInt(matcher.group(2)) + beside;
    return index < chat.messages().size() && isOrders(chat.messages().get(index))
        ? chat.messages().size()
        : index;
  }
}
