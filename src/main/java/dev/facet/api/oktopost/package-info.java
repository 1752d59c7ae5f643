/**
 * Oktopost's dashboards of social analytics and their neighbours, read-only, as a dialect over the
 * core.
 *
 * <p>Base path: {@code /v2/…}. Paths name no project: the key's first project is meant, else the
 * organisation's first.
 *
 * <p>Credentials: {@code Authorization: Basic …} of the account's id ({@code 001} and the
 * organisation's number, 15 characters) and a key. Everything needs {@code dashboard:read}.
 *
 * <p>Envelope: {@code {Result: true, …}} with {@code Items} and {@code Total} for lists, the
 * resource's name for one. Failures are {@code {Result: false, Errors}}, see {@link
 * dev.facet.api.oktopost.OktopostErrors}.
 *
 * <p>Paging: {@code _page} from 0, {@code _count} of 25, 50 or 100 (clicks also 200), {@code
 * _order} as {@code field,0} (descending) or {@code field,1}.
 *
 * <p>Dates: {@code 2025-09-15 10:30:00}, UTC; {@code 0000-00-00 00:00:00} for never. Steps of time
 * in reports are those of the project's zone.
 *
 * <p>Lost in this view: sections lie one below the other and have no titles; charts of other
 * queries than reports about social data are widgets of type {@code other} without a report; texts
 * have no body. Filters, variables, tags and colours stay stored and are not shown.
 */
@NullMarked
package dev.facet.api.oktopost;

import org.jspecify.annotations.NullMarked;
