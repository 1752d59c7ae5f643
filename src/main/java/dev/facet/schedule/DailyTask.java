package dev.facet.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Something to be done once a day.
 *
 * @param name under which it is remembered that it was done
 * @param at the time of the day in UTC
 */
public record DailyTask(String name, LocalTime at, Work work) {

  /** What is to be done. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it, from where an interrupted attempt left off.
     *
     * @param due when it was to begin
     */
    void run(Instant due, LocalDate day) throws InterruptedException;
  }

  /** The newest day on which it was due by now. */
  LocalDate newest(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return now.isBefore(due(today)) ? today.minusDays(1) : today;
  }

  Instant due(LocalDate day) {
    return day.atTime(at).toInstant(ZoneOffset.UTC);
  }
}
