package dev.facet.access.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param project null when it concerns the organisation
 * @param user who did it, null when that was nobody known
 */
public record Entry(long id, Instant at, @Nullable Long project, @Nullable Long user, Said said) {}
