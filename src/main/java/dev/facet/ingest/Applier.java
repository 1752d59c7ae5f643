package dev.facet.ingest;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.facet.ingest.learn.Lessons;
import dev.facet.ingest.row.PartialRows;
import dev.facet.model.Event;
import dev.facet.store.Batch;
import dev.facet.store.Batch.Change;
import dev.facet.store.Store;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Carries the journal into the store: one thread reads on from the store's position, gathers what
 * has come into batches and applies each together with its position. Filling an empty store is the
 * same work from the beginning.
 */
final class Applier implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Applier.class.getName());
  private static final int BATCH = 10_000;
  private static final Duration LINGER = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Journal journal;
  private final Store store;
  private final Persons persons;
  private final PartialRows rows;
  private final Lessons lessons;
  private final long known;
  private final Thread thread;
  private final Object lock = new Object();
  private volatile boolean stopping;
  private final AtomicLong hurried = new AtomicLong();
  private final AtomicLong taught = new AtomicLong();
  private volatile @Nullable String trouble;

  @GuardedBy("lock")
  private long applied;

  Applier(Journal journal, Store store) {
    this.journal = journal;
    this.store = store;
    this.persons = new Persons(store);
    this.rows = new PartialRows(store);
    this.lessons = new Lessons(store);
    this.applied = store.position();
    this.known = journal.last();
    this.thread = Thread.ofPlatform().name("facet-applier").daemon().unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  private void work() {
    long from = applied();
    try (JournalReader reader = journal.reader(from)) {
      while (!stopping) {
        Gathered next = gather(reader);
        if (next != null) {
          apply(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      trouble = "The journal cannot be applied: " + e.getMessage();
      LOG.log(Level.ERROR, trouble, e);
    }
  }

  /** What goes into one batch; without arrivals, damage was skipped up to {@code last}. */
  private record Gathered(long last, List<Arrival> arrivals) {}

  /** What a request added, and the position of the first of it. */
  private record Arrival(long first, Entry entry) {}

  /** Waits for something to come and takes what comes shortly after; null when it is to stop. */
  private @Nullable Gathered gather(JournalReader reader) throws InterruptedException {
    List<Arrival> arrivals = new ArrayList<>();
    long last = applied();
    long events = 0;
    long due = 0;
    while (!stopping && events < BATCH) {
      JournalRecord record = reader.next();
      last = reader.position();
      if (record != null) {
        due = due == 0 ? System.nanoTime() + LINGER.toNanos() : due;
        arrivals.add(new Arrival(record.first(), EntryFormat.read(record.payload())));
        events += record.count();
      } else if (arrivals.isEmpty() && last > applied()) {
        return new Gathered(last, arrivals);
      } else if (!waitForMore(last, due)) {
        return new Gathered(last, arrivals);
      }
    }
    return arrivals.isEmpty() ? null : new Gathered(last, arrivals);
  }

  /** False when a batch that is due at {@code due}, 0 for an empty one, is to go as it is. */
  private boolean waitForMore(long last, long due) throws InterruptedException {
    Duration left = due == 0 ? IDLE : Duration.ofNanos(due - System.nanoTime());
    boolean pressed = due != 0 && hurried.get() <= last && hurried.get() > applied();
    if (pressed || left.toMillis() <= 0) {
      return due == 0;
    }
    journal.await(last, left, () -> stopping || due != 0 && hurried.get() > applied());
    return true;
  }

  private void apply(Gathered next) throws InterruptedException {
    Batch batch = null;
    Duration pause = FIRST_PAUSE;
    while (!stopping && applied() < next.last()) {
      try {
        batch = batch == null ? batch(next) : batch;
        store.apply(batch);
        if (lessons.matter()) {
          taught.incrementAndGet();
        }
        done(next.last());
      } catch (RuntimeException | Error e) {
        trouble = "The store takes no data: " + e.getMessage();
        LOG.log(Level.WARNING, trouble, e);
        pause(pause);
        pause = longer(pause);
      }
    }
  }

  private Batch batch(Gathered next) {
    List<Persons.Arrival> ofPersons = new ArrayList<>();
    List<PartialRows.Sent> sent = new ArrayList<>();
    for (Arrival arrival : next.arrivals()) {
      switch (arrival.entry()) {
        case Entry.OfPersons entry ->
            ofPersons.add(new Persons.Arrival(arrival.first(), learned(entry)));
        case Entry.Rows(long project, String dataset, var entry) ->
            sent.add(new PartialRows.Sent(project, dataset, entry));
      }
    }
    List<Change> changes = new ArrayList<>(persons.resolve(ofPersons));
    changes.addAll(rows.resolve(sent));
    changes.addAll(lessons.changes());
    return new Batch(next.last(), changes);
  }

  /** An entry with the groups of its events, once everything in them was learned. */
  private Entry.OfPersons learned(Entry.OfPersons entry) {
    return switch (entry) {
      case Entry.Events(long project, List<Event> events) ->
          new Entry.Events(project, lessons.learn(project, events));
      case Entry.Members members -> members;
    };
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private void pause(Duration time) throws InterruptedException {
    synchronized (lock) {
      if (!stopping) {
        lock.wait(time.toMillis());
      }
    }
  }

  private void done(long position) {
    trouble = null;
    synchronized (lock) {
      applied = position;
      lock.notifyAll();
    }
  }

  /** The last position that queries see. */
  long applied() {
    synchronized (lock) {
      return applied;
    }
  }

  /** Grows when queries see something new that definitions are made of. */
  long taught() {
    return taught.get();
  }

  boolean isRebuilding() {
    return applied() < known;
  }

  @Nullable String trouble() {
    return trouble;
  }

  /** Applies what is there up to a position without waiting for more. */
  void hurry(long position) {
    hurried.accumulateAndGet(position, Math::max);
    journal.wake();
  }

  /** Waits until {@code position} is applied; false when that takes longer. */
  boolean await(long position, Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    synchronized (lock) {
      long left = atMost.toMillis();
      while (applied < position && left > 0) {
        lock.wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      }
      return applied >= position;
    }
  }

  /** Finishes the batch at hand and stops. The rest is in the journal. */
  @Override
  public void close() {
    stopping = true;
    journal.wake();
    synchronized (lock) {
      lock.notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
