package dev.facet.access.share;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A password that opens a locked share.
 *
 * @param createdBy the user's number, null when nobody is known
 */
public record SharePassword(long id, String note, Instant createdAt, @Nullable Long createdBy) {}
