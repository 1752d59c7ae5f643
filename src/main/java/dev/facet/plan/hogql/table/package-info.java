/**
 * The tables that statements can name: what can be read of each, and the rows that hold it. A
 * dotted name comes in, an expression over the table's rows goes out.
 */
@NullMarked
package dev.facet.plan.hogql.table;

import org.jspecify.annotations.NullMarked;
