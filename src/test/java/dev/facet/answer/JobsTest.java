package dev.facet.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Datasets;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.Query;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import dev.facet.store.Batch;
import dev.facet.store.memory.MemoryStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final Definitions DEFINITIONS =
      new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL);
  private static final Reader READER = Reader.of(1, DEFINITIONS);
  private static final Query VISITS = about("visit");
  private static final Query ORDERS = about("order");

  private final GatedStore store = new GatedStore(new MemoryStore());
  private final SteadyStore steady = new SteadyStore(store, Duration.ofSeconds(30));
  private final Instant start = Instant.parse("2026-03-04T12:00:00Z");
  private Instant now = start;
  private final InstantSource clock = () -> now;
  private final AtomicLong ids = new AtomicLong();
  private Answers answers = answers(2);
  private Jobs<String> jobs = jobs(10);

  private Answers answers(int parallel) {
    return new Answers(
        steady,
        clock,
        new Answers.Limits(parallel, 10, Duration.ofSeconds(20), 1_000_000),
        Presence.ALWAYS);
  }

  private Jobs<String> jobs(int most) {
    return new Jobs<>(answers, clock, () -> new UUID(0, ids.incrementAndGet()), most, 1_000_000);
  }

  private static Query about(String event) {
    return new StickinessQuery(
        List.of(new Series(event, null, new Measure.Count(), Filter.ALL)),
        DateRange.DEFAULT,
        Grain.DAY,
        Filter.ALL,
        false,
        null,
        false,
        StickinessQuery.Criterion.ONCE,
        1,
        1);
  }

  @AfterEach
  void close() {
    store.gate.release(100);
    answers.close();
  }

  private Jobs.Status<String> find(String id) {
    return jobs.find(READER, id).orElseThrow();
  }

  /** The end of a job: whoever asks the same question gets the same flight's answer. */
  private Jobs.Status<String> ended(String id) {
    while (find(id).result() == null) {
      Thread.onSpinWait();
    }
    return find(id);
  }

  private static Failure failure(Jobs.Status<String> job) {
    assertThat(job.result()).isInstanceOf(Result.Failed.class);
    return ((Result.Failed) Objects.requireNonNull(job.result())).failure();
  }

  @Test
  void a_job_is_begun_picked_up_and_ended_and_forgotten_after_a_while() throws Exception {
    Jobs.Status<String> begun = jobs.begin(READER, VISITS, null, "visits");
    assertThat(begun.result()).isNull();
    assertThat(begun.about()).isEqualTo("visits");
    assertThat(begun.start()).isEqualTo(start);
    store.arrived.await();
    assertThat(find(begun.id()).picked()).isEqualTo(start);
    now = start.plusSeconds(5);
    store.gate.release(1);
    Jobs.Status<String> ended = ended(begun.id());
    assertThat(ended.result()).isInstanceOf(Result.Answered.class);
    assertThat(ended.end()).isEqualTo(now);
    assertThat(ended.expires()).isEqualTo(now.plus(Jobs.KEPT));
    assertThat(answers.known(READER, VISITS)).isPresent();
    now = ended.expires();
    assertThat(jobs.find(READER, begun.id())).isEmpty();
  }

  @Test
  void a_job_is_unknown_to_other_projects_and_policies() {
    String id = jobs.begin(READER, VISITS, "mine", "").id();
    assertThat(id).isEqualTo("mine");
    assertThat(jobs.find(Reader.of(2, DEFINITIONS), id)).isEmpty();
    assertThat(jobs.find(new Reader(1, "own rows", DEFINITIONS), id)).isEmpty();
    assertThat(jobs.cancel(Reader.of(2, DEFINITIONS), id)).isEmpty();
    assertThat(find(id).result()).isNull();
  }

  @Test
  void the_same_question_joins_the_job_under_way() {
    String one = jobs.begin(READER, VISITS, null, "").id();
    assertThat(jobs.begin(READER, VISITS, null, "").id()).isEqualTo(one);
    String named = jobs.begin(READER, VISITS, "named", "").id();
    assertThat(named).isEqualTo("named");
    CompletableFuture<List<Result>> waiting =
        CompletableFuture.supplyAsync(() -> answers.answer(READER, List.of(VISITS), Mode.FRESH));
    store.gate.release(1);
    assertThat(ended(one).result()).isInstanceOf(Result.Answered.class);
    assertThat(ended(named).result()).isEqualTo(ended(one).result());
    assertThat(waiting.join()).hasSize(1);
    assertThat(store.runs).hasValue(1);
  }

  @Test
  void a_question_about_newer_data_is_a_job_of_its_own() {
    String one = jobs.begin(READER, VISITS, null, "").id();
    steady.apply(new Batch(1, List.of(new Batch.Change.Append(1, Datasets.EVENTS, List.of()))));
    assertThat(jobs.begin(READER, VISITS, null, "").id()).isNotEqualTo(one);
  }

  @Test
  void cancelling_stops_the_engine_and_is_told() throws Exception {
    String id = jobs.begin(READER, VISITS, null, "").id();
    store.arrived.await();
    jobs.cancel(READER, id);
    store.cancelled.await();
    assertThat(failure(find(id)).code()).isEqualTo("cancelled");
    assertThat(failure(jobs.cancel(READER, id).orElseThrow()).code()).isEqualTo("cancelled");
  }

  @Test
  void cancelling_one_of_two_leaves_the_other() throws Exception {
    String one = jobs.begin(READER, VISITS, "one", "").id();
    String two = jobs.begin(READER, VISITS, "two", "").id();
    store.arrived.await();
    jobs.cancel(READER, one);
    store.gate.release(1);
    assertThat(ended(two).result()).isInstanceOf(Result.Answered.class);
    assertThat(failure(find(one)).code()).isEqualTo("cancelled");
  }

  @Test
  void who_waits_goes_before_what_nobody_waits_for() throws Exception {
    answers.close();
    answers = answers(1);
    jobs = jobs(10);
    String first = jobs.begin(READER, about("first"), null, "").id();
    store.arrivals.acquire();
    String second = jobs.begin(READER, about("second"), null, "").id();
    Thread waiting =
        Thread.ofPlatform().start(() -> answers.answer(READER, List.of(ORDERS), Mode.FRESH));
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    store.gate.release(1);
    assertThat(ended(first).result()).isInstanceOf(Result.Answered.class);
    store.gate.release(1);
    waiting.join();
    assertThat(find(second).result()).isNull();
  }

  @Test
  void there_are_only_so_many_and_those_that_ended_make_room() {
    jobs = jobs(2);
    String one = jobs.begin(READER, VISITS, null, "").id();
    String two = jobs.begin(READER, ORDERS, null, "").id();
    assertThatThrownBy(() -> jobs.begin(READER, about("more"), null, ""))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure().code()).isEqualTo("busy"));
    store.gate.release(1);
    ended(one);
    jobs.begin(READER, about("more"), null, "");
    assertThat(jobs.find(READER, one)).isEmpty();
    assertThat(find(two).result()).isNull();
  }
}
