package dev.facet.plan.share;

import dev.facet.plan.Plan;
import dev.facet.plan.rule.Uses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * {@code f(g), h(g) → Union(f(g), h(g))} for plans that read stored rows only through groups {@code
 * g} which others of the screen are made of, too: within one plan equal nodes are computed once.
 * Used for one screen, by one thread.
 */
final class ShareGroups {
  private final List<Part> parts = new ArrayList<>();

  /**
   * A plan of the screen.
   *
   * @param groups the groups it is made of; nodes that are equal are the same object
   */
  private record Part(int place, Plan plan, Set<Plan> groups) {
    /** Whether stored rows are read beside these groups. */
    boolean readsBeside(Set<Plan> some) {
      return readsBeside(plan, some);
    }

    private static boolean readsBeside(Plan node, Set<Plan> some) {
      return !some.contains(node)
          && (node instanceof Plan.Scan
              || node.inputs().stream().anyMatch(input -> readsBeside(input, some)));
    }
  }

  private ShareGroups(List<Plan> screen, Set<Integer> places) {
    Uses uses = new Uses();
    for (int place : places) {
      if (Candidate.canStandBesideOthers(screen.get(place))) {
        Plan plan = uses.read(screen.get(place));
        Set<Plan> groups = nodes();
        collect(plan, nodes(), groups);
        parts.add(new Part(place, plan, groups));
      }
    }
  }

  private static void collect(Plan node, Set<Plan> seen, Set<Plan> groups) {
    if (seen.add(node)) {
      if (node.condenses()) {
        groups.add(node);
      }
      node.inputs().forEach(input -> collect(input, seen, groups));
    }
  }

  /**
   * Those of the plans that are cheaper as one.
   *
   * @param places which plans of the screen are looked at
   */
  static List<Shared> of(List<Plan> screen, Set<Integer> places) {
    return new ShareGroups(screen, places).all();
  }

  private List<Shared> all() {
    keepThoseOfSharedGroups();
    List<Shared> all = new ArrayList<>();
    while (!parts.isEmpty()) {
      all.add(
          new Shared(
              together().stream()
                  .map(part -> new Candidate(part.place(), part.plan(), Set.of()))
                  .toList()));
    }
    return all;
  }

  /** Leaves out plans that read stored rows beside such groups, or have none. */
  private void keepThoseOfSharedGroups() {
    boolean shrinks = true;
    while (shrinks) {
      Set<Plan> shared = inSeveral();
      parts.forEach(part -> part.groups().retainAll(shared));
      shrinks = parts.removeIf(part -> part.groups().isEmpty() || part.readsBeside(part.groups()));
    }
  }

  private Set<Plan> inSeveral() {
    Set<Plan> once = nodes();
    Set<Plan> several = nodes();
    for (Part part : parts) {
      part.groups().stream().filter(node -> !once.add(node)).forEach(several::add);
    }
    return several;
  }

  /** Takes the first plan out, with all that have groups in common with it or one of those. */
  private List<Part> together() {
    List<Part> together = new ArrayList<>(List.of(parts.removeFirst()));
    for (int i = 0; i < together.size(); i++) {
      Set<Plan> groups = together.get(i).groups();
      List<Part> more =
          parts.stream().filter(part -> !Collections.disjoint(groups, part.groups())).toList();
      parts.removeAll(more);
      together.addAll(more);
    }
    together.sort(Comparator.comparingInt(Part::place));
    return together;
  }

  private static Set<Plan> nodes() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
