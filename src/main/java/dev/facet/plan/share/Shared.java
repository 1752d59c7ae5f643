package dev.facet.plan.share;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.rule.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several plans of a screen as one. */
public final class Shared {
  private static final String CELLS = "cells";

  private final List<Candidate> members;
  private final Map<Plan, Cover> covers = new HashMap<>();
  private final Side rows = new Side();
  private final Plan plan;

  /**
   * @param members plans about the same rows, or made of the same groups
   */
  Shared(List<Candidate> members) {
    this.members = List.copyOf(members);
    for (Plan input : members.getFirst().inputs()) {
      List<Plan.Aggregate> over =
          members.stream()
              .flatMap(member -> member.sums().stream())
              .filter(sum -> sum.input().equals(input))
              .toList();
      covers.put(input, new Cover(over));
    }
    List<Plan> plans = new ArrayList<>();
    for (Candidate member : members) {
      rows.add(member.plan().columns());
      plans.add(instead(member.plan(), new IdentityHashMap<>()));
    }
    for (Cover cover : covers.values()) {
      rows.add(List.of(new Column(CELLS, Type.INTEGER)));
      plans.add(cells(cover));
    }
    this.plan = rows.union(plans);
  }

  private Plan instead(Plan node, Map<Plan, Plan> done) {
    Plan known = done.get(node);
    if (known != null) {
      return known;
    }
    Cover cover = node instanceof Plan.Aggregate lowest ? covers.get(lowest.input()) : null;
    Plan derived =
        cover != null && node instanceof Plan.Aggregate lowest
            ? cover.instead(lowest)
            : Nodes.over(node, node.inputs().stream().map(in -> instead(in, done)).toList());
    done.put(node, derived);
    return derived;
  }

  private static Plan cells(Cover cover) {
    return new Plan.Aggregate(
        cover.plan(), List.of(), List.of(new Aggregation(CELLS, Aggregation.Kind.COUNT, null)));
  }

  /** What a store runs. */
  public Plan plan() {
    return plan;
  }

  /** The places of the plans among those of the screen. */
  public List<Integer> places() {
    return members.stream().map(Candidate::place).toList();
  }

  /**
   * What a store gave, divided.
   *
   * @param tables the rows of each plan, in the order of {@link #places}
   * @param cells how many groups the rows fell into that the plans have in common
   */
  public record Divided(List<Table> tables, long cells) {}

  /** The rows of each plan out of those of {@link #plan}. */
  public Divided divide(Table all) {
    List<Table> tables = rows.split(all);
    long cells = 0;
    for (Table counted : tables.subList(members.size(), tables.size())) {
      cells += counted.rows().getFirst().getFirst() instanceof Long count ? count : 0;
    }
    return new Divided(tables.subList(0, members.size()), cells);
  }

  /**
   * What stored rows are grouped by to be summed up again, which decides how many groups there are.
   */
  public Set<Expression> keys() {
    return ShareScans.keys(members);
  }
}
