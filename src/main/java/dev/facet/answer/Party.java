package dev.facet.answer;

import dev.facet.answer.Flights.Leg;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a screen that begin at the same time, and which of them are computed as one: by
 * whoever comes first, who carries the others. Guarded by itself.
 */
final class Party {
  private final Map<Leg, Flight> flights = new LinkedHashMap<>();
  private final Function<List<Leg>, Plans> plan;
  private final Set<Joint> taken = new HashSet<>();
  private @Nullable Plans plans;

  /** Some of the questions, computed as one. */
  interface Joint {
    List<Leg> legs();

    /** A result for each; empty when they have to be computed one by one. */
    Optional<Map<Leg, Result>> compute();
  }

  /** How the questions are computed. */
  interface Plans {
    List<? extends Joint> joints();

    /** By itself. */
    Result compute(Leg leg);
  }

  /** What somebody who comes to compute a question finds to do. */
  sealed interface Task {
    /** Compute this one alone. */
    record Alone(Plans plans) implements Task {}

    /** Compute these together. */
    record Lead(Joint joint) implements Task {}

    /** Nothing: another carries it. */
    record Carried() implements Task {}
  }

  Party(Function<List<Leg>, Plans> plan) {
    this.plan = plan;
  }

  synchronized void join(Leg leg, Flight flight) {
    flights.put(leg, flight);
  }

  synchronized Map<Leg, Flight> flights(Joint joint) {
    Map<Leg, Flight> carried = new LinkedHashMap<>(flights);
    carried.keySet().retainAll(joint.legs());
    return carried;
  }

  /** The first one to ask plans for all, who have joined by then. */
  synchronized Task task(Leg leg) {
    Plans known = plans == null ? plan.apply(List.copyOf(flights.keySet())) : plans;
    plans = known;
    for (Joint joint : known.joints()) {
      if (joint.legs().contains(leg)) {
        return taken.add(joint) ? new Task.Lead(joint) : new Task.Carried();
      }
    }
    return new Task.Alone(known);
  }
}
