package dev.facet.plan.rule;

import dev.facet.model.Interruption;
import dev.facet.plan.Plan;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** All rewrites, in the order in which each node meets them, on its way down and up again. */
public final class Rules {
  /** Far more than any plan takes; what is left then is right, if not all it could be. */
  private static final int MOST_ROUNDS = 8;

  private static final int MOST_STEPS = 40;

  private static final List<Rule> ALL =
      List.of(
          new SimplifyExpressions(),
          new FilterBeforeSums(),
          new SplitChoices(),
          new MergeFilters(),
          new DropTrueFilter(),
          new DropEmptyRows(),
          new PushFilterIntoProjection(),
          new PushFilterIntoUnion(),
          new PushFilterIntoGroups(),
          new PushFilterIntoJoin(),
          new UseAntiJoin(),
          new UseInnerJoin(),
          new BoundTimes(),
          new DropImpliedBounds(),
          new NarrowSteps(),
          new MergeProjections(),
          new DropSorting());

  private final List<Rule> rules;
  private final Uses uses = new Uses();
  private final Map<Plan, Plan> done = new IdentityHashMap<>();

  private Rules(List<Rule> rules) {
    this.rules = rules;
  }

  /** All there are. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The plan as stores are to run it: the same rows under the same columns. */
  public static Plan apply(Plan plan) {
    return apply(plan, ALL);
  }

  /** The plan after these rules, until none of them changes anything. */
  public static Plan apply(Plan plan, List<Rule> rules) {
    Plan before = plan;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Rules walk = new Rules(rules);
      Plan shared = walk.uses.read(before);
      Plan after = walk.rewritten(shared);
      if (after == shared) {
        return after;
      }
      before = after;
    }
    return before;
  }

  private Plan rewritten(Plan node) {
    Plan known = done.get(node);
    if (known != null) {
      return known;
    }
    Plan down = stepped(node);
    Plan inside = Nodes.over(down, down.inputs().stream().map(this::rewritten).toList());
    Plan up = inside == down ? down : stepped(inside);
    uses.replace(node, up);
    done.put(node, up);
    return up;
  }

  /** The node after all rules that have something to say about it. */
  private Plan stepped(Plan node) {
    Interruption.check();
    Plan before = node;
    for (int step = 0; step < MOST_STEPS; step++) {
      Plan after = before;
      for (Rule rule : rules) {
        after = rule.apply(after, uses);
      }
      if (after == before) {
        return after;
      }
      before = after;
    }
    return before;
  }
}
