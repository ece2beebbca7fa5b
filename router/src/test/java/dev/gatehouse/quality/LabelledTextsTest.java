package dev.gatehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.config.PrivacyClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {

  private static final String ROW =
      """
      {"id":"a","text":"Hello Runa","class":"PERSONAL","spans":[{"start":6,"end":10,"type":"PERSON","kind":"private"}]}
      """;

  @TempDir private Path folder;

  @Test
  void plainAndGzippedLinesAreReadAlike() throws IOException {
    Path plain = Files.writeString(folder.resolve("a.jsonl"), ROW + "\n");
    Path zipped = folder.resolve("a.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(ROW.getBytes(StandardCharsets.UTF_8));
    }

    var texts = LabelledTexts.read(plain);

    assertThat(LabelledTexts.read(zipped)).isEqualTo(texts);
    assertThat(texts.getFirst().privacyClass()).contains(PrivacyClass.PERSONAL);
    assertThat(texts.getFirst().spans())
        .containsExactly(new LabelledSpan(6, 10, "PERSON", "private"));
  }

  @Test
  void aLineThatIsNoLabelledTextIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("b.jsonl"), ROW + "{\"id\":1}\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledTexts.read(file))
        .withMessageContaining("b.jsonl:2");
  }

  @Test
  void aSpanBeyondTheTextIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("c.jsonl"), ROW.replace("10", "99"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledTexts.read(file))
        .withMessageContaining("ends beyond");
  }
}
