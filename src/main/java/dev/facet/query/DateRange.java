package dev.facet.query;

import org.jspecify.annotations.Nullable;

/**
 * From when until when, as asked: relative bounds are resolved when the query is planned.
 *
 * @param from null for seven days ago at midnight
 * @param to null for now
 * @param exact take both bounds as they are, to the microsecond, instead of rounding them to whole
 *     steps
 */
public record DateRange(@Nullable DateBound from, @Nullable DateBound to, boolean exact) {
  public static final DateRange DEFAULT = new DateRange(null, null, false);
}
