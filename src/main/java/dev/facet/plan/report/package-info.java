/**
 * Reports: a question about a cube comes in, a plan that groups its rows and a shape that turns the
 * groups into the answer's rows go out. What an engine need not do (rates, rounding, order, names
 * of time) the shape does, so that all engines agree to the last digit.
 */
@NullMarked
package dev.facet.plan.report;

import org.jspecify.annotations.NullMarked;
