package dev.facet.dataset;

import dev.facet.model.Type;

/**
 * What rows are told apart by.
 *
 * @param type of a list for rows that have several values: they count in the row of each
 * @param isDay whether the texts are days such as 2026-03-01
 */
public record Dimension(String name, Type type, Value value, boolean isDay) {}
