package dev.facet.definition;

import org.jspecify.annotations.Nullable;

/**
 * A query in a language that people type, as it was saved.
 *
 * @param language {@code OTQL}, {@code JSON_OTQL} or {@code SELECTORQL}
 * @param subtype {@code PARAMETRIC} for one with placeholders
 */
public record QueryText(String language, @Nullable String subtype, String text) {}
