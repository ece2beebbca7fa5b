package dev.gatehouse.provider.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.provider.relay.Framing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramesTest {

  private static List<String> frames(String text, Framing framing) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Frames frames = new Frames(new ByteArrayInputStream(bytes), framing);
    List<String> found = new ArrayList<>();
    for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
      found.add(frame.get().name() + "|" + new String(frame.get().data(), StandardCharsets.UTF_8));
    }
    return found;
  }

  @Test
  void linesEndInLineFeedOrBothAndInNothingElse() throws IOException {
    assertThat(frames("a\u2028b\u0085c\rd\r\n\r\n\ne", Framing.JSON_LINES))
        .containsExactly("|a\u2028b\u0085c\rd", "|e");
  }

  @Test
  void anEventIsItsDataLinesUpToTheBlankOne() throws IOException {
    String stream =
        ": comment\n\nevent: x\ndata: 1\ndata:2\nid: 7\n\ndata: 3\r\n\r\nevent: y\ndata:4";

    assertThat(frames(stream, Framing.SERVER_SENT_EVENTS)).containsExactly("x| 1\n2", "| 3", "y|4");
  }

  @Test
  void aLineLongerThanTheBufferIsOneLine() throws IOException {
    String line = "x".repeat(100_000);

    assertThat(frames(line + "\n" + line + "\n", Framing.JSON_LINES))
        .containsExactly("|" + line, "|" + line);
  }
}
