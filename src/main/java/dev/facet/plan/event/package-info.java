/**
 * The events a question is about: filters and series come in, a plan of their rows and conditions
 * over them go out.
 */
@NullMarked
package dev.facet.plan.event;

import org.jspecify.annotations.NullMarked;
