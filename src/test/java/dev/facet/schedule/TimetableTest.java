package dev.facet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.catalog.Catalog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimetableTest {
  @TempDir private Path folder;
  private final List<String> done = new ArrayList<>();
  private Instant now = Instant.parse("2026-02-28T12:00:00Z");
  private boolean fails;
  private Catalog catalog;
  private Timetable timetable;

  @BeforeEach
  void open() {
    catalog = Catalog.open(folder);
    timetable = timetable();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private Timetable timetable() {
    return new Timetable(
        catalog, () -> now, List.of(new DailyTask("work", LocalTime.of(3, 0), this::work)));
  }

  private void work(Instant due, LocalDate day) {
    if (fails) {
      throw new IllegalStateException("not now");
    }
    done.add(day + " due " + due);
  }

  private void at(String instant) throws InterruptedException {
    now = Instant.parse(instant);
    timetable.tick();
  }

  @Test
  void a_new_server_has_missed_nothing() throws Exception {
    timetable.tick();
    at("2026-03-01T02:59:59Z");
    assertThat(done).isEmpty();
  }

  @Test
  void work_is_done_once_a_day_when_it_is_due() throws Exception {
    timetable.tick();
    at("2026-03-01T03:00:00Z");
    at("2026-03-01T03:00:01Z");
    at("2026-03-01T23:59:59Z");
    at("2026-03-02T02:00:00Z");
    assertThat(done).containsExactly("2026-03-01 due 2026-03-01T03:00:00Z");
    at("2026-03-02T04:00:00Z");
    assertThat(done).hasSize(2);
  }

  @Test
  void what_a_server_slept_through_is_made_up_for_once_at_its_next_start() throws Exception {
    timetable.tick();
    timetable = timetable();
    at("2026-03-07T02:00:00Z");
    timetable.tick();
    assertThat(done).containsExactly("2026-03-06 due 2026-03-06T03:00:00Z");
    at("2026-03-07T03:00:00Z");
    assertThat(done).hasSize(2);
  }

  @Test
  void what_failed_is_tried_again_a_while_later() throws Exception {
    timetable.tick();
    fails = true;
    at("2026-03-01T03:00:00Z");
    fails = false;
    at("2026-03-01T03:10:00Z");
    assertThat(done).isEmpty();
    at("2026-03-01T03:15:00Z");
    assertThat(done).hasSize(1);
  }

  @Test
  void a_clock_set_back_goes_on_from_there() throws Exception {
    timetable.tick();
    at("2025-12-31T12:00:00Z");
    at("2026-01-01T03:00:00Z");
    assertThat(done).containsExactly("2026-01-01 due 2026-01-01T03:00:00Z");
  }

  @Test
  void closing_ends_work_that_is_under_way() throws Exception {
    java.util.concurrent.CountDownLatch begun = new java.util.concurrent.CountDownLatch(1);
    timetable.tick();
    DailyTask endless =
        new DailyTask(
            "work",
            LocalTime.of(3, 0),
            (due, day) -> {
              begun.countDown();
              new java.util.concurrent.CountDownLatch(1).await();
            });
    now = Instant.parse("2026-03-01T03:00:00Z");
    try (Timetable running = new Timetable(catalog, () -> now, List.of(endless))) {
      running.start();
      begun.await();
    }
    timetable.tick();
    assertThat(done).hasSize(1);
  }
}
