/**
 * The one JSON form of queries, charts and dashboards. JSON of the catalog, of dialects and of our
 * own API comes in; queries and dashboards go out, or a failure that names the path of the field at
 * fault. Every field of an object is read or refused: a field nobody knows is a mistake of the
 * caller.
 */
@NullMarked
package dev.facet.form;

import org.jspecify.annotations.NullMarked;
