/**
 * Rewrites of plans. In comes the plan a planner said as plainly as it could, out goes one that
 * gives the same rows for less. Each file is one rewrite, named by what it does and headed by the
 * plan before and after; {@link dev.facet.plan.rule.Rules} lists them. What an engine's SQL looks
 * like is no matter of theirs.
 */
@NullMarked
package dev.facet.plan.rule;

import org.jspecify.annotations.NullMarked;
