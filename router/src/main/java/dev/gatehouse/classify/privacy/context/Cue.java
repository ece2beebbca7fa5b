package dev.gatehouse.classify.privacy.context;

/** Kinds of words that tell what a text is about; the words are in {@code cues.txt}. At most 64. */
enum Cue {
  /** The writer: I, me. */
  SELF,
  /** My, our: someone the writer knows. */
  POSSESSIVE,
  /** We, our firm. */
  WE,
  /** He, she. */
  THEM,
  /** Relatives and lovers. */
  KIN,
  /** Friends, neighbours, colleagues, bosses, those who serve the writer. */
  SOCIAL,
  /** Those whom a firm, a school or a clinic has to do with. */
  CLIENT,
  /** How a letter begins. */
  GREETING,
  /** How a letter ends. */
  CLOSING,
  /** Mr, Frau, さん. */
  HONORIFIC,
  /** Subject, forwarded, wrote. */
  MAILHEAD,
  /** Labels of records and forms. */
  LABEL,
  /** To call, to write to somebody. */
  CONTACT,
  /** What is asked of a text of the writer's own. */
  REWRITE,
  /** Letters, mails, CVs, speeches at a wedding. */
  LETTER,
  /** Meetings, invoices, orders, shifts. */
  WORK,
  /** Hiring, leave, warnings. */
  HR,
  /** Illness and care. */
  HEALTHY,
  /** Debts, rents, accounts. */
  MONEY,
  /** Courts, custody, police. */
  LEGALITY,
  /** Where somebody lives. */
  HOME,
  /** Schools and classes. */
  SCHOOL,
  /** Yesterday, next week, on Friday. */
  NOW,
  /** Birthdays, weddings, funerals. */
  EVENT,
  /** Advice that is sought, feelings that are told. */
  SHARED,
  /** Who, when, why. */
  QUESTION,
  /** Explain, compare, analyse. */
  EXPLAIN,
  /** Stories, scenes, characters, role play. */
  STORY,
  /** Poems and songs. */
  VERSE,
  /** Write, invent, create. */
  WRITE,
  /** Sums, puzzles, worksheets. */
  EXERCISE,
  /** Fake, example, template. */
  SAMPLE,
  /** Programs and data. */
  CODE,
  /** History, science, philosophy. */
  LEARNED,
  /** Books, films, paintings, music. */
  CULTURE,
  /** Presidents, kings, elections. */
  POWER,
  /** Matches, leagues, players. */
  SPORT,
  /** Famous, founder, biography. */
  FAME,
  /** In the style of. */
  STYLE,
  /** Essays, articles, slogans. */
  ESSAY,
  /** Announced, according to. */
  NEWS,
  /** Gods, saints, myths. */
  FAITH,
  /** Act as, you are an expert. */
  PERSONA,
  /** Translations. */
  TRANSLATE,
  /** Legal forms of firms. */
  FIRM,
  /** Born. */
  BORN,
  /** Died. */
  DECEASED,
  /** By, of. */
  BEQUEST,
  /** Please. */
  TODO,
  /** Cities and countries. */
  PLACE,
  /** Companies and shops. */
  BRAND,
  /** Tables, lists, logs. */
  LISTING,
  /** Trips and bookings. */
  VISIT;

  /** The cue's bit in a set of cues. */
  long bit() {
    return 1L << ordinal();
  }

  /** Whether the cue is in a set. */
  boolean isIn(long cues) {
    return (cues & bit()) != 0;
  }
}
