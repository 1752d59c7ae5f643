package dev.facet.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text shown on cards; one text may be on several dashboards. Its body is in their contents too.
 */
public record Text(
    long id,
    String body,
    Instant createdAt,
    @Nullable Long createdBy,
    Instant modifiedAt,
    @Nullable Long modifiedBy) {}
