package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Scripts;
import java.util.Locale;

/**
 * Secrets in sentences: "the password is ...", "Passwort ...", "alarm code is ...", a wallet's
 * words. Between the noun and the value only words like "is" may stand, and the value has to look
 * like one.
 */
final class ProseDetector implements Detector {

  private static final Rule PASSWORD = Rule.secret("secret-in-prose");
  private static final Rule CODE = Rule.secret("secret-code");
  private static final Rule PHRASE = Rule.secret("secret-seed-phrase");

  private static final int MAX_FILLERS = 5;

  private static final SecretNouns NOUNS = new SecretNouns();

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    NOUNS
        .automaton()
        .scan(
            text,
            (noun, end) -> {
              if (stands(text, end - NOUNS.length(noun), end)) {
                detectAfter(normalized, end, NOUNS.kind(noun), matches);
              }
            });
  }

  /** A noun may be the last part of a longer one (WLAN-Passwort), and ends where a word ends. */
  private static boolean stands(String text, int start, int end) {
    int first = text.codePointAt(start);
    if (Scripts.isUnspaced(first)) {
      return true;
    }
    boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    boolean begins = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    return ends && (begins || end - start >= 6);
  }

  private void detectAfter(
      NormalizedText normalized, int end, SecretNouns.Kind kind, Matches matches) {
    String text = normalized.text();
    if (kind == SecretNouns.Kind.PHRASE) {
      SeedPhrase.after(text, end)
          .ifPresent(found -> matches.add(normalized, PHRASE, found.start(), found.end()));
      return;
    }
    ProseToken token = ProseToken.after(text, end);
    boolean said = kind == SecretNouns.Kind.STATED;
    boolean given = said;
    for (int fillers = 0; fillers <= MAX_FILLERS && !token.isEmpty(); fillers++) {
      said |= token.afterSign();
      if (isValue(token, kind, said) || isPlain(token, kind, given)) {
        Rule rule = kind == SecretNouns.Kind.CODE ? CODE : PASSWORD;
        matches.add(normalized, rule, token.start(), token.end());
        return;
      }
      String word = token.value().toLowerCase(Locale.ROOT);
      if (!token.isWord() || !NOUNS.isFiller(word)) {
        return;
      }
      said = true;
      given = NOUNS.gives(word) || (given && NOUNS.keeps(word));
      token = ProseToken.after(text, token.end());
    }
  }

  private static boolean isValue(ProseToken token, SecretNouns.Kind kind, boolean said) {
    return switch (kind) {
      case CHOSEN, PASSWORD, STATED -> token.looksChosen(said);
      case CODE -> SecretValue.isCode(token.text(), token.start(), token.end());
      case GENERATED -> token.looksGenerated();
      case PHRASE -> false;
    };
  }

  /**
   * Whether it is a password of letters alone.
   *
   * @param given whether "is" led to it
   */
  private static boolean isPlain(ProseToken token, SecretNouns.Kind kind, boolean given) {
    if (kind != SecretNouns.Kind.PASSWORD && kind != SecretNouns.Kind.STATED) {
      return false;
    }
    PlainPassword plain = token.plain();
    if (token.afterSign()) {
      return plain.isAssigned();
    }
    return (given || NOUNS.closes(plain.wordBehind())) && plain.isStated();
  }
}
