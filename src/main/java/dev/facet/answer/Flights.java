package dev.facet.answer;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * All computations under way, each question's at most once, and how many there may be. What nobody
 * waits for has places of its own. The lock guards the flights and their number.
 */
final class Flights implements AutoCloseable {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private static final Failure CANCELLED =
      new Failure.Upstream("cancelled", "The question was cancelled.");

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Leg, Flight> flights = new HashMap<>();
  private final int places;
  private int urgent;
  private int leisurely;
  private final Workers workers;
  private final Function<List<Leg>, Party.Plans> work;
  private final InstantSource clock;
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon(true).name("answer-alarm").factory());

  /** A question and the position its answer must at least have. */
  record Leg(Question question, long position) {}

  /**
   * @param places how many computations there may be that somebody waits for, waiting ones
   *     included; and as many that nobody waits for
   * @param work says how questions that begin together are computed
   */
  Flights(int parallel, int places, Function<List<Leg>, Party.Plans> work, InstantSource clock) {
    this.workers = new Workers(parallel);
    this.places = places;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Joins the flight of each leg, beginning those that there are not. Whoever joined leaves at the
   * end, be it after the landing.
   *
   * @param limit how long each may take once it has begun
   * @throws FailureException TooMuch when there are no places for all that would have to begin
   */
  Map<Leg, Flight> board(Collection<Leg> legs, boolean isUrgent, Function<Leg, Duration> limit) {
    lock.lock();
    try {
      Map<Leg, Flight> boarded = new HashMap<>();
      List<Leg> missing = new ArrayList<>();
      for (Leg leg : legs) {
        Flight flight = flights.get(leg);
        if (flight != null && flight.join(isUrgent)) {
          boarded.put(leg, flight);
        } else {
          missing.add(leg);
        }
      }
      if (!isRoom(missing.size(), isUrgent ? urgent : leisurely)) {
        boarded.forEach(this::leave);
        throw busy();
      }
      boarded.putAll(begin(missing, isUrgent, limit));
      return boarded;
    } finally {
      lock.unlock();
    }
  }

  /** A screen larger than all places is let in when it is alone. */
  private boolean isRoom(int more, int taken) {
    return more == 0 || taken + Math.min(more, places) <= places;
  }

  static FailureException busy() {
    return new FailureException(tooBusy());
  }

  static Failure tooBusy() {
    return new Failure.TooMuch(
        "busy",
        null,
        "Too many questions wait for an answer; try again in %d seconds."
            .formatted(RETRY.toSeconds()),
        RETRY);
  }

  private Map<Leg, Flight> begin(List<Leg> legs, boolean isUrgent, Function<Leg, Duration> limit) {
    Party party = new Party(work);
    Map<Leg, Flight> begun = new LinkedHashMap<>();
    for (Leg leg : legs) {
      Flight flight = new Flight(isUrgent, limit.apply(leg), party);
      flight.join(isUrgent);
      party.join(leg, flight);
      flights.put(leg, flight);
      count(flight, 1);
      begun.put(leg, flight);
    }
    begun.forEach(this::submit);
    return begun;
  }

  private void submit(Leg leg, Flight flight) {
    flight.carriedBy(workers.submit(() -> fly(leg, flight), flight.isUrgent()));
  }

  private void count(Flight flight, int change) {
    if (flight.isUrgent()) {
      urgent += change;
    } else {
      leisurely += change;
    }
  }

  private void fly(Leg leg, Flight flight) {
    start(flight);
    Party party = flight.party();
    switch (party.task(leg)) {
      case Party.Task.Alone(Party.Plans plans) -> land(leg, flight, plans.compute(leg));
      case Party.Task.Lead(Party.Joint joint) -> lead(party, joint);
      case Party.Task.Carried _ -> {}
    }
  }

  private void start(Flight flight) {
    flight.started(
        clock.instant(),
        () -> alarms.schedule(flight::expire, flight.limit().toNanos(), TimeUnit.NANOSECONDS));
  }

  private void land(Leg leg, Flight flight, Result result) {
    ended(leg, flight);
    flight.land(flight.isExpired() ? tooSlow(flight.limit(), result) : result);
  }

  /** Flies with all of them; where that does not end well, each flies by itself. */
  private void lead(Party party, Party.Joint joint) {
    Map<Leg, Flight> carried = party.flights(joint);
    carried.values().forEach(this::start);
    Optional<Map<Leg, Result>> results = joint.compute();
    carried.forEach(
        (leg, flight) ->
            results.ifPresentOrElse(
                all -> land(leg, flight, Objects.requireNonNull(all.get(leg))),
                () -> again(leg, flight)));
  }

  private void again(Leg leg, Flight flight) {
    if (flight.isAbandoned()) {
      land(leg, flight, new Result.Failed(CANCELLED));
      return;
    }
    Party alone = new Party(work);
    alone.join(leg, flight);
    flight.leavesWith(alone);
    submit(leg, flight);
  }

  /** What was interrupted because it took too long says so. */
  private static Result tooSlow(Duration limit, Result result) {
    boolean interrupted =
        result instanceof Result.Failed(Failure failure) && failure.code().equals("cancelled");
    return interrupted ? new Result.Failed(tooSlow(limit)) : result;
  }

  static Failure tooSlow(Duration limit) {
    return new Failure.TooMuch(
        "query_timeout",
        null,
        "Answering took longer than the limit of %d s; ask about less time or fewer series."
            .formatted(limit.toSeconds()),
        null);
  }

  private void ended(Leg leg, Flight flight) {
    lock.lock();
    try {
      flights.remove(leg, flight);
      count(flight, flight.isGone() ? 0 : -1);
    } finally {
      lock.unlock();
    }
  }

  /** Leaves a flight, which is broken off when nobody else is on it. */
  void leave(Leg leg, Flight flight) {
    lock.lock();
    try {
      if (flight.leave()) {
        count(flight, -1);
      }
      if (flight.isAbandoned()) {
        flights.remove(leg, flight);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    workers.close();
  }
}
