/**
 * What happens by the clock. Tasks come in, each with a time of the day in UTC; they are run when
 * it is due by the server's clock, and made up for at the next start when the server slept through
 * it.
 */
@NullMarked
package dev.facet.schedule;

import org.jspecify.annotations.NullMarked;
