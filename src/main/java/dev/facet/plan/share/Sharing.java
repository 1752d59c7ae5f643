package dev.facet.plan.share;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** All ways in which plans of a screen are computed together. */
public final class Sharing {
  private Sharing() {}

  /**
   * Those of the plans that are cheaper as one; a plan that is in none is computed by itself.
   *
   * @param affordable whether few enough groups are expected of rows grouped by these
   */
  public static List<Shared> of(List<Plan> plans, Predicate<Set<Expression>> affordable) {
    List<Shared> all = new ArrayList<>(ShareScans.of(plans, affordable));
    Set<Integer> left = new TreeSet<>(IntStream.range(0, plans.size()).boxed().toList());
    all.forEach(shared -> left.removeAll(shared.places()));
    all.addAll(ShareGroups.of(plans, left));
    return all;
  }
}
