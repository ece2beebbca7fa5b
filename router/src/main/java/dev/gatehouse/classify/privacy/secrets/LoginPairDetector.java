package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.Locale;
import java.util.Set;

/**
 * A user's name and the password, parted by a slash: {@code admin / ...}, {@code a@b.org / ...}.
 */
final class LoginPairDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-login-pair");

  private static final int MAX_NAME = 80;

  private static final Set<String> USERS =
      Set.of(
          "admin", "root", "user", "administrator", "guest", "login", "username", "sa", "benutzer");

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has('/')) {
      return;
    }
    String text = normalized.text();
    for (int i = text.indexOf(" / "); i >= 0; i = text.indexOf(" / ", i + 3)) {
      ProseToken password = ProseToken.after(text, i + 2);
      if (!password.isEmpty() && password.looksChosen(true) && !password.quoted()) {
        String user = before(text, i);
        boolean strong = password.looksChosen(false) || isEmail(user);
        if (strong && (isEmail(user) || USERS.contains(user))) {
          matches.add(normalized, RULE, password.start(), password.end());
        }
      }
    }
  }

  private static String before(String text, int end) {
    int start = end;
    while (start > 0 && end - start < MAX_NAME && text.charAt(start - 1) > ' ') {
      start--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isEmail(String name) {
    int at = name.indexOf('@');
    return at > 0 && name.indexOf('.', at) > 0;
  }
}
