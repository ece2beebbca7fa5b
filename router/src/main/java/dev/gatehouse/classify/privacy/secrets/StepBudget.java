package dev.gatehouse.classify.privacy.secrets;

/**
 * How many characters the rules' expressions may read of one text. Java's expressions backtrack, so
 * that without one a client's text could hold the scan up for hours. For one thread.
 */
final class StepBudget {

  private static final long FLOOR = 200_000;
  private static final long PER_CHARACTER = 300;

  private long left;

  StepBudget(int length) {
    left = FLOOR + PER_CHARACTER * length;
  }

  /** The text, of which every character read is counted. */
  CharSequence of(String text) {
    return new Counted(text, 0, text.length());
  }

  private void step() {
    if (--left < 0) {
      throw new Exhausted();
    }
  }

  /** Nothing is left. Carries no text and no stack. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted() {
      super("the rules' expressions take too many steps", null, false, false);
    }
  }

  private final class Counted implements CharSequence {
    private final String text;
    private final int from;
    private final int to;

    private Counted(String text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      step();
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text, from + start, from + end);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
