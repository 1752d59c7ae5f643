package dev.facet.answer;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Leg, Flight> flights = new HashMap<>();
  private final int places;
  private int urgent;
  private int leisurely;
  private final Workers workers;
  private final Function<Leg, Result> work;
  private final InstantSource clock;
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon(true).name("answer-alarm").factory());

  /** A question and the position its answer must at least have. */
  record Leg(Question question, long position) {}

  /**
   * @param places how many computations there may be that somebody waits for, waiting ones
   *     included; and as many that nobody waits for
   * @param work gives a result, whatever happens
   */
  Flights(int parallel, int places, Function<Leg, Result> work, InstantSource clock) {
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
      missing.forEach(leg -> boarded.put(leg, begin(leg, isUrgent, limit.apply(leg))));
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

  private Flight begin(Leg leg, boolean isUrgent, Duration limit) {
    Flight flight = new Flight(isUrgent, limit);
    flight.join(isUrgent);
    flights.put(leg, flight);
    count(flight, 1);
    flight.carriedBy(workers.submit(() -> fly(leg, flight), isUrgent));
    return flight;
  }

  private void count(Flight flight, int change) {
    if (flight.isUrgent()) {
      urgent += change;
    } else {
      leisurely += change;
    }
  }

  private void fly(Leg leg, Flight flight) {
    flight.started(
        clock.instant(),
        alarms.schedule(flight::expire, flight.limit().toNanos(), TimeUnit.NANOSECONDS));
    Result result = work.apply(leg);
    ended(leg, flight);
    flight.land(flight.isExpired() ? tooSlow(flight.limit(), result) : result);
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
      count(flight, -1);
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
