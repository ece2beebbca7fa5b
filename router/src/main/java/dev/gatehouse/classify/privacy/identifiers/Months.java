package dev.gatehouse.classify.privacy.identifiers;

/** Names of the months, short and long, in the languages that are read. */
final class Months {

  private static final String ENGLISH =
      "january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec";
  private static final String GERMAN =
      "januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|mär|okt|dez";
  private static final String FRENCH =
      "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|avr|juil|déc";
  private static final String SPANISH =
      "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|ago|dic";
  private static final String ITALIAN =
      "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|giu|lug|set|ott";
  private static final String PORTUGUESE =
      "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|fev|out";
  private static final String DUTCH = "januari|februari|maart|mei|augustus|mrt";
  private static final String POLISH =
      "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia";
  private static final String HINDI =
      "जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर";

  private Months() {}

  /** All of them, parted by bars. */
  static String labels() {
    return String.join(
        "|", ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH, HINDI);
  }
}
