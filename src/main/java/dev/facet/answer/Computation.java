package dev.facet.answer;

import dev.facet.answer.Flights.Leg;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.plan.share.Shared;
import dev.facet.plan.share.Sharing;
import dev.facet.query.DatasetTree;
import dev.facet.query.Query;
import dev.facet.store.Store;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans questions and runs the plans.
 *
 * @param cells what was learned about what is cheaper together
 * @param trees what makes datasets of others
 * @param computed told of every answer
 */
record Computation(
    Store store,
    InstantSource clock,
    Cells cells,
    Trees trees,
    BiConsumer<Question, Answer> computed) {

  /** A question ready to be computed. */
  private record Ready(Leg leg, Planned planned, long position, Instant now) {
    Result answered(Table rows) {
      return new Result.Answered(
          new Answer(planned.shape().apply(rows), planned, position, now, false));
    }
  }

  /** Says which of these questions, all of one instant, are computed together. */
  Party.Plans plan(List<Leg> legs) {
    if (legs.size() < 2) {
      return new Together(Map.of(), List.of());
    }
    Instant now = clock.instant();
    Map<Leg, Ready> ready = new LinkedHashMap<>();
    for (Leg leg : legs) {
      early(leg, now).ifPresent(one -> ready.put(leg, one));
    }
    return new Together(ready, joints(List.copyOf(ready.values())));
  }

  /** What can be planned without asking the store; whatever is wrong shows when it is computed. */
  private Optional<Ready> early(Leg leg, Instant now) {
    try {
      Reader reader = leg.question().reader();
      return Planner.earliest(leg.question().query(), reader.definitions(), now).isPresent()
          ? Optional.empty()
          : Optional.of(ready(leg, now, null));
    } catch (RuntimeException | StackOverflowError later) {
      return Optional.empty();
    }
  }

  private List<Joined> joints(List<Ready> ready) {
    try {
      return ready.isEmpty() ? List.of() : shared(ready);
    } catch (RuntimeException | StackOverflowError bug) {
      warn(bug);
      return List.of();
    }
  }

  /** Each question can still be computed by itself. */
  private static void warn(Throwable bug) {
    System.getLogger(Computation.class.getName())
        .log(Level.WARNING, "Questions of a screen could not be computed together", bug);
  }

  private List<Joined> shared(List<Ready> ready) {
    List<Joined> joints = new ArrayList<>();
    long project = ready.getFirst().leg().question().reader().project();
    List<Plan> plans = ready.stream().map(one -> one.planned().plan()).toList();
    for (Shared shared : Sharing.of(plans, keys -> cells.areFew(project, keys))) {
      joints.add(new Joined(project, shared, shared.places().stream().map(ready::get).toList()));
    }
    return joints;
  }

  /** Questions that were planned together. */
  private final class Together implements Party.Plans {
    private final Map<Leg, Ready> ready;
    private final List<Joined> joints;

    private Together(Map<Leg, Ready> ready, List<Joined> joints) {
      this.ready = ready;
      this.joints = joints;
    }

    @Override
    public List<Joined> joints() {
      return joints;
    }

    @Override
    public Result compute(Leg leg) {
      if (leg.question().query() instanceof DatasetTree tree) {
        return whole(tree, leg);
      }
      Ready known = ready.get(leg);
      return result(leg.question(), () -> known == null ? planned(leg) : known);
    }
  }

  /** Questions whose plans are one. */
  private final class Joined implements Party.Joint {
    private final long project;
    private final Shared shared;
    private final List<Ready> members;

    private Joined(long project, Shared shared, List<Ready> members) {
      this.project = project;
      this.shared = shared;
      this.members = members;
    }

    @Override
    public List<Leg> legs() {
      return members.stream().map(Ready::leg).toList();
    }

    @Override
    public Optional<Map<Leg, Result>> compute() {
      try {
        Shared.Divided divided = shared.divide(store.run(project, shared.plan()));
        cells.learn(project, shared.keys(), divided.cells());
        Map<Leg, Result> results = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
          Result result = members.get(i).answered(divided.tables().get(i));
          results.put(members.get(i).leg(), told(members.get(i).leg().question(), result));
        }
        return Optional.of(results);
      } catch (FailureException eachByItself) {
        return Optional.empty();
      } catch (RuntimeException | StackOverflowError bug) {
        warn(bug);
        return Optional.empty();
      }
    }
  }

  /** Always a result, never an exception. */
  private Result result(Question question, Supplier<Ready> planned) {
    try {
      Ready ready = planned.get();
      Table rows = store.run(question.reader().project(), ready.planned().plan());
      return told(question, ready.answered(rows));
    } catch (FailureException e) {
      return new Result.Failed(e.failure());
    } catch (RuntimeException | StackOverflowError e) {
      return new Result.Failed(bug(question.query(), e));
    }
  }

  /** Logs what nobody thought of under an id, which is all that whoever asked is told. */
  static Failure bug(Query query, Throwable bug) {
    String id = UUID.randomUUID().toString();
    System.getLogger(Computation.class.getName())
        .log(Level.ERROR, "Bug " + id + " in the answer to " + query, bug);
    return new Failure.Upstream(
        "internal", "Computing this failed; the log tells more under " + id + ".");
  }

  /** A tree asked for by itself, leaf after leaf; the answers of the leaves are what is told. */
  private Result whole(DatasetTree asked, Leg leg) {
    Reader reader = leg.question().reader();
    DatasetTree tree = trees.resolved(asked, reader);
    List<Result> results = new ArrayList<>();
    for (DatasetTree.Node.Leaf leaf : tree.leaves()) {
      Question question = new Question(reader, leaf.query());
      results.add(result(question, () -> planned(new Leg(question, leg.position()))));
    }
    return trees.result(tree, results, reader, clock.instant(), store.position(reader.project()));
  }

  private Result told(Question question, Result result) {
    if (result instanceof Result.Answered(Answer answer)) {
      computed.accept(question, answer);
    }
    return result;
  }

  private Ready planned(Leg leg) {
    Instant now = clock.instant();
    return ready(leg, now, earliest(leg.question(), now));
  }

  private Ready ready(Leg leg, Instant now, @Nullable Instant earliest) {
    Reader reader = leg.question().reader();
    long position = store.position(reader.project());
    return new Ready(
        leg,
        Planner.plan(leg.question().query(), reader.definitions(), now, earliest),
        position,
        now);
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
