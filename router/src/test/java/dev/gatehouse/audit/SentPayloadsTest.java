package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SentPayloadsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void whatLeftForARequestIsShownInOrderWithDestinationAndTime() {
    SentPayloads sent = new SentPayloads(folder, Duration.ofDays(7));

    sent.keep("r1", sent(NOW, "openai", "first"));
    sent.keep("r1", sent(NOW.plusSeconds(1), "claude", "second"));
    sent.keep("r2", sent(NOW, "openai", "other"));

    assertThat(sent.of("r1", NOW.plusSeconds(2)))
        .extracting(each -> each.destination() + " " + text(each))
        .containsExactly("openai first", "claude second");
  }

  @Test
  void theFilesTellNothingAndAChangeShows() throws IOException {
    SentPayloads sent = new SentPayloads(folder, Duration.ofDays(7));
    sent.keep("r1", sent(NOW, "openai", "the words that left"));
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);

    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("words");
    assertThatThrownBy(() -> sent.of("r1", NOW))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("was changed");
  }

  @Test
  void onePayloadCannotBePassedOffAsAnothers() throws IOException {
    SentPayloads sent = new SentPayloads(folder, Duration.ofDays(7));
    sent.keep("r1", sent(NOW, "openai", "of r1"));
    Path file = onlyFile();

    Files.move(file, file.resolveSibling(file.getFileName().toString().replace("r1", "r2")));

    assertThatThrownBy(() -> sent.of("r2", NOW)).isInstanceOf(AuditException.class);
  }

  @Test
  void afterItsTimeAPayloadIsNotShownAndThenGone() throws IOException {
    SentPayloads sent = new SentPayloads(folder, Duration.ofHours(1));
    sent.keep("r1", sent(NOW, "openai", "old"));

    List<SentPayloads.Sent> late = sent.of("r1", NOW.plus(Duration.ofMinutes(61)));
    sent.keep("r2", sent(NOW.plus(Duration.ofMinutes(61)), "openai", "new"));

    assertThat(late).isEmpty();
    assertThat(onlyFile().getFileName().toString()).startsWith("r2.");
  }

  @Test
  void whatWasKeptGoesWhereNothingIsKeptAnyMoreAndOthersFilesStay() throws IOException {
    new SentPayloads(folder, Duration.ofDays(7)).keep("r1", sent(NOW, "openai", "old"));
    Path stranger = Files.createFile(folder.resolve("sent").resolve(".DS_Store"));

    new SentPayloads(folder, Duration.ZERO).clean(NOW.plusSeconds(1));

    assertThat(onlyFile()).isEqualTo(stranger);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("sent"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  private static SentPayloads.Sent sent(Instant at, String destination, String text) {
    return new SentPayloads.Sent(at, destination, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(SentPayloads.Sent sent) {
    return new String(sent.payload(), StandardCharsets.UTF_8);
  }
}
