package dev.facet.answer;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions answered in the background, which whoever asked comes back for by an id. What ended is
 * kept for {@link #KEPT}, the oldest less long when there are too many. The lock guards the jobs.
 *
 * @param <A> what is remembered of a question for showing its answer
 */
public final class Jobs<A> {
  /** How long one can come back after the end. */
  public static final Duration KEPT = Duration.ofMinutes(20);

  private static final Failure CANCELLED =
      new Failure.Upstream("cancelled", "The query was cancelled.");

  private final Answers answers;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final int most;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Job<A>> jobs = new LinkedHashMap<>();
  private long bytes;

  /** Whose job it is: to anybody else it is unknown. */
  private record Key(long project, String policy, String id) {
    static Key of(Reader reader, String id) {
      return new Key(reader.project(), reader.policy(), id);
    }
  }

  /** A job and where it is. */
  private static final class Job<A> {
    final Question question;
    final A about;
    final Instant start;
    final Answers.Errand errand;
    @Nullable Instant end;
    @Nullable Result result;

    Job(Question question, A about, Instant start, Answers.Errand errand) {
      this.question = question;
      this.about = about;
      this.start = start;
      this.errand = errand;
    }

    boolean isExpired(Instant now) {
      return end != null && !now.isBefore(end.plus(KEPT));
    }
  }

  /**
   * Where a job is.
   *
   * @param picked when computing began, null when it waits for its turn
   * @param end null as long as it is under way, as is {@code result}
   */
  public record Status<A>(
      String id,
      A about,
      Instant start,
      @Nullable Instant picked,
      @Nullable Instant end,
      @Nullable Result result) {

    /** When it will be forgotten, as far as that is known. */
    public Instant expires() {
      return Objects.requireNonNullElse(end, start).plus(KEPT);
    }
  }

  /**
   * @param ids makes ids for those who bring none
   * @param most how many jobs there are
   * @param mostBytes about how many bytes their results may take
   */
  public Jobs(Answers answers, InstantSource clock, Supplier<UUID> ids, int most, long mostBytes) {
    this.answers = answers;
    this.clock = clock;
    this.ids = ids;
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /**
   * Begins to answer a question. Asked without an id, a job for the same question that is under way
   * will do; asked with one, so will a job of that id for the same question, while another question
   * takes its place.
   *
   * @param about remembered with the job
   * @throws FailureException TooMuch when there are too many
   */
  public Status<A> begin(Reader reader, Query query, @Nullable String id, A about) {
    Question question = new Question(reader, query);
    lock.lock();
    try {
      forget(clock.instant());
      Optional<Map.Entry<Key, Job<A>>> running =
          jobs.entrySet().stream()
              .filter(entry -> entry.getValue().result == null)
              .filter(entry -> id == null || entry.getKey().id().equals(id))
              .filter(entry -> entry.getValue().question.equals(question))
              .filter(entry -> answers.isCurrent(entry.getValue().errand))
              .findFirst();
      if (running.isPresent()) {
        return status(running.get().getKey(), running.get().getValue());
      }
      return begin(Key.of(reader, id == null ? ids.get().toString() : id), question, about);
    } finally {
      lock.unlock();
    }
  }

  private Status<A> begin(Key key, Question question, A about) {
    Job<A> old = jobs.get(key);
    if (old == null && jobs.size() >= most && !forgetOldest()) {
      throw Flights.busy();
    }
    Answers.Errand errand = answers.begin(question.reader(), question.query());
    if (old != null) {
      remove(key, old);
    }
    Job<A> job = new Job<>(question, about, clock.instant(), errand);
    jobs.put(key, job);
    var _ = errand.flight().landing().thenAccept(result -> ended(key, job, result));
    return status(key, job);
  }

  private void ended(Key key, Job<A> job, Result result) {
    lock.lock();
    try {
      if (job.result == null && jobs.get(key) == job) {
        end(job, result);
        answers.end(job.errand);
        while (bytes > mostBytes && forgetOldest()) {
          continue;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void end(Job<A> job, Result result) {
    job.end = clock.instant();
    job.result = result;
    bytes += weight(result);
  }

  /** The job of this id, if this reader may know of it. */
  public Optional<Status<A>> find(Reader reader, String id) {
    Key key = Key.of(reader, id);
    lock.lock();
    try {
      forget(clock.instant());
      return Optional.ofNullable(jobs.get(key)).map(job -> status(key, job));
    } finally {
      lock.unlock();
    }
  }

  /** Cancels the job of this id; one that has ended stays as it is. */
  public Optional<Status<A>> cancel(Reader reader, String id) {
    Key key = Key.of(reader, id);
    lock.lock();
    try {
      forget(clock.instant());
      Job<A> job = jobs.get(key);
      if (job != null && job.result == null) {
        end(job, new Result.Failed(CANCELLED));
        answers.end(job.errand);
      }
      return Optional.ofNullable(job).map(found -> status(key, found));
    } finally {
      lock.unlock();
    }
  }

  private Status<A> status(Key key, Job<A> job) {
    Instant began = job.errand.flight().startedAt();
    boolean before = began != null && began.isBefore(job.start);
    return new Status<>(
        key.id(), job.about, job.start, before ? job.start : began, job.end, job.result);
  }

  private void forget(Instant now) {
    for (Iterator<Job<A>> all = jobs.values().iterator(); all.hasNext(); ) {
      Job<A> job = all.next();
      if (job.isExpired(now)) {
        bytes -= weight(job.result);
        all.remove();
      }
    }
  }

  /** Forgets the one that has been here longest of those that ended; false when none has. */
  private boolean forgetOldest() {
    Optional<Key> oldest =
        jobs.entrySet().stream()
            .filter(entry -> entry.getValue().result != null)
            .map(Map.Entry::getKey)
            .findFirst();
    oldest.ifPresent(key -> remove(key, Objects.requireNonNull(jobs.get(key))));
    return oldest.isPresent();
  }

  private void remove(Key key, Job<A> job) {
    jobs.remove(key);
    if (job.result == null) {
      answers.end(job.errand);
    } else {
      bytes -= weight(job.result);
    }
  }

  private static long weight(@Nullable Result result) {
    return result instanceof Result.Answered(Answer answer)
        ? AnswerCache.weight(answer.table())
        : 0;
  }
}
