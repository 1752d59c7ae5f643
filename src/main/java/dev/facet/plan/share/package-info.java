/**
 * Plans of one screen that read the same rows, computed together. In comes a list of plans, out go
 * those that are cheaper as one and how its rows divide into theirs. Knows no engine: the one plan
 * runs wherever the many do.
 */
@NullMarked
package dev.facet.plan.share;

import org.jspecify.annotations.NullMarked;
