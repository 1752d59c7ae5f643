/**
 * mediarithmics' dashboards API and what its console needs around it, as a dialect over the core.
 *
 * <p>Base path: {@code /v1/…}. Where a path names no datamart, the caller's home project is meant;
 * a datamart is a project, an organisation and its community are one.
 *
 * <p>Credentials: {@code Authorization: KEY} or {@code Authorization: Bearer KEY}; a key, or an
 * access token of an hour that {@code POST /v1/authentication/access_tokens} gives for a password.
 * Our page's session cookie opens the same paths. Pages of other sites may call.
 *
 * <p>Bodies: bare resources, also for updates, which replace the whole. Ids are text; numbers are
 * read as text.
 *
 * <p>Envelope: {@code {status, data}}; lists as {@code {status, count, total, first_result,
 * max_results, data}} with {@code first_result} and {@code max_results}. Errors are {@code {status,
 * error, error_code, error_id}}, the sentence being {@code Short reason: details}.
 *
 * <p>Dates: instants as epoch milliseconds, everything in UTC.
 *
 * <p>Lost in this view: what is said about a dashboard but its title; filters and variables of the
 * other dialects stay stored and are not shown. Charts of other queries than data sets are shown
 * with a data set of type {@code query}; texts as charts of type {@code text}.
 */
@NullMarked
package dev.facet.api.mediarithmics;

import org.jspecify.annotations.NullMarked;
