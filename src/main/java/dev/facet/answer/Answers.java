package dev.facet.answer;

import dev.facet.answer.Flights.Leg;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree;
import dev.facet.query.Query;
import dev.facet.query.SqlQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of a screen together: those that are known and still hold at once, the
 * others as they are computed, each at most once however many ask. Safe for many threads.
 */
public final class Answers implements AutoCloseable {
  private static final Duration OF_WRITTEN = Duration.ofSeconds(30);

  private final SteadyStore store;
  private final InstantSource clock;
  private final Duration patience;
  private final AnswerCache cache;
  private final Flights flights;
  private final Presence presence;
  private final Trees trees;

  /**
   * How much is done at once.
   *
   * @param parallel how many questions are computed at a time
   * @param queued how many may wait for their turn
   * @param patience how long a question may wait for its turn, and how long it may be computed then
   * @param cache about how many bytes of answers are kept
   */
  public record Limits(int parallel, int queued, Duration patience, long cache) {}

  /**
   * @param presence looks out for those who wait for answers
   */
  public Answers(SteadyStore store, InstantSource clock, Limits limits, Presence presence) {
    this(store, clock, limits, presence, Library.EMPTY);
  }

  /**
   * @param library what questions refer to beside the store
   */
  public Answers(
      SteadyStore store, InstantSource clock, Limits limits, Presence presence, Library library) {
    this.store = store;
    this.trees = new Trees(library);
    this.presence = presence;
    this.clock = clock;
    this.patience = limits.patience();
    this.cache = new AnswerCache(limits.cache());
    Computation computation =
        new Computation(
            store,
            clock,
            new Cells(),
            trees,
            (question, answer) -> cache.put(question, answer.fromCache()));
    int places = limits.parallel() + limits.queued();
    this.flights = new Flights(limits.parallel(), places, computation::plan, clock);
  }

  /** What was computed for the question before, however old. */
  public Optional<Answer> known(Reader reader, Query query) {
    if (query instanceof DatasetTree) {
      return answer(reader, List.of(query), Mode.CACHED_ONLY).getFirst()
              instanceof Result.Answered(Answer answer)
          ? Optional.of(answer)
          : Optional.empty();
    }
    return cache.find(new Question(reader, query));
  }

  /**
   * Whether this is still what is known of a question. Of a tree that is never sure: its answer is
   * made anew of those to its leaves each time.
   *
   * @param answer as {@link #known} gave it, null for nothing
   */
  public boolean isKnown(Reader reader, Query query, @Nullable Answer answer) {
    return !(query instanceof DatasetTree)
        && cache.find(new Question(reader, query)).orElse(null) == answer;
  }

  /** Whether asking now would give the same answer. */
  public boolean isFresh(Reader reader, Answer answer) {
    return answer.isFresh(store.position(reader.project()), clock.instant());
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
   * as it is there; returns when all are. What {@code each} throws, and interrupting the thread,
   * ends the work nobody else waits for.
   *
   * @throws FailureException TooMuch when too many questions wait already
   */
  public void answer(Reader reader, List<Query> queries, Mode mode, ObjIntConsumer<Result> each) {
    if (queries.stream().noneMatch(DatasetTree.class::isInstance)) {
      answerPlain(reader, queries, query -> mode, each);
      return;
    }
    Unfolding unfolding =
        new Unfolding(
            queries.stream().map(query -> resolved(query, reader)).toList(),
            (tree, results) -> together(tree, results, reader),
            each);
    unfolding.begin();
    Set<Query> anew = unfolding.anew();
    Modes modes = query -> mode == Mode.FRESH && anew.contains(query) ? Mode.FORCE : mode;
    answerPlain(reader, unfolding.questions(), modes, unfolding::land);
  }

  /** How fresh the answer to each query must be. */
  private interface Modes {
    Mode of(Query query);
  }

  private Query resolved(Query query, Reader reader) {
    return query instanceof DatasetTree tree ? trees.resolved(tree, reader) : query;
  }

  private Result together(DatasetTree tree, List<Result> results, Reader reader) {
    return trees.result(tree, results, reader, clock.instant(), store.position(reader.project()));
  }

  private void answerPlain(
      Reader reader, List<Query> queries, Modes modes, ObjIntConsumer<Result> each) {
    List<Question> questions = queries.stream().map(query -> new Question(reader, query)).toList();
    if (questions.size() < 2 || areKnown(reader, questions, modes)) {
      ask(reader, questions, modes, each);
      return;
    }
    try (SteadyStore.Hold hold = store.hold()) {
      ask(reader, questions, modes, each);
    }
  }

  private boolean areKnown(Reader reader, List<Question> questions, Modes modes) {
    long position = store.position(reader.project());
    return questions.stream()
        .allMatch(
            question -> {
              Mode mode = modes.of(question.query());
              return mode == Mode.CACHED_ONLY || known(question, mode, position).isPresent();
            });
  }

  private void ask(
      Reader reader, List<Question> questions, Modes modes, ObjIntConsumer<Result> each) {
    Map<Question, List<Integer>> open = new HashMap<>();
    long position = store.position(reader.project());
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      Mode mode = modes.of(question.query());
      Optional<Answer> known = known(question, mode, position);
      if (known.isPresent()) {
        each.accept(new Result.Answered(known.get()), i);
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

  private record Landed(Leg leg, Result result) {}

  private void compute(
      Map<Question, List<Integer>> open, long position, ObjIntConsumer<Result> each) {
    List<Leg> legs = open.keySet().stream().map(question -> new Leg(question, position)).toList();
    Map<Leg, Flight> boarded = flights.board(legs, true, this::limit);
    try (Presence.Watch watch = presence.watch(Thread.currentThread()::interrupt)) {
      BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
      boarded.forEach(
          (leg, flight) -> {
            var _ = flight.landing().thenAccept(result -> landed.add(new Landed(leg, result)));
          });
      await(new HashMap<>(boarded), landed, (result, leg) -> tell(open, leg, result, each));
    } finally {
      boarded.forEach(flights::leave);
    }
  }

  private static void tell(
      Map<Question, List<Integer>> open, Leg leg, Result result, ObjIntConsumer<Result> each) {
    open.getOrDefault(leg.question(), List.of()).forEach(place -> each.accept(result, place));
  }

  private interface Told {
    void tell(Result result, Leg leg);
  }

  /** First until none waits for its turn any more, then until all have landed. */
  private void await(Map<Leg, Flight> open, BlockingQueue<Landed> landed, Told told) {
    await(open, landed, told, System.nanoTime() + patience.toNanos());
    List<Leg> waiting =
        open.entrySet().stream()
            .filter(entry -> entry.getValue().startedAt() == null)
            .map(Map.Entry::getKey)
            .toList();
    for (Leg leg : waiting) {
      open.remove(leg);
      told.tell(new Result.Failed(Flights.tooBusy()), leg);
    }
    // A flight ends by itself within its limit; twice as long is for engines slow to stop.
    await(open, landed, told, System.nanoTime() + 2 * patience.toNanos());
    open.forEach(
        (leg, flight) -> told.tell(new Result.Failed(Flights.tooSlow(flight.limit())), leg));
  }

  private static void await(
      Map<Leg, Flight> open, BlockingQueue<Landed> landed, Told told, long deadline) {
    while (!open.isEmpty()) {
      Optional<Landed> next = next(landed, deadline - System.nanoTime());
      if (next.isEmpty()) {
        return;
      }
      if (open.remove(next.get().leg()) != null) {
        told.tell(next.get().result(), next.get().leg());
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

  /** How long a question may be computed: what people write themselves has a limit of its own. */
  private Duration limit(Leg leg) {
    boolean written = leg.question().query() instanceof SqlQuery;
    return written && patience.compareTo(OF_WRITTEN) > 0 ? OF_WRITTEN : patience;
  }

  /** A question that is being answered although nobody waits. */
  record Errand(Leg leg, Flight flight) {}

  /**
   * Begins to answer a question, or joins those who wait for it.
   *
   * @throws FailureException TooMuch when too many questions are answered that way already
   */
  Errand begin(Reader reader, Query query) {
    Leg leg = new Leg(new Question(reader, query), store.position(reader.project()));
    Map<Leg, Flight> boarded = flights.board(List.of(leg), false, this::limit);
    return new Errand(leg, boarded.values().iterator().next());
  }

  /** Whether the answer, once it is there, will hold what can be asked about now. */
  boolean isCurrent(Errand errand) {
    Leg leg = errand.leg();
    return leg.position() == store.position(leg.question().reader().project());
  }

  /** Lets go of the answer; the work ends when nobody else waits for it. */
  void end(Errand errand) {
    flights.leave(errand.leg(), errand.flight());
  }

  /** Stops all work. */
  @Override
  public void close() {
    flights.close();
  }
}
