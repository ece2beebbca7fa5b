package dev.gatehouse.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The values that a redacted request must not hold: what the gate looks for in the bytes that
 * leave. Says nothing of them in {@link #toString}.
 */
public final class WithheldValues {
  private final int replaced;
  private final NeedleSet names;
  private final NeedleSet others;

  /**
   * One value.
   *
   * @param name whether it is looked for in its own letter case: names are words as well
   */
  public record Value(String text, boolean name) {

    @Override
    public String toString() {
      return "Value";
    }
  }

  /**
   * @param values each is looked for as a whole word, or several
   * @param replaced how many stand replaced in the redacted request
   */
  public WithheldValues(Set<Value> values, int replaced) {
    this.replaced = replaced;
    List<String> written = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    for (Value value : values) {
      String plain = PlainText.normalized(value.text);
      if (value.name) {
        written.add(plain);
      } else {
        folded.add(plain.toLowerCase(Locale.ROOT));
      }
    }
    this.names = NeedleSet.of(written);
    this.others = NeedleSet.of(folded);
  }

  /** How many values stand replaced in the redacted request. */
  int replaced() {
    return replaced;
  }

  /**
   * Whether any value shows in what is about to leave.
   *
   * @param payload JSON, or any text
   * @param beside what goes along: the path, headers
   */
  boolean showsIn(byte[] payload, List<String> beside) {
    return !(names.isEmpty() && others.isEmpty())
        && (OutgoingTexts.of(payload).stream().anyMatch(this::showsIn)
            || beside.stream().map(OutgoingTexts.Outgoing::text).anyMatch(this::showsIn));
  }

  private boolean showsIn(OutgoingTexts.Outgoing text) {
    String plain = PlainText.normalized(text.text());
    return names.isIn(PlainText.of(plain), text.leastNeedle())
        || others.isIn(PlainText.of(plain.toLowerCase(Locale.ROOT)), text.leastNeedle());
  }
}
