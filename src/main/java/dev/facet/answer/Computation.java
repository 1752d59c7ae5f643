package dev.facet.answer;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.store.Store;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans a question and runs the plan. */
record Computation(Store store, InstantSource clock) {

  /** Always a result, never an exception. */
  Result compute(Question question) {
    try {
      return new Result.Answered(answer(question));
    } catch (FailureException e) {
      return new Result.Failed(e.failure());
    } catch (RuntimeException | StackOverflowError e) {
      String id = UUID.randomUUID().toString();
      System.getLogger(Computation.class.getName())
          .log(Level.ERROR, "Bug " + id + " in the answer to " + question.query(), e);
      return new Result.Failed(
          new Failure.Upstream(
              "internal", "Computing this failed; the log tells more under " + id + "."));
    }
  }

  private Answer answer(Question question) {
    Instant now = clock.instant();
    long position = store.position(question.reader().project());
    Reader reader = question.reader();
    Planned planned =
        Planner.plan(question.query(), reader.definitions(), now, earliest(question, now));
    Table rows = store.run(reader.project(), planned.plan());
    return new Answer(planned.shape().apply(rows), planned, position, now, false);
  }

  private @Nullable Instant earliest(Question question, Instant now) {
    Optional<Plan> plan = Planner.earliest(question.query(), question.reader().definitions(), now);
    if (plan.isEmpty()) {
      return null;
    }
    Table table = store.run(question.reader().project(), plan.get());
    Object time = table.rows().isEmpty() ? null : table.rows().getFirst().getFirst();
    return time instanceof Long micros ? Micros.toInstant(micros) : null;
  }
}
