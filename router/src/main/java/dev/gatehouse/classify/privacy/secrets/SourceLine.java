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

  /**
   * Whether the line is a program's, by any of these signs:
   *
   * <ul>
   *   <li>operators and braces: {@code password == riverbank}, <code>{ user: name }</code>
   *   <li>a function's arguments: {@code login(user=name, password=riverbank)}
   *   <li>a comma or semicolon at the end of the line: {@code password: riverbank,}
   *   <li>a variable before it, see {@link Target}: {@code $password = riverbank}
   *   <li>a line above that opens a bracket, or one below that closes one
   * </ul>
   *
   * <p>None of them: {@code DB_PASSWORD=riverbank}, {@code spring.datasource.password=riverbank},
   * {@code --password=riverbank}, {@code wifi (password: riverbank)}.
   */
  boolean isProgram() {
    return holdsSigns()
        || isArgument()
        || isListed()
        || Target.of(this).isVariable()
        || isInBlock();
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
    String before = text.substring(begin, start);
    int open = before.lastIndexOf('(');
    return open > 0 && before.indexOf(')', open) < 0 && isName(before.charAt(open - 1));
  }

  /** Before a comma or semicolon that ends the line. */
  private boolean isListed() {
    return end < text.length()
        && ",;".indexOf(text.charAt(end)) >= 0
        && text.substring(end + 1, Math.max(stop, end + 1)).isBlank()
        && (text.charAt(end) == ';' || stop < text.length());
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

  /**
   * What gets the value.
   *
   * @param before the line up to its name
   * @param sign what stands between the name and the value
   */
  private record Target(String before, String name, String sign, String value) {

    static Target of(SourceLine line) {
      String head = line.text.substring(line.begin, line.start);
      int last = head.length();
      while (last > 0 && !isName(head.charAt(last - 1))) {
        last--;
      }
      int first = beginOfName(head, last);
      return new Target(
          head.substring(0, first),
          head.substring(first, last),
          head.substring(last),
          line.text.substring(line.start, line.end));
    }

    private static int beginOfName(String text, int end) {
      int first = end;
      while (first > 0 && isName(text.charAt(first - 1))) {
        first--;
      }
      return first;
    }

    boolean isVariable() {
      return isMarked() || isMember() || isDeclared() || isVariableOfAVariable();
    }

    /** {@code $password}, {@code @password}, {@code user->password}. */
    private boolean isMarked() {
      return !before.isEmpty() && "$@>".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** {@code self.password = riverbank}; without spaces it is a line of settings. */
    private boolean isMember() {
      return before.endsWith(".") && sign.indexOf(' ') >= 0;
    }

    /** {@code String password = riverbank}. */
    private boolean isDeclared() {
      String line = before.stripTrailing();
      return before.endsWith(" ")
          && PlainPassword.WORDS.isType(line.substring(beginOfName(line, line.length())));
    }

    /** {@code password = userInput}; {@code PASSWORD=userInput} is a line of settings. */
    private boolean isVariableOfAVariable() {
      return sign.indexOf('=') >= 0
          && name.chars().anyMatch(Character::isLowerCase)
          && Character.isLowerCase(value.charAt(0))
          && value.chars().anyMatch(Character::isUpperCase);
    }
  }
}
