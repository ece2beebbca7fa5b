package dev.gatehouse.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tokens of one request. A function of key, conversation and value; no two values share one.
 */
final class Tokens {
  private static final int ATTEMPTS = 32;

  private final PseudonymKey key;
  private final Conversation conversation;
  private final String request;
  private final Map<String, String> tokens = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Pseudonym> pseudonyms = new ArrayList<>();

  /**
   * @param request no token may stand in it
   */
  Tokens(PseudonymKey key, Conversation conversation, String request) {
    this.key = key;
    this.conversation = conversation;
    this.request = request;
  }

  /**
   * The value's token.
   *
   * @throws NotRedactableException if every one that was tried is taken
   */
  String of(PrivateValue value) {
    return tokens.computeIfAbsent(value.text(), _ -> make(value));
  }

  List<Pseudonym> pseudonyms() {
    return pseudonyms;
  }

  private String make(PrivateValue value) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String token = TokenForm.of(value, draw(value, attempt));
      if (!request.contains(token) && taken.add(token)) {
        pseudonyms.add(new Pseudonym(token, value.text()));
        return token;
      }
    }
    throw new NotRedactableException("there is no free token for a value");
  }

  private Draw draw(PrivateValue value, int attempt) {
    return new Draw(
        key.digest(
            "token",
            conversation.keyName(),
            conversation.id(),
            value.type().name(),
            value.text(),
            Integer.toString(attempt)));
  }
}
