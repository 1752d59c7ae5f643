/**
 * OData's {@code $filter} and {@code $orderby}, as far as lists of plain rows need them: text comes
 * in with the fields there are; an expression whose types fit goes out, or a failure that says at
 * which character the text stops making sense. Parsed by recursive descent, no deeper than a fixed
 * limit.
 */
@NullMarked
package dev.facet.query.text.odata;

import org.jspecify.annotations.NullMarked;
