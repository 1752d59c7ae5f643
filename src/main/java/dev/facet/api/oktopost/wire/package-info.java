/**
 * What is on the wire: ids, times, names of networks, parameters and rows as the vendor has them,
 * read and written without asking anybody.
 */
@NullMarked
package dev.facet.api.oktopost.wire;

import org.jspecify.annotations.NullMarked;
