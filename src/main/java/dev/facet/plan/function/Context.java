package dev.facet.plan.function;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/** What functions go by: when the question is asked, and the project's calendar. */
public record Context(Instant now, ZoneId zone, DayOfWeek weekStart) {}
