package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;

/** Telegram's bot tokens: the bot's number, a colon, 35 characters of base64url. */
final class TelegramTokenDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-telegram-token");

  private static final int SECRET_LENGTH = 35;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has(':') || normalized.digits() < 8) {
      return;
    }
    String text = normalized.text();
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int start = numberStart(text, colon);
      int end = Alphabet.URL_SAFE.runEnd(text, colon + 1, SECRET_LENGTH + 1);
      if (colon - start >= 8 && colon - start <= 10 && end - colon - 1 == SECRET_LENGTH) {
        matches.add(normalized, RULE, start, end);
      }
    }
  }

  private static int numberStart(String text, int colon) {
    int start = colon;
    while (colon - start <= 10 && Alphabet.DIGIT.at(text, start - 1)) {
      start--;
    }
    return start;
  }
}
