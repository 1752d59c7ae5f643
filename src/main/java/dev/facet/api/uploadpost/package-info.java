/**
 * Upload-Post's analytics of profiles and posts, as a dialect over the core.
 *
 * <p>Base path: {@code /api/analytics/…} and {@code /api/uploadposts/…}. Paths name no project: the
 * key's first project is meant, else the organisation's first.
 *
 * <p>Credentials: {@code Authorization: Apikey KEY}, a Bearer token as well; the catalogue of
 * metrics needs none. Reading needs {@code dashboard:read}, changing profiles {@code
 * project:write}.
 *
 * <p>Envelope: {@code {success: true, …}}; profile analytics and the catalogue are bare objects.
 * Failures are {@code {success: false, message}}, see {@link
 * dev.facet.api.uploadpost.UploadPostErrors}.
 *
 * <p>Paging: by cursor (stored metrics of posts, media), by page (history).
 *
 * <p>Dates: days {@code 2026-02-10}, instants {@code 2026-02-10 14:30:00}, both UTC.
 *
 * <p>Lost in this view: dashboards; the dialect shows numbers of profiles and posts alone.
 */
@NullMarked
package dev.facet.api.uploadpost;

import org.jspecify.annotations.NullMarked;
