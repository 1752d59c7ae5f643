/**
 * The list of dashboards as rows with the vendor's fields, narrowed down, ordered and divided as
 * the parameters of a request say.
 */
@NullMarked
package dev.facet.api.racknap.list;

import org.jspecify.annotations.NullMarked;
