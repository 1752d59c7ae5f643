package dev.facet.ingest.social.collect;

import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.Platforms;
import dev.facet.ingest.social.collect.Run.Cause;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.ingest.social.profile.Subject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Collects every profile that has an account, once a day. Each gets its own moment within a
 * stretch, so that networks are not called by all at once; what was done before an interruption is
 * not done again.
 */
public final class DailyCollection {
  private static final System.Logger LOG = System.getLogger(DailyCollection.class.getName());
  private static final int AT_ONCE = 24;

  /** How much a profile lengthens the stretch that moments are drawn from, and its most. */
  private static final Duration EACH = Duration.ofMillis(15);

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Collector collector;
  private final Profiles profiles;
  private final Runs runs;
  private final Pace pace;
  private final RandomGenerator random;

  private record Appointment(Subject subject, Instant at) {}

  public DailyCollection(
      Collector collector, Profiles profiles, Runs runs, Pace pace, RandomGenerator random) {
    this.collector = collector;
    this.profiles = profiles;
    this.runs = runs;
    this.pace = pace;
    this.random = random;
  }

  /**
   * Collects what was not collected since the day's work was due.
   *
   * @throws IllegalStateException when a profile could not even be tried
   */
  public void run(Instant due, LocalDate day) throws InterruptedException {
    Queue<Appointment> open = new ConcurrentLinkedQueue<>(appointments(runs.done(day, due)));
    AtomicInteger failed = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        workers.add(threads.submit(() -> work(open, failed)));
      }
      await(workers, threads);
    }
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " profiles could not be collected");
    }
  }

  private List<Appointment> appointments(Set<Subject> done) {
    List<Subject> subjects =
        profiles.connected().stream().filter(subject -> !done.contains(subject)).toList();
    Duration all = EACH.multipliedBy(subjects.size());
    long stretch = (all.compareTo(LONGEST) < 0 ? all : LONGEST).toMillis();
    Instant now = pace.now();
    return subjects.stream()
        .map(one -> new Appointment(one, now.plusMillis(random.nextLong(stretch + 1))))
        .sorted(Comparator.comparing(Appointment::at))
        .toList();
  }

  private static void await(List<Future<?>> workers, ExecutorService threads)
      throws InterruptedException {
    try {
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private void work(Queue<Appointment> open, AtomicInteger failed) {
    Appointment next = open.poll();
    while (next != null && keep(next, failed)) {
      next = open.poll();
    }
  }

  /** False when the server is stopping. */
  private boolean keep(Appointment appointment, AtomicInteger failed) {
    Subject subject = appointment.subject();
    try {
      Duration left = Duration.between(pace.now(), appointment.at());
      if (left.isPositive()) {
        pace.pause(left);
      }
      collector.collect(
          subject.project(), subject.username(), Set.copyOf(Platforms.ALL), Cause.CLOCK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        failed.incrementAndGet();
        LOG.log(
            Level.WARNING,
            "Profile {0} of project {1} was not collected: {2}",
            subject.username(),
            subject.project(),
            e.getMessage());
      }
    }
    return !Thread.currentThread().isInterrupted();
  }
}
