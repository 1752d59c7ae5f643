package dev.facet.model;

import java.time.Instant;

/**
 * A stretch of time, from its first instant until the first instant after it. Empty when both are
 * equal.
 */
public record Period(Instant from, Instant until) {}
