package dev.facet.plan.share;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code Aggregate(x, a), Aggregate(x, b) → Aggregate(c, a), Aggregate(c, b)} over one {@code c =
 * Aggregate(x, a and b)}, for plans whose sums can be summed up again. The stored rows are read
 * once, and each plan is derived from few groups of them.
 */
final class ShareScans {
  /** Beyond so many texts to group by there are likely about as many groups as rows. */
  private static final int MOST_TEXTS = 3;

  private ShareScans() {}

  /**
   * Those of the plans that are cheaper as one; a plan that is in none is computed by itself.
   *
   * @param affordable whether few enough groups are expected of rows grouped by these
   */
  static List<Shared> of(List<Plan> plans, Predicate<Set<Expression>> affordable) {
    Map<Set<Plan>, List<List<Candidate>>> groups = new LinkedHashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      Candidate.of(i, plans.get(i))
          .ifPresent(
              one ->
                  add(
                      groups.computeIfAbsent(one.inputs(), inputs -> new ArrayList<>()),
                      one,
                      affordable));
    }
    return groups.values().stream()
        .flatMap(List::stream)
        .filter(group -> group.size() > 1)
        .map(Shared::new)
        .toList();
  }

  /** Joins the first group that stays affordable with one more. */
  private static void add(
      List<List<Candidate>> groups, Candidate one, Predicate<Set<Expression>> affordable) {
    for (List<Candidate> group : groups) {
      List<Candidate> more = new ArrayList<>(group);
      more.add(one);
      Set<Expression> keys = keys(more);
      if (keys.stream().filter(key -> key instanceof Expression.Property).count() <= MOST_TEXTS
          && affordable.test(keys)) {
        group.add(one);
        return;
      }
    }
    groups.add(new ArrayList<>(List.of(one)));
  }

  static Set<Expression> keys(List<Candidate> group) {
    Set<Expression> keys = new HashSet<>();
    group.forEach(member -> keys.addAll(member.keys()));
    return keys;
  }
}
