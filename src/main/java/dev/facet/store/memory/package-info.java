/**
 * The store that interprets plans row by row: what every other engine is checked against, and the
 * store of tests. In come plans and batches, out go tables. It aims to be obviously right, not
 * fast.
 */
@NullMarked
package dev.facet.store.memory;

import org.jspecify.annotations.NullMarked;
