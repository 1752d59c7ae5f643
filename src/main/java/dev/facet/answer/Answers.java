package dev.facet.answer;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.Query;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;

/**
 * Answers the questions of a screen together: those that are known and still hold at once, the
 * others as they are computed, each at most once however many ask. Safe for many threads.
 */
public final class Answers implements AutoCloseable {
  private final SteadyStore store;
  private final InstantSource clock;
  private final Duration patience;
  private final AnswerCache cache;
  private final Workers workers;
  private final Computation computation;
  private final Map<Leg, Flight> flights = new ConcurrentHashMap<>();

  /** A question and the position its answer must at least have. */
  private record Leg(Question question, long position) {}

  /**
   * How much is done at once.
   *
   * @param parallel how many questions are computed at a time
   * @param queued how many may wait for their turn
   * @param patience how long a question may wait and be computed
   * @param cache about how many bytes of answers are kept
   */
  public record Limits(int parallel, int queued, Duration patience, long cache) {}

  public Answers(SteadyStore store, InstantSource clock, Limits limits) {
    this.store = store;
    this.clock = clock;
    this.patience = limits.patience();
    this.cache = new AnswerCache(limits.cache());
    this.workers = new Workers(limits.parallel(), limits.queued());
    this.computation = new Computation(store, clock);
  }

  /** The results in the order of the queries, when all are there. */
  public List<Result> answer(Reader reader, List<Query> queries, Mode mode) {
    List<Result> results =
        new ArrayList<>(queries.stream().map(q -> new Result.Unknown()).toList());
    answer(reader, queries, mode, (result, index) -> results.set(index, result));
    return results;
  }

  /**
   * Gives each result, with the index of its query, to {@code each} on the calling thread as soon
   * as it is there; returns when all are. What {@code each} throws ends the work nobody else waits
   * for.
   *
   * @throws FailureException TooMuch when too many questions wait already
   */
  public void answer(Reader reader, List<Query> queries, Mode mode, ObjIntConsumer<Result> each) {
    List<Question> questions = queries.stream().map(query -> new Question(reader, query)).toList();
    if (questions.size() < 2 || areKnown(questions, mode)) {
      answer(questions, mode, each);
      return;
    }
    try (SteadyStore.Hold hold = store.hold()) {
      answer(questions, mode, each);
    }
  }

  private boolean areKnown(List<Question> questions, Mode mode) {
    long position = store.position();
    return mode == Mode.CACHED_ONLY
        || questions.stream().allMatch(question -> known(question, mode, position).isPresent());
  }

  private void answer(List<Question> questions, Mode mode, ObjIntConsumer<Result> each) {
    Map<Question, List<Integer>> open = new HashMap<>();
    long position = store.position();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      Optional<Answer> known = known(question, mode, position);
      if (known.isPresent()) {
        each.accept(new Result.Answered(known.get().fromCache()), i);
      } else if (mode == Mode.CACHED_ONLY) {
        each.accept(new Result.Unknown(), i);
      } else {
        open.computeIfAbsent(question, q -> new ArrayList<>(1)).add(i);
      }
    }
    if (!open.isEmpty()) {
      compute(open, position, each);
    }
  }

  private Optional<Answer> known(Question question, Mode mode, long position) {
    return switch (mode) {
      case CACHED_ONLY -> cache.find(question);
      case FRESH -> cache.find(question).filter(a -> a.isFresh(position, clock.instant()));
      case FORCE -> Optional.empty();
    };
  }

  private record Landed(Question question, Result result) {}

  private void compute(
      Map<Question, List<Integer>> open, long position, ObjIntConsumer<Result> each) {
    int places = open.size();
    workers.admit(places);
    BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
    Map<Leg, Flight> boarded = new HashMap<>();
    try {
      for (Question question : open.keySet()) {
        Leg leg = new Leg(question, position);
        Flight flight = board(leg);
        boarded.put(leg, flight);
        var _ = flight.landing().thenAccept(result -> landed.add(new Landed(question, result)));
      }
      await(open, landed, each);
    } finally {
      boarded.forEach(this::leave);
      workers.release(places);
    }
  }

  private void await(
      Map<Question, List<Integer>> open,
      BlockingQueue<Landed> landed,
      ObjIntConsumer<Result> each) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!open.isEmpty()) {
      Optional<Landed> next = next(landed, deadline - System.nanoTime());
      if (next.isEmpty()) {
        open.values().forEach(places -> places.forEach(i -> each.accept(tooSlow(), i)));
        return;
      }
      List<Integer> places = open.remove(next.get().question());
      if (places != null) {
        places.forEach(i -> each.accept(next.get().result(), i));
      }
    }
  }

  private static Optional<Landed> next(BlockingQueue<Landed> landed, long nanos) {
    try {
      return Optional.ofNullable(landed.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Upstream("cancelled", "The question was cancelled."));
    }
  }

  private Result tooSlow() {
    return new Result.Failed(
        new Failure.TooMuch(
            "query_too_slow",
            null,
            "The answer took longer than %d seconds; ask about less."
                .formatted(patience.toSeconds()),
            null));
  }

  /** Joins the flight for this question, a new one when there is none. */
  private Flight board(Leg leg) {
    while (true) {
      Flight flight = flights.computeIfAbsent(leg, l -> new Flight());
      if (flight.join()) {
        if (flight.start()) {
          flight.carriedBy(workers.submit(() -> fly(leg, flight)));
        }
        return flight;
      }
      flights.remove(leg, flight);
    }
  }

  private void leave(Leg leg, Flight flight) {
    if (flight.leave()) {
      flights.remove(leg, flight);
    }
  }

  private void fly(Leg leg, Flight flight) {
    Result result = computation.compute(leg.question());
    if (result instanceof Result.Answered(Answer answer)) {
      cache.put(leg.question(), answer);
    }
    flights.remove(leg, flight);
    flight.landing().complete(result);
  }

  /** Stops all work. */
  @Override
  public void close() {
    workers.close();
  }
}
