/**
 * The datasets' schemas, each written once: columns, key and time column. Planners and stores read
 * them; nothing here knows an engine.
 */
@NullMarked
package dev.facet.dataset;

import org.jspecify.annotations.NullMarked;
