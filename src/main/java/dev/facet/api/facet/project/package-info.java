/** Projects over our own API: making them, and what is set up for them. */
@NullMarked
package dev.facet.api.facet.project;

import org.jspecify.annotations.NullMarked;
