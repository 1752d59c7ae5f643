/**
 * OTQL as it was written: statements over the object tree, nothing resolved yet, each name with its
 * place; what is wrong with one; and how filters and scopes are added to one.
 */
@NullMarked
package dev.facet.query.otql;

import org.jspecify.annotations.NullMarked;
