/**
 * Our own calls that put rows into datasets: as JSON, or out of files with columns of their own.
 */
@NullMarked
package dev.facet.api.facet.row;

import org.jspecify.annotations.NullMarked;
