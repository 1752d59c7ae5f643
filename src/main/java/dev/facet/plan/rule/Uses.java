package dev.facet.plan.rule;

import dev.facet.plan.Plan;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How many nodes read the rows of each node. Equal nodes are one. Used by one thread. */
public final class Uses {
  private static final Plan NOTHING = new Plan.Values(List.of(), List.of());

  private final Map<Key, Plan> known = new HashMap<>();
  private final Map<Plan, Plan> found = new IdentityHashMap<>();
  private final Map<Plan, Integer> numbers = new IdentityHashMap<>();
  private final Map<Plan, Integer> readers = new IdentityHashMap<>();

  /** A node by what is its own and the numbers of its inputs, so that no tree is walked twice. */
  private record Key(Plan own, List<Integer> inputs) {}

  public Uses() {}

  /** The plan in which equal nodes are the same object. */
  public Plan read(Plan plan) {
    Plan same = found.get(plan);
    if (same == null) {
      same = first(plan);
      found.put(plan, same);
    }
    return same;
  }

  private Plan first(Plan plan) {
    List<Plan> inputs = plan.inputs().stream().map(this::read).toList();
    Plan own = Nodes.over(plan, inputs.stream().map(input -> NOTHING).toList());
    Key key = new Key(own, inputs.stream().map(numbers::get).toList());
    Plan same = known.get(key);
    if (same != null) {
      return same;
    }
    Plan node = Nodes.over(plan, inputs);
    known.put(key, node);
    numbers.put(node, numbers.size());
    inputs.forEach(input -> readers.merge(input, 1, Integer::sum));
    return node;
  }

  /** A node that stands in the place of another is read as often. */
  void replace(Plan before, Plan after) {
    readers.merge(after, readers.getOrDefault(before, 1), Math::max);
  }

  /**
   * Whether one reader's wish may change the node: nobody else reads it, or its rows are not kept
   * for others anyway.
   */
  public boolean mayChange(Plan node) {
    return readers.getOrDefault(node, 1) < 2 || !node.condenses();
  }
}
