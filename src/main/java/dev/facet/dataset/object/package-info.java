/** The tree of objects over a project's datasets: which types there are, each written once. */
@NullMarked
package dev.facet.dataset.object;

import org.jspecify.annotations.NullMarked;
