package dev.facet.plan.hogql.row;

import dev.facet.plan.Plan;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * How large a plan is when each use of a node counts. Tables that are read twice by tables that are
 * read twice grow beyond all bounds, in few words.
 */
public final class PlanSize {
  private static final long MOST = 20_000;

  private final Map<Plan, Long> sizes = new IdentityHashMap<>();

  private PlanSize() {}

  /** Whether a plan is larger than any store should have to run. */
  public static boolean isTooLarge(Plan plan) {
    return new PlanSize().of(plan) > MOST;
  }

  private long of(Plan plan) {
    Long known = sizes.get(plan);
    if (known == null) {
      long size = 1;
      for (Plan input : plan.inputs()) {
        size = Math.min(2 * MOST, size + of(input));
      }
      known = size;
      sizes.put(plan, known);
    }
    return known;
  }
}
