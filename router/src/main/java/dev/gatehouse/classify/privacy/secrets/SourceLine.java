package dev.gatehouse.classify.privacy.secrets;

/**
 * The line on which something gets a bare word as its value, to tell a program, where the word is a
 * variable or a type, from settings and prose.
 *
 * @param text the whole text
 * @param begin where the line begins, or a little before the value
 * @param start where the value begins
 * @param end one past it
 * @param stop one past the line, or a little behind the value
 */
record SourceLine(String text, int begin, int start, int end, int stop) {

  private static final int LONGEST = 120;

  static SourceLine around(String text, int start, int end) {
    int begin = start;
    while (begin > 0 && start - begin < LONGEST && text.charAt(begin - 1) != '\n') {
      begin--;
    }
    int stop = end;
    while (stop < text.length() && stop - end < LONGEST && text.charAt(stop) != '\n') {
      stop++;
    }
    return new SourceLine(text, begin, start, end, stop);
  }

  boolean isProgram() {
    return holdsSigns() || isArgument() || isListed() || isVariable() || isInBlock();
  }

  private boolean holdsSigns() {
    String line = text.substring(begin, stop);
    return line.indexOf('{') >= 0
        || line.indexOf('}') >= 0
        || line.contains("==")
        || line.contains("!=")
        || line.contains(":=")
        || line.contains("=>")
        || line.contains("->");
  }

  /** In brackets that stand right behind a word, as a function's do. */
  private boolean isArgument() {
    int open = text.lastIndexOf('(', start);
    return open > begin
        && text.substring(open, start).indexOf(')') < 0
        && isName(text.charAt(open - 1));
  }

  /** Before a comma or semicolon that ends the line. */
  private boolean isListed() {
    return end < text.length()
        && ",;".indexOf(text.charAt(end)) >= 0
        && text.substring(end + 1, Math.max(stop, end + 1)).isBlank()
        && (text.charAt(end) == ';' || stop < text.length());
  }

  /** What gets the value is a variable or a member: by how it is written, or by a word before. */
  private boolean isVariable() {
    int name = start;
    while (name > begin && !isName(text.charAt(name - 1))) {
      name--;
    }
    boolean spaced = text.substring(name, start).indexOf(' ') >= 0;
    boolean equals = text.substring(name, start).indexOf('=') >= 0;
    int first = name;
    boolean upper = true;
    while (first > begin && isName(text.charAt(first - 1))) {
      first--;
      upper &= !Character.isLowerCase(text.charAt(first));
    }
    char before = first > begin ? text.charAt(first - 1) : ' ';
    return "$@>".indexOf(before) >= 0
        || (before == '.' && spaced)
        || (equals && !upper && isCamelCase())
        || (before == ' ' && PlainPassword.WORDS.isType(wordBefore(first)));
  }

  private boolean isCamelCase() {
    return Character.isLowerCase(text.charAt(start))
        && text.substring(start, end).chars().anyMatch(Character::isUpperCase);
  }

  private String wordBefore(int at) {
    int last = at;
    while (last > begin && text.charAt(last - 1) == ' ') {
      last--;
    }
    int first = last;
    while (first > begin && isName(text.charAt(first - 1))) {
      first--;
    }
    return text.substring(first, last);
  }

  private static boolean isName(char c) {
    return c == '_' || c == '-' || Character.isLetterOrDigit(c);
  }

  /** Between lines that open and close a bracket. */
  private boolean isInBlock() {
    int above = begin - 1;
    int lowest = Math.max(0, above - LONGEST);
    while (above > lowest && Character.isWhitespace(text.charAt(above))) {
      above--;
    }
    int below = stop;
    int highest = Math.min(text.length(), stop + LONGEST);
    while (below < highest && Character.isWhitespace(text.charAt(below))) {
      below++;
    }
    boolean opened = above >= 0 && "{([".indexOf(text.charAt(above)) >= 0;
    return opened || (below < text.length() && "})]".indexOf(text.charAt(below)) >= 0);
  }
}
