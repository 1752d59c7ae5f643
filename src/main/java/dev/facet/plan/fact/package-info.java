/**
 * What can be told of a plan without running it: the conditions its rows meet, where numbers lie,
 * which columns are never null. A plan or expression comes in, a fact goes out; what cannot be told
 * is told as nothing known.
 */
@NullMarked
package dev.facet.plan.fact;

import org.jspecify.annotations.NullMarked;
