package dev.gatehouse.pipeline;

/** Text made fit for an HTTP header: visible ASCII, on one line. */
final class HeaderText {
  private HeaderText() {}

  static String of(String text) {
    return text.codePoints()
        .map(each -> each >= ' ' && each < 127 ? each : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
