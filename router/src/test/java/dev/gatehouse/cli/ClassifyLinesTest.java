package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.inference.ChatRequest;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassifyLinesTest {

  private static final RequestClassifier CLASSIFIER =
      new RequestClassifier(new LexicalPrivacyClassifier(), new FeatureComplexityClassifier());

  @Test
  void aTextIsAnsweredWithTaskDifficultyAndFindings() throws Exception {
    var lines = run("{\"id\":7,\"text\":\"😀 x1@example.com\"}");

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .matches("\\{\"id\":7,\"task\":\"[a-z_]+\",\"difficulty\":0\\.\\d+,\"privacy\":.*")
        .endsWith(
            "\"privacy\":{\"class\":\"PERSONAL\",\"findings\":[{\"type\":\"EMAIL\",\"rule\":\"email\","
                + "\"class\":\"PERSONAL\",\"path\":\"/text\",\"start\":2,\"end\":16}]}}");
  }

  @Test
  void pointersOfARequestAreRelativeToItsBody() throws Exception {
    var lines =
        run("{\"id\":\"a\",\"request\":{\"messages\":[{\"content\":\"4111111111111111\"}]}}");

    assertThat(lines.getFirst())
        .startsWith("{\"id\":\"a\",")
        .contains("\"class\":\"FINANCIAL\"", "\"path\":\"/messages/0/content\"");
  }

  @Test
  void harmlessTextHasAClassAndNoFindings() throws Exception {
    var lines = run("{\"id\":[1,{\"a\":null}],\"text\":\"hi\"}");

    assertThat(lines.getFirst())
        .startsWith("{\"id\":[1,{\"a\":null}],\"task\":\"chat\",")
        .endsWith("\"privacy\":{\"class\":\"PUBLIC\",\"findings\":[]}}");
  }

  @Test
  void aBadLineIsNamedByItsNumberAndTheNextGoesOn() throws Exception {
    var lines =
        run(
            """
            {"id":1,"text":"hi"}

            not json
            {"id":2}
            {"id":3,"text":"a","request":{}}
            {"id":4,"request":{"refuse":1}}
            {"text":"no id"}
            [1]
            {"id":5,"text":"a","text":"b"}
            """);

    assertThat(lines).hasSize(8);
    assertThat(lines.get(1)).startsWith("{\"id\":null,\"error\":\"line 3: malformed JSON");
    assertThat(lines.get(2)).startsWith("{\"id\":2,\"error\":\"line 4: expected");
    assertThat(lines.get(3)).startsWith("{\"id\":3,\"error\":\"line 5: expected");
    assertThat(lines.get(4)).isEqualTo("{\"id\":4,\"error\":\"line 6: messages: none\"}");
    assertThat(lines.get(5)).startsWith("{\"id\":null,\"task\"");
    assertThat(lines.get(6)).startsWith("{\"id\":null,\"error\":\"line 8: expected");
    assertThat(lines.get(7)).startsWith("{\"id\":null,\"error\":\"line 9: malformed JSON");
  }

  @Test
  void orderIsKeptOverManyBatches() throws Exception {
    String input =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "{\"id\":%d,\"text\":\"%s\"}".formatted(i, "word ".repeat(i % 200)))
            .collect(Collectors.joining("\n"));

    var lines = run(input);

    assertThat(lines).hasSize(5_000);
    assertThat(IntStream.range(0, 5_000))
        .allMatch(i -> lines.get(i).startsWith("{\"id\":" + i + ","));
  }

  @Test
  void inputIsReadNoFurtherThanABoundedNumberOfLinesAhead() {
    var input = new ManyLines();

    assertThatThrownBy(() -> lines(4).run(input, new RefusingWriter()))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
    assertThat(input.linesRead).isLessThan(4 * 64 * 4);
  }

  @Test
  void aLineThatIsTooLongIsPassedOverAndSaidSo() throws Exception {
    var numbered = new NumberedLines(new StringReader("12345678\n1234\n\nx"), 4);

    assertThat(numbered.next()).contains(new NumberedLines.Line(1, "1234", true));
    assertThat(numbered.next()).contains(new NumberedLines.Line(2, "1234", false));
    assertThat(numbered.next()).contains(new NumberedLines.Line(4, "x", false));
    assertThat(numbered.next()).isEmpty();
  }

  private static List<String> run(String input) throws Exception {
    StringWriter output = new StringWriter();
    lines(4).run(new StringReader(input), output);
    return output.toString().lines().toList();
  }

  private static ClassifyLines lines(int cores) {
    return new ClassifyLines(CLASSIFIER, ClassifyLinesTest::decode, cores);
  }

  private static ChatRequest decode(JsonNode body) {
    if (body.has("refuse")) {
      throw new IllegalArgumentException("messages: none");
    }
    return TextRequest.of("", body);
  }

  private static final class ManyLines extends Reader {

    private static final String LINE = "{\"id\":1,\"text\":\"" + "x ".repeat(4_000) + "\"}\n";

    private int linesRead;
    private int position;

    @Override
    public int read(char[] buffer, int offset, int length) {
      if (linesRead == 10_000) {
        return -1;
      }
      int count = Math.min(length, LINE.length() - position);
      LINE.getChars(position, position + count, buffer, offset);
      position = (position + count) % LINE.length();
      linesRead += position == 0 ? 1 : 0;
      return count;
    }

    @Override
    public void close() {}
  }

  private static final class RefusingWriter extends Writer {

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("full");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
