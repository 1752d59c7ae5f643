package dev.facet.schedule;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.facet.catalog.Catalog;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs daily tasks, one after the other, on a thread of its own. A task that was never run waits
 * for its next time: nothing was missed. One that fails is tried again a while later.
 */
public final class Timetable implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Timetable.class.getName());
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final Catalog catalog;
  private final InstantSource clock;
  private final List<DailyTask> tasks;
  private @Nullable Instant notBefore;

  @GuardedBy("this")
  private @Nullable Thread thread;

  public Timetable(Catalog catalog, InstantSource clock, List<DailyTask> tasks) {
    this.catalog = catalog;
    this.clock = clock;
    this.tasks = List.copyOf(tasks);
  }

  /** Begins to look at the clock. */
  public synchronized void start() {
    thread = Thread.ofPlatform().name("facet-timetable").daemon().start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        tryTick();
        Thread.sleep(sleep());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What goes wrong now may go well at the next look. */
  private void tryTick() throws InterruptedException {
    try {
      tick();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The timetable could not be looked at", e);
    }
  }

  /** Until the next task is due, but not long: clocks are set. */
  private Duration sleep() {
    Instant now = clock.instant();
    Duration sleep = LONGEST_SLEEP;
    for (DailyTask task : tasks) {
      Duration left = Duration.between(now, task.due(task.newest(now).plusDays(1)));
      sleep = left.compareTo(sleep) < 0 ? left : sleep;
    }
    return sleep;
  }

  /** Runs what is due. For one thread at a time. */
  void tick() throws InterruptedException {
    Instant now = clock.instant();
    if (notBefore != null && now.isBefore(notBefore)) {
      return;
    }
    notBefore = null;
    for (DailyTask task : tasks) {
      LocalDate day = task.newest(now);
      Optional<LocalDate> done =
          catalog.read(transaction -> new TaskRows(transaction).done(task.name()));
      if (done.isPresent() && done.get().isBefore(day)) {
        run(task, day);
      } else if (done.isEmpty() || done.get().isAfter(day)) {
        remember(task, day);
      }
    }
  }

  private void run(DailyTask task, LocalDate day) throws InterruptedException {
    try {
      task.work().run(task.due(day), day);
      remember(task, day);
    } catch (RuntimeException e) {
      notBefore = clock.instant().plus(PAUSE);
      LOG.log(Level.WARNING, "The daily " + task.name() + " of " + day + " did not end well", e);
    }
  }

  private void remember(DailyTask task, LocalDate day) {
    catalog.mark(
        transaction -> {
          new TaskRows(transaction).done(task.name(), day);
          return true;
        });
  }

  /** Interrupts what is going on, and waits for it to stop. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      running = thread;
      thread = null;
    }
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
