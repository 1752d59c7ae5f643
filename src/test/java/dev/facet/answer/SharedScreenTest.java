package dev.facet.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.Query;
import dev.facet.query.Query.BusinessWidget.Widget;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import dev.facet.store.Batch;
import dev.facet.store.memory.MemoryStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions of one screen about the same events are computed as one. */
class SharedScreenTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final Reader READER =
      Reader.of(1, new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL));
  private static final Query TOTAL = visits("visit", TrendQuery.Show.TOTAL);
  private static final Query DAILY = visits("visit", TrendQuery.Show.STEPS);

  private final GatedStore store = new GatedStore(new MemoryStore());
  private final SteadyStore steady = new SteadyStore(store, Duration.ofSeconds(30));
  private final Answers answers =
      new Answers(
          steady,
          () -> NOW,
          new Answers.Limits(2, 10, Duration.ofSeconds(20), 1_000_000),
          Presence.ALWAYS);

  private static Query visits(String event, TrendQuery.Show show) {
    return new TrendQuery(
        List.of(new Series(event, null, new Measure.Count(), Filter.ALL)),
        DateRange.DEFAULT,
        Grain.DAY,
        Filter.ALL,
        false,
        List.of(),
        null,
        null,
        show,
        false,
        1,
        1);
  }

  @BeforeEach
  void visitTwice() {
    for (long position = 1; position <= 2; position++) {
      List<Object> row =
          Arrays.asList(
              "e" + position, "visit", "ada", Micros.of(NOW), 1L, Micros.of(NOW), Map.of());
      steady.apply(
          new Batch(position, List.of(new Batch.Change.Append(1, Datasets.EVENTS, List.of(row)))));
    }
  }

  @AfterEach
  void close() {
    answers.close();
  }

  private static Object last(Result result) {
    assertThat(result).isInstanceOf(Result.Answered.class);
    return ((Result.Answered) result).answer().table().rows().getLast().getLast();
  }

  @Test
  void the_events_are_read_once_and_every_answer_is_kept_by_itself() {
    store.gate.release(100);
    List<Result> screen = answers.answer(READER, List.of(TOTAL, DAILY), Mode.FRESH);
    assertThat(screen).extracting(SharedScreenTest::last).containsExactly(2.0, 2.0);
    assertThat(store.runs).hasValue(1);

    Result alone = answers.answer(READER, List.of(DAILY), Mode.FRESH).getFirst();
    assertThat(last(alone)).isEqualTo(2.0);
    assertThat(store.runs).hasValue(1);
  }

  @Test
  void questions_made_of_the_same_groups_are_computed_once_and_as_of_one_instant() {
    store.gate.release(100);
    AtomicLong seconds = new AtomicLong();
    InstantSource ticking = () -> NOW.plusSeconds(seconds.incrementAndGet());
    Answers.Limits limits = new Answers.Limits(2, 10, Duration.ofSeconds(20), 1_000_000);
    List<Query> screen =
        Stream.of(Widget.MRR, Widget.ARR).<Query>map(Query.BusinessWidget::new).toList();
    try (Answers moving = new Answers(steady, ticking, limits, Presence.ALWAYS)) {
      assertThat(moving.answer(READER, screen, Mode.FRESH))
          .allMatch(result -> result instanceof Result.Answered);
    }
    assertThat(store.runs).hasValue(1);
  }

  @Test
  void what_fails_together_is_tried_one_by_one() {
    store.gate.release(100);
    List<Query> broken =
        List.of(
            visits(GatedStore.BROKEN, TrendQuery.Show.TOTAL),
            visits(GatedStore.BROKEN, TrendQuery.Show.STEPS));
    assertThat(answers.answer(READER, broken, Mode.FRESH))
        .allMatch(result -> result instanceof Result.Failed);
    assertThat(store.runs).hasValue(3);
  }

  @Test
  void who_leaves_a_screen_takes_no_answer_away_from_others() throws Exception {
    Thread leaving =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(
                            () -> answers.answer(READER, List.of(TOTAL, DAILY), Mode.FRESH))
                        .isInstanceOf(FailureException.class));
    store.arrivals.acquire();
    List<CompletableFuture<Object>> staying =
        Stream.of(TOTAL, DAILY)
            .map(query -> CompletableFuture.supplyAsync(() -> only(query)))
            .toList();
    leaving.interrupt();
    leaving.join();
    store.gate.release(100);
    assertThat(staying).extracting(CompletableFuture::join).containsExactly(2.0, 2.0);
  }

  private Object only(Query query) {
    return last(answers.answer(READER, List.of(query), Mode.FRESH).getFirst());
  }
}
