package dev.gatehouse.audit;

import dev.gatehouse.keyfile.KeyFile;
import dev.gatehouse.keyfile.KeyFileException;
import dev.gatehouse.keyfile.OwnersOnly;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only log {@code audit.log} in the data directory, one JSON line an entry. Every entry
 * is sealed with a keyed hash over itself and the seal before it, and {@code audit.head} holds the
 * last seal, so that {@link AuditVerification} finds any change, cut or reorder by whoever has not
 * the key {@code audit.key}. Any number of threads and processes may append.
 *
 * <p>The log and its head, deleted or put back together, prove nothing of what is gone. An {@link
 * AuditWitness} knows of it; somebody who can change that too is not found out. It is told while
 * nobody waits for the log, and where it cannot remember, that is logged: the entry is written.
 *
 * <p>An entry is with the operating system when {@link #append} returns: it survives the death of
 * the process, not that of the machine.
 */
public final class AuditLog implements AutoCloseable {
  static final String LOG = "audit.log";
  static final String HEAD = "audit.head";
  static final String CHAIN_KEY = "audit.key";
  static final String DIGEST_KEY = "audit-digests.key";

  private static final Logger LOGGER = LoggerFactory.getLogger(AuditLog.class);

  /** After so many entries the witness is told of the last one. */
  private static final int UNSEEN = 256;

  private static final byte LINE_FEED = '\n';

  private final Path path;
  private final LockedFile log;
  private final LockedFile head;
  private final KeyedHash chain;
  private final KeyFile digestKey;
  private final AuditWitness witness;
  private final ReentrantLock appending = new ReentrantLock();
  private Optional<AuditWitness.Mark> lost = Optional.empty();
  private Instant lastAt = Instant.EPOCH;

  private AuditLog(Path directory, AuditWitness witness) throws IOException {
    this.witness = witness;
    this.path = directory.resolve(LOG);
    this.chain = new KeyedHash(new KeyFile(directory.resolve(CHAIN_KEY)).key());
    this.digestKey = new KeyFile(directory.resolve(DIGEST_KEY));
    digestKey.key(); // a key that cannot be read or made is told of at once
    this.log = new LockedFile(path);
    this.head = new LockedFile(directory.resolve(HEAD));
  }

  /** Opens the log without a witness, the rest as below. */
  public static AuditLog open(Path directory, Instant now) {
    return open(directory, now, AuditWitness.NONE);
  }

  /**
   * Opens the log, or begins one. Where it does not hold what the witness saw, it goes on with an
   * entry that says so, which no later one can undo.
   *
   * @param now goes into the entry that says so if the end of the log had to be mended, or is gone
   * @param witness told of the last entry now and then, and when the log is closed
   * @throws AuditException if it cannot be read or written, its end is not what was last written,
   *     or the witness does not say what it saw
   */
  public static AuditLog open(Path directory, Instant now, AuditWitness witness) {
    try {
      OwnersOnly.createFolders(directory);
      AuditLog log = new AuditLog(directory, witness);
      log.mend(now);
      log.compare(now);
      return log;
    } catch (IOException e) {
      throw new AuditException(directory.resolve(LOG) + ": cannot be opened", e);
    }
  }

  /** What the witness saw and was not there when the log was opened; empty where all was. */
  public Optional<AuditWitness.Mark> lost() {
    return lost;
  }

  /**
   * What values are digested with now: the key is read each time, since another process may have
   * replaced it.
   *
   * @throws KeyFileException if it cannot be read; what would be digested must not happen then
   */
  public ValueDigests digests() {
    return new ValueDigests(digestKey.key());
  }

  /**
   * Appends an entry.
   *
   * @throws AuditException if it cannot be written; what it speaks of must not happen then
   */
  public void append(AuditEntry entry) {
    AuditHead last;
    appending.lock();
    try (FileLock _ = head.lock()) {
      last = appendAfter(readHead(), entry);
    } catch (IOException e) {
      throw new AuditException(path + ": cannot be written; nothing leaves unrecorded", e);
    } finally {
      appending.unlock();
    }
    tellNowAndThen(last, entry.at());
  }

  /**
   * Makes digests with a new key from now on and forgets the old one, in other processes that have
   * the log open as well.
   *
   * @throws AuditException if the key cannot be replaced
   */
  public void rotateDigestKey(Instant now) {
    AuditHead last;
    appending.lock();
    try (FileLock _ = head.lock()) {
      digestKey.rotate();
      last = appendAfter(readHead(), new AuditEntry.KeyRotated(now));
    } catch (IOException e) {
      throw new AuditException(path + ": cannot be written, but the key is new", e);
    } finally {
      appending.unlock();
    }
    tellNowAndThen(last, now);
  }

  private AuditHead appendAfter(AuditHead before, AuditEntry entry) throws IOException {
    AuditLine line = AuditLine.after(before, entry, chain);
    log.write(line.bytes(), log.size());
    head.write(line.head().line(chain), 0);
    lastAt = entry.at();
    return line.head();
  }

  private void tellNowAndThen(AuditHead last, Instant at) {
    if (last.sequence() % UNSEEN == 0) {
      tell(last, at);
    }
  }

  /**
   * Asked for without a lock, since a witness may wait for a disk longer than other processes wait
   * for the log. A witness that fails takes nothing back: it is told again with a later entry.
   */
  private void tell(AuditHead last, Instant at) {
    if (last.sequence() == 0) {
      return;
    }
    try {
      witness.saw(new AuditWitness.Mark(last.sequence(), last.hash(), at));
    } catch (AuditException e) {
      LOGGER.warn(
          "{}: entry {} is written, but who is to remember it cannot; if the log is cut now, that"
              + " may not be noticed",
          path,
          last.sequence(),
          e);
    }
  }

  private AuditHead readHead() throws IOException {
    byte[] line = head.read(0, (int) Math.min(head.size(), 1024));
    if (line.length == 0 && log.size() == 0) {
      return AuditHead.EMPTY;
    }
    return AuditHead.read(line, chain).orElseThrow(this::notTrusted);
  }

  /** A process that died between two writes leaves half an entry, or a head that is one behind. */
  private void mend(Instant now) throws IOException {
    appending.lock();
    try (FileLock _ = head.lock()) {
      long whole = endOfLastLine(log.size());
      long torn = log.size() - whole;
      log.truncate(whole);
      AuditHead known = readHead();
      AuditHead last = lastEntry(whole, known);
      head.write(last.line(chain), 0);
      if (torn > 0) {
        appendAfter(last, new AuditEntry.Mended(now, torn));
      }
    } finally {
      appending.unlock();
    }
  }

  /** Looks whether what the witness saw is there, and has it see the end. */
  private void compare(Instant now) throws IOException {
    Optional<AuditWitness.Mark> seen = witness.last();
    lastAt = now;
    AuditHead last;
    appending.lock();
    try (FileLock _ = head.lock()) {
      last = readHead();
      if (seen.isPresent() && !holds(seen.get())) {
        lost = seen;
        last = appendAfter(last, new AuditEntry.Lost(now, seen.get()));
      }
    } finally {
      appending.unlock();
    }
    tell(last, now);
  }

  /** Reads backwards, since a witness saw an entry near the end. */
  private boolean holds(AuditWitness.Mark seen) throws IOException {
    long end = log.size();
    while (end > 0) {
      long start = endOfLastLine(end - 1);
      Optional<AuditLine> line = AuditLine.read(text(log.read(start, (int) (end - 1 - start))));
      if (line.isEmpty() || line.get().sequence() <= seen.sequence()) {
        return line.filter(each -> each.isOf(seen)).isPresent();
      }
      end = start;
    }
    return false;
  }

  private AuditHead lastEntry(long end, AuditHead known) throws IOException {
    if (end == 0) {
      return requireKnown(AuditHead.EMPTY, known);
    }
    long start = endOfLastLine(end - 1);
    AuditLine line =
        AuditLine.read(text(log.read(start, (int) (end - 1 - start))))
            .orElseThrow(this::notTrusted);
    return line.follows(known, chain) ? line.head() : requireKnown(line.head(), known);
  }

  private AuditHead requireKnown(AuditHead found, AuditHead known) {
    if (!found.equals(known)) {
      throw notTrusted();
    }
    return found;
  }

  private AuditException notTrusted() {
    return new AuditException(
        path
            + ": its end is not what was last written; see 'gatehouse audit verify'. To begin a new"
            + " log, move audit.log and audit.head to another folder");
  }

  /** One past the last line feed before {@code end}; 0 where there is none. */
  private long endOfLastLine(long end) throws IOException {
    long at = end;
    while (at > 0) {
      int length = (int) Math.min(at, 8192);
      byte[] part = log.read(at - length, length);
      for (int i = length - 1; i >= 0; i--) {
        if (part[i] == LINE_FEED) {
          return at - length + i + 1;
        }
      }
      at -= length;
    }
    return 0;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Closes both files, and has the witness see the end.
   *
   * @throws AuditException if they cannot be closed, or the end is not what was last written
   */
  @Override
  public void close() {
    AuditHead last;
    Instant at;
    appending.lock();
    try (log;
        head;
        FileLock _ = head.lock()) {
      last = readHead();
      at = lastAt;
    } catch (IOException e) {
      throw new AuditException(path + ": cannot be closed", e);
    } finally {
      appending.unlock();
    }
    tell(last, at);
  }
}
