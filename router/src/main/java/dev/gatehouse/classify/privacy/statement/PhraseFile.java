package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.Locale;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/**
 * Reads phrases of the jar: lines of {@code kind: phrase, phrase, ...}, one file for each language;
 * lines that begin with # are remarks. A {@code *} ends a word that may take an ending.
 */
public final class PhraseFile {

  private PhraseFile() {}

  /**
   * Every language's file of one name, as one list.
   *
   * @param reader whose package holds the files
   * @param name of the files without the language's code: {@code terms} for terms-en.txt
   * @param meaning bits of a phrase, by its kind in capitals and its language; 0 leaves the kind
   *     out
   */
  public static Phrases all(
      Class<?> reader, String name, ToIntBiFunction<String, Language> meaning) {
    PhraseTable table = new PhraseTable();
    for (Language language : Language.values()) {
      read(
          reader,
          name + "-" + language.code() + ".txt",
          table,
          kind -> meaning.applyAsInt(kind, language));
    }
    return new Phrases(table);
  }

  /** One language's file alone. */
  static Phrases one(String name, Language language, ToIntFunction<String> meaning) {
    PhraseTable table = new PhraseTable();
    read(PhraseFile.class, name + "-" + language.code() + ".txt", table, meaning);
    return new Phrases(table);
  }

  private static void read(
      Class<?> reader, String file, PhraseTable table, ToIntFunction<String> meaning) {
    ResourceLines.of(reader, file).forEach(line -> add(line, table, meaning));
  }

  private static void add(String line, PhraseTable table, ToIntFunction<String> meaning) {
    int colon = line.indexOf(':');
    int bits = meaning.applyAsInt(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
    for (String phrase : line.substring(colon + 1).split(",", -1)) {
      String plain = phrase.replaceAll("[-'\u2019./ ]+", " ").strip();
      if (!plain.isEmpty() && bits != 0) {
        table.add(plain, bits);
      }
    }
  }
}
