package dev.facet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.rule.Rules;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saying a question in the engine's words ends, too, when nobody waits for it any more. */
class InterruptionTest {
  private static final Plan PLAN =
      new Plan.Project(
          new Plan.Filter(new Plan.Scan(Datasets.EVENTS), Expression.bool(true)),
          List.of(new Plan.Named("one", Expression.integer(1))));

  @TempDir Path directory;

  @AfterEach
  void goOn() {
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
  }

  @Test
  void rules_stop_when_the_thread_is_interrupted() {
    Thread.currentThread().interrupt();
    assertCancelled(() -> Rules.apply(PLAN));
  }

  @Test
  void writing_sql_stops_when_the_thread_is_interrupted() {
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT)) {
      Thread.currentThread().interrupt();
      assertCancelled(() -> store.explain(1, PLAN));
    }
  }

  private static void assertCancelled(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure().code()).isEqualTo("cancelled"));
  }

  @Test
  void a_question_that_takes_too_much_sql_is_refused() {
    Expression times =
        Expression.call(
            Function.LESS, Expression.time(0), new Expression.Reference("timestamp", Type.TIME));
    Plan large =
        new Plan.Filter(
            new Plan.Scan(Datasets.EVENTS),
            new Expression.Call(Function.AND, Collections.nCopies(120_000, times)));
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT)) {
      assertThatThrownBy(() -> store.run(1, large))
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> assertThat(e.failure().code()).isEqualTo("query_too_large"));
    }
    Thread.currentThread().interrupt();
  }
}
