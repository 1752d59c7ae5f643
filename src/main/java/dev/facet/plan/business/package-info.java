/**
 * Numbers about a business that sells subscriptions: a widget comes in, a plan over customers,
 * subscriptions and invoices and a shape that computes with money go out. {@link
 * dev.facet.plan.business.Active} decides what is active, for widgets and reports alike. Engines
 * only count and add up; what is multiplied, divided and rounded stays decimal and is rounded once,
 * at the very end.
 */
@NullMarked
package dev.facet.plan.business;

import org.jspecify.annotations.NullMarked;
