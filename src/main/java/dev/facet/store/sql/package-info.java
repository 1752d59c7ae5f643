/**
 * From plans to SQL. In come a plan, an engine's {@link dev.facet.store.sql.Dialect} and where its
 * {@link dev.facet.store.sql.Tables} are, out goes one {@link dev.facet.store.sql.Sql}: text with
 * placeholders and the values for them. No value enters the text, and identifiers are made here.
 */
@NullMarked
package dev.facet.store.sql;

import org.jspecify.annotations.NullMarked;
