package dev.gatehouse.audit;

import dev.gatehouse.keyfile.OwnersOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file that several processes write in turn, and that others than its owner may not read. No call
 * here ends because the thread is interrupted: a client that leaves interrupts its request's
 * thread, and a {@link java.nio.channels.FileChannel} would then be closed for everybody.
 */
final class LockedFile implements AutoCloseable {
  private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long PAUSE_NANOS = 50_000;

  private final Path path;
  private final RandomAccessFile file;

  LockedFile(Path path) throws IOException {
    this.path = path;
    OwnersOnly.createFile(path);
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  /** Keeps other processes out until it is closed; one thread of this process at a time may ask. */
  FileLock lock() throws IOException {
    long start = System.nanoTime();
    FileLock lock = tried();
    while (lock == null) {
      if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
        throw new IOException(path + " is locked by another process");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      lock = tried();
    }
    return lock;
  }

  private @Nullable FileLock tried() throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // this process has the file open elsewhere, and writes to it there
    }
  }

  long size() throws IOException {
    return file.length();
  }

  void truncate(long size) throws IOException {
    file.setLength(size);
  }

  /** At most {@code length} bytes; fewer at the end of the file. */
  byte[] read(long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(position);
    int read = 0;
    for (int n = 0; n >= 0 && read < length; n = file.read(bytes, read, length - read)) {
      read += n;
    }
    return Arrays.copyOf(bytes, read);
  }

  void write(byte[] bytes, long position) throws IOException {
    file.seek(position);
    file.write(bytes);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
