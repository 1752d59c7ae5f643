package dev.facet.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's key for programs. The key itself is shown once and not kept.
 *
 * @param mask what of the key may be shown later
 * @param usedAt to the hour
 */
public record ApiKey(
    long id,
    long user,
    String label,
    String mask,
    Scope scope,
    Instant createdAt,
    @Nullable Instant rolledAt,
    @Nullable Instant usedAt,
    @Nullable Instant expiresAt) {}
