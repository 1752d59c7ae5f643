/**
 * PostHog's dashboards API and what its clients need around it, as a dialect over the core.
 *
 * <p>Base path: {@code /api/projects/{project}/…} and its twin {@code
 * /api/environments/{project}/…}; the project's number or {@code @current}, the caller's own. A
 * slash at the end may be there or not.
 *
 * <p>Credentials: {@code Authorization: Bearer KEY}, else the body's field {@code
 * personal_api_key}, else the query parameter of that name; only the first one found is tried. Our
 * page's session cookie opens the same paths. Each route names its scope ({@code dashboard:read});
 * leave to write includes leave to read.
 *
 * <p>Bodies: JSON or a form; a form sent under the name of JSON is read as a form. Fields nobody
 * knows are passed over; values are coerced (a number to text, "true" to true) or refused, the
 * first one at fault being named.
 *
 * <p>Envelope: objects stand alone, lists as {@code {count, next, previous, results}} with {@code
 * limit} and {@code offset}; what is no number there counts as not given. Errors are {@code {type,
 * code, detail, attr}}.
 *
 * <p>Dates: ISO-8601 in UTC with Z, microseconds only when there are any; days and labels of
 * results in the project's zone.
 *
 * <p>Lost in this view: sections lie one below the other on one grid, without their titles; charts
 * that share a card are tiles of their own, which divide its place. Both stay as they are in the
 * stored content when tiles are changed here, until such a tile is moved or taken off by itself.
 *
 * <p>{@code wire} says how objects look, {@code result} how answers do, {@code capture} takes
 * events.
 */
@NullMarked
package dev.facet.api.posthog;

import org.jspecify.annotations.NullMarked;
