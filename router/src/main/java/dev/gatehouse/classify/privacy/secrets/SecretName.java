package dev.gatehouse.classify.privacy.secrets;

import java.util.List;
import java.util.Locale;

/** What a name says of the value that it is given. */
enum SecretName {
  /** Nothing secret. */
  NONE,
  /** Chosen by a person: a password. */
  CHOSEN,
  /** Generated: a key or token. */
  GENERATED;

  private static final List<String> CHOSEN_ENDINGS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "pwd",
          "passwort",
          "kennwort",
          "contraseña",
          "contrasena",
          "senha",
          "passe",
          "parola",
          "wachtwoord",
          "hasło",
          "haslo",
          "lösenord",
          "heslo",
          "salasana",
          "jelszó",
          "пароль",
          "şifre",
          "密码",
          "密碼",
          "口令",
          "パスワード",
          "비밀번호",
          "पासवर्ड",
          "khẩu",
          "סיסמה");

  private static final List<String> GENERATED_ENDINGS =
      List.of(
          "secret",
          "token",
          "apikey",
          "accesskey",
          "secretkey",
          "privatekey",
          "signingkey",
          "encryptionkey",
          "sharedkey",
          "authkey",
          "licensekey",
          "credential",
          "credentials",
          "authorization",
          "bearer",
          "secretaccesskey",
          "clientkey",
          "masterkey");

  /** Judges a name by how it ends; case, {@code _}, {@code -} and {@code .} do not matter. */
  static SecretName of(String name) {
    if (name.length() < 2) {
      return NONE;
    }
    String plain = plain(name);
    if (plain.equals("pass") || endsWithAny(plain, CHOSEN_ENDINGS)) {
      return CHOSEN;
    }
    return endsWithAny(plain, GENERATED_ENDINGS) ? GENERATED : NONE;
  }

  private static boolean endsWithAny(String name, List<String> endings) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '.') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
