/** Trials of the whole server from outside: as a process that is killed, and over HTTP. */
@NullMarked
package dev.facet.trial;

import org.jspecify.annotations.NullMarked;
