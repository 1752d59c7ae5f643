/**
 * What data a project has, over our own API: datasets, events and properties, and how much of each.
 */
@NullMarked
package dev.facet.api.facet.inventory;

import org.jspecify.annotations.NullMarked;
