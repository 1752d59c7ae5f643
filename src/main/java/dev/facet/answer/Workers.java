package dev.facet.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The threads that compute. What somebody waits for goes before what nobody waits for, save for
 * every fourth turn, and one thread is always kept free of the latter where there are two. Threads
 * of the platform: engines block them in native code. The lock guards queues and works.
 */
final class Workers implements AutoCloseable {
  private static final int TURNS = 4;
  private static final long LAST_GRACE = TimeUnit.SECONDS.toMillis(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Work> urgent = new ArrayDeque<>();
  private final Deque<Work> later = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int atLeisure;
  private int leisurely;
  private int turn;
  private boolean closed;

  Workers(int parallel) {
    this.atLeisure = Math.max(1, parallel - 1);
    for (int i = 0; i < parallel; i++) {
      threads.add(Thread.ofPlatform().name("answer-" + i).daemon(true).start(this::work));
    }
  }

  /** Something to do, of which one can let go. */
  final class Work {
    private final Runnable task;
    private boolean isUrgent;
    private @Nullable Thread carrier;

    private Work(Runnable task, boolean isUrgent) {
      this.task = task;
      this.isUrgent = isUrgent;
    }

    /** Interrupts the work; one that has not begun never will: then true. */
    boolean cancel() {
      lock.lock();
      try {
        if (carrier != null) {
          carrier.interrupt();
        }
        return urgent.remove(this) || later.remove(this);
      } finally {
        lock.unlock();
      }
    }

    /** Somebody waits for it from now on. */
    void hurry() {
      lock.lock();
      try {
        if (later.remove(this)) {
          isUrgent = true;
          urgent.add(this);
          changed.signal();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Does the task as soon as it is its turn. */
  Work submit(Runnable task, boolean isUrgent) {
    Work work = new Work(task, isUrgent);
    lock.lock();
    try {
      if (!closed) {
        (isUrgent ? urgent : later).add(work);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    return work;
  }

  private void work() {
    for (Work work = next(); work != null; work = next()) {
      try {
        work.task.run();
      } finally {
        ended(work);
      }
    }
  }

  private @Nullable Work next() {
    lock.lock();
    try {
      while (!closed) {
        Work work = poll();
        if (work != null) {
          work.carrier = Thread.currentThread();
          leisurely += work.isUrgent ? 0 : 1;
          return work;
        }
        changed.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Work poll() {
    boolean mayRest = !later.isEmpty() && leisurely < atLeisure;
    if (mayRest && (urgent.isEmpty() || turn + 1 == TURNS)) {
      turn = 0;
      return later.poll();
    }
    turn = mayRest ? turn + 1 : 0;
    return urgent.poll();
  }

  private void ended(Work work) {
    lock.lock();
    try {
      work.carrier = null;
      leisurely -= work.isUrgent ? 0 : 1;
      // An interruption was meant for this work, not for the next.
      boolean _ = Thread.interrupted();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      threads.forEach(Thread::interrupt);
    } finally {
      lock.unlock();
    }
    try {
      for (Thread thread : threads) {
        thread.join(LAST_GRACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
