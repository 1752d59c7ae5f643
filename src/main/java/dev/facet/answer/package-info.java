/**
 * The read path: a screen of questions becomes one bounded piece of work and then answers. Queries
 * of one project come in, with who reads and how fresh the answers must be; a result for each goes
 * out as soon as it is there: an answer, or the failure that stopped this one and no other. Knows
 * no dashboards and no wire.
 */
@NullMarked
package dev.facet.answer;

import org.jspecify.annotations.NullMarked;
