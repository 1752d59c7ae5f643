/**
 * From the datasets of a tree's leaves to the dataset of its root: pure functions, one file each.
 * {@link dev.facet.transform.Leaves} reads answers as {@link dev.facet.transform.Figure}s, {@link
 * dev.facet.transform.Transformations} makes one of several.
 */
@NullMarked
package dev.facet.transform;

import org.jspecify.annotations.NullMarked;
