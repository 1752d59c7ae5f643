/** Which aggregates HogQL names: in goes a function's name, out comes what is summed up and how. */
@NullMarked
package dev.facet.plan.hogql.aggregate;

import org.jspecify.annotations.NullMarked;
