package dev.gatehouse.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes many small writes durable with few waits for the disk: one thread takes all writes that
 * wait, runs them in one transaction and commits once, while the next ones gather.
 *
 * <p>The thread is a platform thread, because the driver blocks in native code, which would hold a
 * virtual thread's carrier.
 */
final class GroupCommit implements AutoCloseable {
  private final Connection connection;
  private final Function<SQLException, LedgerException> failures;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread writer;
  private List<Pending> waiting = new ArrayList<>();
  private boolean closed;

  /**
   * @param connection in auto-commit mode, given over: used by the writer alone and closed at the
   *     end
   * @param failures puts a database error into words
   */
  GroupCommit(Connection connection, Function<SQLException, LedgerException> failures) {
    this.connection = connection;
    this.failures = failures;
    this.writer = Thread.ofPlatform().daemon().name("ledger-writer").start(this::writeUntilClosed);
  }

  /**
   * Runs a write and returns when it is durable. An interrupt does not end the wait, since a row
   * must be written for a client that is gone, too; the thread is interrupted afterwards.
   *
   * @throws LedgerException if the write refuses itself, or if its transaction failed
   */
  void run(Write write) {
    Pending pending = new Pending(write);
    enqueue(pending);
    pending.await();
  }

  /** Ends after all that wait are durable. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    Uninterruptibly.run(writer::join);
  }

  private void enqueue(Pending pending) {
    lock.lock();
    try {
      if (closed) {
        throw new LedgerException("the ledger is closed");
      }
      waiting.add(pending);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void writeUntilClosed() {
    try (connection) {
      for (List<Pending> batch = take(); !batch.isEmpty(); batch = take()) {
        commit(batch);
      }
    } catch (SQLException e) {
      throw failures.apply(e);
    } finally {
      refuseTheRest();
    }
  }

  private List<Pending> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      List<Pending> batch = waiting;
      waiting = new ArrayList<>();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void commit(List<Pending> batch) {
    LedgerException failure = new LedgerException("the ledger's writer failed");
    try {
      transact(batch);
      failure = null;
    } catch (SQLException e) {
      failure = failures.apply(e);
    } finally {
      for (Pending pending : batch) {
        pending.finish(failure);
      }
    }
  }

  private void transact(List<Pending> batch) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        for (Pending pending : batch) {
          pending.apply();
        }
        statement.execute("COMMIT");
      } catch (SQLException e) {
        rollBack(statement, e);
        throw e;
      }
    }
  }

  private static void rollBack(Statement statement, SQLException failure) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself after a full disk or an input/output error.
      failure.addSuppressed(e);
    }
  }

  private void refuseTheRest() {
    lock.lock();
    try {
      closed = true;
      for (Pending pending : waiting) {
        pending.finish(new LedgerException("the ledger's writer ended"));
      }
      waiting = new ArrayList<>();
    } finally {
      lock.unlock();
    }
  }

  /** A change within the writer's transaction. */
  @FunctionalInterface
  interface Write {

    /**
     * Runs on the writer's thread.
     *
     * @throws LedgerException if it refuses itself; it must have changed nothing then
     * @throws SQLException fails the whole transaction
     */
    void apply() throws SQLException;
  }

  private static final class Pending {
    private final Write write;
    private final CountDownLatch finished = new CountDownLatch(1);
    private @Nullable LedgerException failure;

    Pending(Write write) {
      this.write = write;
    }

    void apply() throws SQLException {
      try {
        write.apply();
      } catch (LedgerException refusal) {
        failure = refusal;
      } catch (RuntimeException e) {
        // A row that cannot be written must not take its neighbours with it, nor end the writer.
        failure = new LedgerException("a row cannot be written: " + e.getMessage(), e);
      }
    }

    void finish(@Nullable LedgerException ofTransaction) {
      failure = ofTransaction == null ? failure : ofTransaction;
      finished.countDown();
    }

    void await() {
      Uninterruptibly.run(finished::await);
      if (failure != null) {
        throw new LedgerException(String.valueOf(failure.getMessage()), failure);
      }
    }
  }
}
