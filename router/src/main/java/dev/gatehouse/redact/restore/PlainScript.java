package dev.gatehouse.redact.restore;

/** Text that is spelt as it is meant. */
final class PlainScript implements Script {
  private final StringBuilder said = new StringBuilder();

  @Override
  public void append(String piece) {
    said.append(piece);
  }

  @Override
  public CharSequence said() {
    return said;
  }

  @Override
  public void pass(int at, StringBuilder out) {
    out.append(said.charAt(at));
  }

  @Override
  public void put(String value, StringBuilder out) {
    out.append(value);
  }

  @Override
  public void drop(int count) {
    said.delete(0, count);
  }

  @Override
  public boolean holds() {
    return !said.isEmpty();
  }

  @Override
  public void rest(StringBuilder out) {}
}
