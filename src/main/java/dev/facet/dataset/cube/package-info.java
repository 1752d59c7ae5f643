/**
 * The data cubes: what reports about activities, collections of objects and ingestion are split and
 * measured by, each dimension and metric written once.
 */
@NullMarked
package dev.facet.dataset.cube;

import org.jspecify.annotations.NullMarked;
