package dev.gatehouse.audit;

import dev.gatehouse.keyfile.KeyFile;
import dev.gatehouse.keyfile.OwnersOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exactly what left for cloud providers, for an operator who asked to keep it: one encrypted file a
 * call (AES-256 in GCM, NIST SP 800-38D; the name of the file is part of what is sealed), gone
 * after the retention time. They go with the next start, and within a minute of the next call kept.
 * Safe for use by any thread.
 */
public final class SentPayloads {
  static final String FOLDER = "sent";
  static final String KEY = "sent.key";

  private static final Logger LOG = LoggerFactory.getLogger(SentPayloads.class);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

  private final Path folder;
  private final KeyFile key;
  private final Duration retention;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong nextCleaning = new AtomicLong();

  /**
   * @param retention how long each is kept; 0 where nothing is any more, so that all goes
   */
  public SentPayloads(Path dataDirectory, Duration retention) {
    this.folder = dataDirectory.resolve(FOLDER);
    this.key = new KeyFile(dataDirectory.resolve(KEY));
    this.retention = retention;
  }

  /**
   * One call's payload.
   *
   * @param at when it left
   * @param destination the provider's configured name
   */
  public record Sent(Instant at, String destination, byte[] payload) {}

  /**
   * Keeps a payload, and removes those whose time is over.
   *
   * @param requestId letters, digits and {@code -} alone
   * @throws AuditException if it cannot be written
   */
  public void keep(String requestId, Sent sent) {
    String name =
        requestId
            + "."
            + sent.at().toEpochMilli()
            + "."
            + Long.toHexString(random.nextLong())
            + "."
            + sent.destination();
    try {
      OwnersOnly.createFolders(folder);
      Path file = folder.resolve(name);
      Files.createFile(file, OwnersOnly.permissions(file));
      Files.write(file, sealed(name, sent.payload()));
    } catch (IOException e) {
      throw new AuditException(folder + ": what leaves cannot be kept, so nothing does", e);
    }
    clean(sent.at());
  }

  /**
   * What left for a request, in the order in which it did; empty where nothing did or its time is
   * over.
   *
   * @throws AuditException if it cannot be read, or was changed
   */
  public List<Sent> of(String requestId, Instant now) {
    List<Sent> found = new ArrayList<>();
    for (Path file : files()) {
      Name name = Name.of(file);
      if (name.requestId().equals(requestId) && !name.at().plus(retention).isBefore(now)) {
        found.add(new Sent(name.at(), name.destination(), opened(file)));
      }
    }
    return found;
  }

  /** Removes what is older than the retention time. */
  public void clean(Instant now) {
    long due = nextCleaning.get();
    long next = now.plus(BETWEEN_CLEANINGS).toEpochMilli();
    if (now.toEpochMilli() < due || !nextCleaning.compareAndSet(due, next)) {
      return;
    }
    for (Path file : files()) {
      if (Name.of(file).at().plus(retention).isBefore(now)) {
        delete(file);
      }
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Name::isOne).sorted().toList();
    } catch (IOException e) {
      throw new AuditException(folder + ": cannot be read", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{}: cannot be removed, though its time is over", file, e);
    }
  }

  private byte[] sealed(String name, byte[] payload) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, name);
      byte[] whole = new byte[NONCE_BYTES + cipher.getOutputSize(payload.length)];
      System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
      cipher.doFinal(payload, 0, payload.length, whole, NONCE_BYTES);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  private byte[] opened(Path file) {
    try {
      byte[] whole = Files.readAllBytes(file);
      if (whole.length < NONCE_BYTES) {
        throw new AuditException(file + ": is cut");
      }
      byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, file.getFileName().toString())
          .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new AuditException(file + ": was changed, or " + KEY + " is not its key", e);
    } catch (IOException e) {
      throw new AuditException(file + ": cannot be read", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key.key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** What a file's name says. */
  private record Name(String requestId, Instant at, String destination) {

    private static final Pattern FORM = Pattern.compile("[^.]+\\.\\d{1,15}\\.[0-9a-f]+\\..+");

    /** Whether a file is one of these; others are left alone. */
    static boolean isOne(Path file) {
      return FORM.matcher(file.getFileName().toString()).matches();
    }

    static Name of(Path file) {
      String[] parts = file.getFileName().toString().split("\\.", 4);
      return new Name(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[3]);
    }
  }
}
