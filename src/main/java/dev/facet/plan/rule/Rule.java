package dev.facet.plan.rule;

import dev.facet.plan.Plan;

/** One rewrite of one node. */
public interface Rule {

  /**
   * A plan that gives the same rows, under the same columns, for less; the node itself where this
   * rule has nothing to say. Inputs may be looked into as deep as need be.
   */
  Plan apply(Plan node, Uses uses);
}
