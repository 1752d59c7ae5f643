package dev.facet.model;

import java.time.DayOfWeek;
import java.time.ZoneId;

/**
 * The unit of data isolation. {@code token} is what ingestion calls name it by; it opens nothing
 * else.
 */
public record Project(
    long id, long organisation, String name, ZoneId zone, DayOfWeek weekStart, String token) {}
