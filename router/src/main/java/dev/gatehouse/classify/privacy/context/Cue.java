package dev.gatehouse.classify.privacy.context;

/** Kinds of words that tell what a text is about; the words are in {@code cues.txt}. At most 64. */
enum Cue {
  /** The writer: I, me. */
  SELF(0),
  /** My, our: someone the writer knows. */
  POSSESSIVE(1),
  /** We, our firm. */
  WE(2),
  /** He, she. */
  THEM(3),
  /** Relatives and lovers. */
  KIN(4),
  /** Friends, neighbours, colleagues, bosses, those who serve the writer. */
  SOCIAL(5),
  /** Those whom a firm, a school or a clinic has to do with. */
  CLIENT(6),
  /** How a letter begins. */
  GREETING(7),
  /** How a letter ends. */
  CLOSING(8),
  /** Mr, Frau, さん. */
  HONORIFIC(9),
  /** Subject, forwarded, wrote. */
  MAILHEAD(10),
  /** Labels of records and forms. */
  LABEL(11),
  /** To call, to write to somebody. */
  CONTACT(12),
  /** What is asked of a text of the writer's own. */
  REWRITE(13),
  /** Letters, mails, CVs, speeches at a wedding. */
  LETTER(14),
  /** Meetings, invoices, orders, shifts. */
  WORK(15),
  /** Hiring, leave, warnings. */
  HR(16),
  /** Illness and care. */
  HEALTHY(17),
  /** Debts, rents, accounts. */
  MONEY(18),
  /** Courts, custody, police. */
  LEGALITY(19),
  /** Where somebody lives. */
  HOME(20),
  /** Schools and classes. */
  SCHOOL(21),
  /** Yesterday, next week, on Friday. */
  NOW(22),
  /** Birthdays, weddings, funerals. */
  EVENT(23),
  /** Advice that is sought, feelings that are told. */
  SHARED(24),
  /** Who, when, why. */
  QUESTION(25),
  /** Explain, compare, analyse. */
  EXPLAIN(26),
  /** Stories, scenes, characters, role play. */
  STORY(27),
  /** Poems and songs. */
  VERSE(28),
  /** Write, invent, create. */
  WRITE(29),
  /** Sums, puzzles, worksheets. */
  EXERCISE(30),
  /** Fake, example, template. */
  SAMPLE(31),
  /** Programs and data. */
  CODE(32),
  /** History, science, philosophy. */
  LEARNED(33),
  /** Books, films, paintings, music. */
  CULTURE(34),
  /** Presidents, kings, elections. */
  POWER(35),
  /** Matches, leagues, players. */
  SPORT(36),
  /** Famous, founder, biography. */
  FAME(37),
  /** In the style of. */
  STYLE(38),
  /** Essays, articles, slogans. */
  ESSAY(39),
  /** Announced, according to. */
  NEWS(40),
  /** Gods, saints, myths. */
  FAITH(41),
  /** Act as, you are an expert. */
  PERSONA(42),
  /** Translations. */
  TRANSLATE(43),
  /** Legal forms of firms. */
  FIRM(44),
  /** Born. */
  BORN(45),
  /** Died. */
  DECEASED(46),
  /** By, of. */
  BEQUEST(47),
  /** Please. */
  TODO(48),
  /** Cities and countries. */
  PLACE(49),
  /** Companies and shops. */
  BRAND(50),
  /** Tables, lists, logs. */
  LISTING(51),
  /** Trips and bookings. */
  VISIT(52);

  /** Its place among the features, which the trained weights depend on. */
  private final int index;

  Cue(int index) {
    this.index = index;
  }

  /** The cue's bit in a set of cues. */
  long bit() {
    return 1L << index;
  }

  /** Whether the cue is in a set. */
  boolean isIn(long cues) {
    return (cues & bit()) != 0;
  }
}
