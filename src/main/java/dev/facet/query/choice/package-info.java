/**
 * What whoever reads a dashboard chose to see of it: in go trees of datasets, out come the same
 * about less.
 */
@NullMarked
package dev.facet.query.choice;

import org.jspecify.annotations.NullMarked;
