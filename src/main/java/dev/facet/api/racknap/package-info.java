/**
 * RackNap's dashboards API as a dialect over the core.
 *
 * <p>Base path: {@code /api/dashboards}. No path names a project: the caller's home is meant.
 *
 * <p>Credentials: {@code Authorization: Bearer KEY}; our page's session cookie opens the same
 * paths. Reading needs {@code dashboard:read}, writing {@code dashboard:write}.
 *
 * <p>Envelope: none around what succeeds, lists are {@code {value, count}}. Errors are {@code
 * {success, code, error: {type, code, message}, meta: {timestamp, requestId}}}.
 *
 * <p>Paging: {@code $skip} and {@code $top}; {@code $filter}, {@code $orderby} and {@code $select}
 * as far as {@link dev.facet.query.text.odata} reads them.
 *
 * <p>Dates: ISO-8601 in UTC, whole seconds.
 *
 * <p>Lost in this view: sections, the exact places of cards, filters, tags, and whether a dashboard
 * is private. Charts made elsewhere are widgets of type {@code chart} with their columns and rows;
 * how they are drawn is not shown. All of it stays stored when a dashboard is changed here.
 */
@NullMarked
package dev.facet.api.racknap;

import org.jspecify.annotations.NullMarked;
