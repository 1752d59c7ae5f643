package dev.facet.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Datasets;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Place;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Query;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import dev.facet.store.Batch;
import dev.facet.store.memory.MemoryStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Reader READER =
      Reader.of(1, new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL));
  private static final Query VISITS = counting("visit");
  private static final Query ORDERS = counting("order");

  private static final Query BROKEN = counting(GatedStore.BROKEN);

  private final MemoryStore memory = new MemoryStore();
  private final GatedStore store = new GatedStore(memory);
  private final SteadyStore steady = new SteadyStore(store, Duration.ofSeconds(30));
  private Instant now = Instant.parse("2026-03-04T12:00:00Z");
  private final InstantSource clock = () -> now;
  private Answers answers = answers(2, 10);

  private Answers answers(int parallel, int queued) {
    return new Answers(
        steady,
        clock,
        new Answers.Limits(parallel, queued, Duration.ofSeconds(20), 1_000_000),
        Presence.ALWAYS);
  }

  private static Query counting(String event) {
    return new TrendQuery(
        List.of(new Series(event, null, new Measure.Count(), Filter.ALL)),
        DateRange.DEFAULT,
        Grain.DAY,
        Filter.ALL,
        false,
        List.of(),
        null,
        null,
        TrendQuery.Show.TOTAL,
        false,
        1,
        1);
  }

  private void visit(long position) {
    steady.apply(batch(position));
  }

  private Batch batch(long position) {
    return new Batch(
        position,
        List.of(
            new Batch.Change.Append(
                1,
                Datasets.EVENTS,
                List.of(
                    Arrays.asList(
                        new UUID(0, position).toString(),
                        "visit",
                        "ada",
                        Micros.of(now),
                        1L,
                        Micros.of(now),
                        Map.of())))));
  }

  @AfterEach
  void close() {
    answers.close();
  }

  private static Answer answer(Result result) {
    assertThat(result).isInstanceOf(Result.Answered.class);
    return ((Result.Answered) result).answer();
  }

  private static Object value(Result result) {
    return answer(result).table().rows().getFirst().getLast();
  }

  @Test
  void a_question_is_answered_from_memory_until_data_or_time_say_otherwise() {
    store.gate.release(100);
    visit(1);
    Result first = answers.answer(READER, List.of(VISITS), Mode.FRESH).getFirst();
    assertThat(value(first)).isEqualTo(1.0);
    assertThat(answer(first).cached()).isFalse();

    Result second = answers.answer(READER, List.of(VISITS), Mode.FRESH).getFirst();
    assertThat(answer(second).cached()).isTrue();
    assertThat(store.runs).hasValue(1);

    visit(2);
    assertThat(value(answers.answer(READER, List.of(VISITS), Mode.CACHED_ONLY).getFirst()))
        .isEqualTo(1.0);
    Result third = answers.answer(READER, List.of(VISITS), Mode.FRESH).getFirst();
    assertThat(value(third)).isEqualTo(2.0);
    assertThat(answer(third).position()).isEqualTo(2);

    now = now.plus(Duration.ofDays(30));
    assertThat(value(answers.answer(READER, List.of(VISITS), Mode.FRESH).getFirst()))
        .isEqualTo(0.0);
  }

  @Test
  void dates_in_filters_and_cohorts_move_with_the_clock() {
    store.gate.release(100);
    now = Instant.parse("2026-03-04T23:59:30Z");
    visit(1);
    steady.apply(
        new Batch(
            2,
            List.of(
                new Batch.Change.Upsert(
                    1,
                    Datasets.PERSONS,
                    List.of(
                        List.of(
                            1L,
                            new UUID(1, 1).toString(),
                            Micros.of(now),
                            true,
                            false,
                            Map.of()))))));
    Filter old =
        new Filter.Compare(
            new PropertyRef(PropertyRef.Source.METADATA, "timestamp"),
            Filter.Operator.DATE_BEFORE,
            List.of("dStart"));
    Reader reader = Reader.of(1, lately());
    Filter lately = new Filter.InCohort(7, Place.NONE);
    List<Query> both = List.of(visits(old), visits(lately), visits(Filter.ALL));
    assertThat(values(answers.answer(reader, both, Mode.FRESH))).containsExactly(0.0, 1.0, 1.0);

    now = Instant.parse("2026-03-05T00:00:05Z");
    assertThat(values(answers.answer(reader, both, Mode.FRESH))).containsExactly(1.0, 1.0, 1.0);

    now = Instant.parse("2026-03-05T00:00:35Z");
    List<Result> later = answers.answer(reader, both, Mode.FRESH);
    assertThat(values(later)).containsExactly(1.0, 0.0, 1.0);
    assertThat(later.stream().map(result -> answer(result).cached()))
        .containsExactly(true, false, true);
  }

  /** A project whose cohort 7 are those who did something in the last minute. */
  private static Definitions lately() {
    Criterion lately =
        new Criterion.Did(
            null,
            null,
            Filter.ALL,
            DateText.parseRelative("-1M", "within"),
            Cohort.Times.AT_LEAST,
            1);
    return new Definitions(
        ZoneOffset.UTC,
        DayOfWeek.SUNDAY,
        Filter.ALL,
        Map.of(7L, new Cohort(7, "lately", new Cohort.Rule.Computed(lately))),
        Map.of());
  }

  /** How many visits were there in days that are fixed. */
  private static Query visits(Filter filter) {
    return new TrendQuery(
        List.of(new Series("visit", null, new Measure.Count(), filter)),
        new DateRange(
            DateText.parse("2026-03-01", "from"), DateText.parse("2026-03-09", "to"), false),
        Grain.DAY,
        Filter.ALL,
        false,
        List.of(),
        null,
        null,
        TrendQuery.Show.TOTAL,
        false,
        1,
        1);
  }

  private static List<Object> values(List<Result> results) {
    return results.stream().map(AnswersTest::value).toList();
  }

  @Test
  void force_computes_and_cached_only_never_does() {
    store.gate.release(100);
    assertThat(answers.answer(READER, List.of(VISITS), Mode.CACHED_ONLY))
        .containsExactly(new Result.Unknown());
    answers.answer(READER, List.of(VISITS), Mode.FRESH);
    Result forced = answers.answer(READER, List.of(VISITS), Mode.FORCE).getFirst();
    assertThat(answer(forced).cached()).isFalse();
    assertThat(store.runs).hasValue(2);
  }

  @Test
  void a_broken_question_leaves_the_others_alone() {
    store.gate.release(100);
    List<Result> results = answers.answer(READER, List.of(VISITS, BROKEN, ORDERS), Mode.FRESH);
    assertThat(results.get(0)).isInstanceOf(Result.Answered.class);
    assertThat(results.get(1)).isInstanceOf(Result.Failed.class);
    assertThat(results.get(2)).isInstanceOf(Result.Answered.class);
  }

  @Test
  void equal_questions_at_the_same_time_are_computed_once() {
    CompletableFuture<List<Result>> one =
        CompletableFuture.supplyAsync(
            () -> answers.answer(READER, List.of(VISITS, VISITS), Mode.FRESH));
    CompletableFuture<List<Result>> two =
        CompletableFuture.supplyAsync(() -> answers.answer(READER, List.of(VISITS), Mode.FRESH));
    store.gate.release(1);
    assertThat(value(one.join().get(1))).isEqualTo(0.0);
    assertThat(value(two.join().getFirst())).isEqualTo(0.0);
    assertThat(store.runs).hasValue(1);
  }

  @Test
  void answers_come_as_they_are_ready() {
    List<Integer> order = new ArrayList<>();
    store.gate.release(1);
    answers.answer(READER, List.of(ORDERS), Mode.FRESH);
    answers.answer(
        READER,
        List.of(VISITS, ORDERS),
        Mode.FRESH,
        (result, index) -> {
          order.add(index);
          store.gate.release(1);
        });
    assertThat(order).containsExactly(1, 0);
  }

  @Test
  void the_answers_of_a_screen_show_one_state_of_the_data() throws Exception {
    CompletableFuture<List<Result>> screen =
        CompletableFuture.supplyAsync(
            () -> answers.answer(READER, List.of(VISITS, counting("visit2")), Mode.FRESH));
    store.arrived.await();
    CompletableFuture<Void> coming = CompletableFuture.runAsync(() -> visit(1));
    store.gate.release(2);
    assertThat(screen.join()).extracting(result -> answer(result).position()).containsOnly(0L);
    coming.join();
    assertThat(steady.position()).isEqualTo(1);
  }

  @Test
  void too_many_waiting_questions_are_told_to_come_back() throws Exception {
    answers.close();
    answers = answers(1, 0);
    CompletableFuture<List<Result>> waiting =
        CompletableFuture.supplyAsync(() -> answers.answer(READER, List.of(VISITS), Mode.FRESH));
    store.arrived.await();
    assertThatThrownBy(() -> answers.answer(READER, List.of(ORDERS), Mode.FRESH))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.TooMuch.class));
    store.gate.release(1);
    waiting.join();
    store.gate.release(1);
    assertThat(answers.answer(READER, List.of(ORDERS), Mode.FRESH)).hasSize(1);
  }

  @Test
  void equal_questions_take_one_place() throws Exception {
    answers.close();
    answers = answers(1, 0);
    CompletableFuture<List<Result>> first =
        CompletableFuture.supplyAsync(() -> answers.answer(READER, List.of(VISITS), Mode.FRESH));
    store.arrived.await();
    CompletableFuture<List<Result>> second =
        CompletableFuture.supplyAsync(
            () -> answers.answer(READER, List.of(VISITS, VISITS), Mode.FRESH));
    store.gate.release(1);
    assertThat(value(first.join().getFirst())).isEqualTo(0.0);
    assertThat(second.join()).hasSize(2);
    assertThat(store.runs).hasValue(1);
  }

  @Test
  void a_question_whose_turn_does_not_come_is_told_to_come_back() throws Exception {
    answers.close();
    answers =
        new Answers(
            steady,
            clock,
            new Answers.Limits(1, 9, Duration.ofMillis(300), 1_000_000),
            Presence.ALWAYS);
    store.deaf = true;
    CompletableFuture<List<Result>> slow =
        CompletableFuture.supplyAsync(() -> answers.answer(READER, List.of(VISITS), Mode.FRESH));
    store.arrived.await();
    CompletableFuture<List<Result>> waiting =
        CompletableFuture.supplyAsync(
            () -> answers.answer(READER, List.of(ORDERS, VISITS), Mode.FRESH));
    assertThat(waiting.join().getFirst())
        .isInstanceOfSatisfying(
            Result.Failed.class, failed -> assertThat(failed.failure().code()).isEqualTo("busy"));
    store.gate.release(9);
    slow.join();
  }

  @Test
  void what_happens_in_one_project_leaves_the_answers_of_others_fresh() {
    store.gate.release(100);
    Reader other = Reader.of(2, READER.definitions());
    answers.answer(READER, List.of(VISITS), Mode.FRESH);
    answers.answer(other, List.of(VISITS), Mode.FRESH);
    visit(1);
    assertThat(answer(answers.answer(other, List.of(VISITS), Mode.FRESH).getFirst()).cached())
        .isTrue();
    Result changed = answers.answer(READER, List.of(VISITS), Mode.FRESH).getFirst();
    assertThat(answer(changed).cached()).isFalse();
    assertThat(value(changed)).isEqualTo(1.0);
    assertThat(answer(changed).position()).isEqualTo(1);
  }

  @Test
  void work_that_nobody_waits_for_is_stopped() throws Exception {
    store.gate.release(1);
    answers.answer(READER, List.of(ORDERS), Mode.FRESH);
    CompletableFuture<Void> leaving =
        CompletableFuture.runAsync(
            () ->
                answers.answer(
                    READER,
                    List.of(VISITS, ORDERS, counting("other")),
                    Mode.FORCE,
                    (result, index) -> {
                      throw new IllegalStateException("gone");
                    }));
    store.arrivals.acquire(3);
    store.gate.release(1);
    assertThatThrownBy(leaving::join).isInstanceOf(CompletionException.class);
    store.cancelled.await();
  }

  @Test
  void a_question_that_takes_too_long_fails_alone() {
    answers.close();
    answers =
        new Answers(
            steady,
            clock,
            new Answers.Limits(2, 2, Duration.ofMillis(1), 1_000_000),
            Presence.ALWAYS);
    // Nobody waits for its turn, so that it cannot be given up before it has begun.
    Answers.Errand errand = answers.begin(READER, VISITS);
    assertThat(errand.flight().landing().join())
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo("query_timeout"));
    answers.end(errand);
  }
}
