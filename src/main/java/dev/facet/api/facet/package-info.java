/**
 * Our own API, for our web page and for everything no dialect can say.
 *
 * <p>Base path {@code /facet/v1}. Credentials: a key as {@code Authorization: Bearer KEY} (or any
 * other way a dialect presents it), or the cookie a login sets; calls by cookie that change
 * something must come from the same origin. Envelope: objects as they are, lists as {@code
 * {"results", "total", "next"}} with an opaque cursor, errors as {@code {"error": {"code",
 * "message", "path"?}}}. Instants are ISO-8601 in UTC; times of answers carry the project's offset.
 */
@NullMarked
package dev.facet.api.facet;

import org.jspecify.annotations.NullMarked;
