package dev.facet.plan.otql;

import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import dev.facet.model.Period;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Setting;
import dev.facet.plan.otql.object.Asking;
import dev.facet.plan.otql.object.Items;
import dev.facet.plan.otql.object.Names;
import dev.facet.plan.otql.object.Narrowing;
import dev.facet.plan.otql.object.Score;
import dev.facet.plan.otql.object.Used;
import dev.facet.plan.otql.value.Moment;
import dev.facet.query.Definitions;
import dev.facet.query.OtqlQuery;
import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Literals;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Statement;
import dev.facet.query.otql.Statement.Item;
import dev.facet.query.otql.Statement.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plans OTQL statements. Planning one is also checking it. */
public final class OtqlPlanner {
  /** The column of a count. */
  public static final String COUNT = "count";

  /** The only column of groups and sums: an object with {@code buckets} and {@code metrics}. */
  public static final String AGGREGATIONS = AggregationShape.AGGREGATIONS;

  private final OtqlQuery query;
  private final Instant now;
  private final Asking asking;

  public OtqlPlanner(OtqlQuery query, Definitions definitions, Instant now) {
    this(query, now, Asking.of(query, Setting.of(definitions, now)));
  }

  private OtqlPlanner(OtqlQuery query, Instant now, Asking asking) {
    this.query = query;
    this.now = now;
    this.asking = asking;
  }

  /**
   * What is wrong with a text, whatever its parameters; empty when nothing is.
   *
   * @param read gives the statement that the text is
   */
  public static Optional<Mistake> check(
      Supplier<Statement> read, Definitions definitions, Instant now) {
    try {
      Asking asking = Asking.ofAny(Setting.of(definitions, now));
      new OtqlPlanner(new OtqlQuery(read.get()), now, asking).plan();
      return Optional.empty();
    } catch (FailureException e) {
      return Optional.of(Mistake.of(e.failure()).orElseThrow(() -> e));
    }
  }

  /** Whether an answer is groups and sums. */
  public static boolean isAggregation(Table table) {
    return table.columns().equals(List.of(new Column(AGGREGATIONS, Type.OBJECT)))
        && table.rows().size() == 1;
  }

  public Planned plan() {
    Statement statement = query.statement();
    ObjectType type = Names.type(statement.from());
    Period period = new Period(Instant.EPOCH, now);
    return switch (statement.operation()) {
      case Operation.Directed directed -> {
        checkCount(directed);
        yield new Planned(counted(type), table -> table, period, until());
      }
      case Operation.Select(List<Item> items, Place place) ->
          Items.areAggregated(items, place)
              ? aggregated(type, items, period)
              : selected(type, items, period);
    };
  }

  private Planned aggregated(ObjectType type, List<Item> items, Period period) {
    Statement statement = query.statement();
    boolean all = statement.where() == null && statement.joins().isEmpty();
    Aggregating aggregating = new Aggregating(asking);
    Plan plan = aggregating.plan(type, items, objects(Aggregating.used(type, items)), all);
    return new Planned(plan, aggregating.shape(), period, until());
  }

  private Planned selected(ObjectType type, List<Item> items, Period period) {
    Selecting selecting = new Selecting(asking);
    Plan objects = objects(Selecting.used(type, items));
    Plan plan = selecting.plan(type, items, objects, query.shown(), query.offset());
    return new Planned(plan, selecting.shape(), period, until());
  }

  /** Until when date math in the statement and its parameters means the same. */
  private Instant until() {
    Instant until = Instant.MAX;
    for (Literal literal : Literals.of(query.statement())) {
      String text = literal instanceof Literal.Text written ? written.text() : "";
      Instant end = Moment.until(text, now);
      until = end.isBefore(until) ? end : until;
    }
    boolean isGiven =
        query.parameters().values().stream().anyMatch(v -> v.toString().contains("now"));
    Instant soon = Moment.until("now", now);
    return isGiven && soon.isBefore(until) ? soon : until;
  }

  private static void checkCount(Operation.Directed directed) {
    if (!directed.directive().name().equals("count")) {
      throw Score.unknown(directed.directive(), List.of("count"));
    }
    Score.check(directed.directive(), List.of());
  }

  private Plan counted(ObjectType type) {
    Statement statement = query.statement();
    if (type.equals(ObjectTree.USER_POINT)
        && statement.joins().isEmpty()
        && statement.where() instanceof Condition.Linked linked) {
      Optional<Plan> owned = new Narrowing(asking).linked(type, linked);
      if (owned.isPresent()) {
        return counted(owned.get(), Aggregation.Kind.COUNT_DISTINCT);
      }
    }
    return counted(objects(new Used(type)), Aggregation.Kind.COUNT);
  }

  /** Every object has its user point: the different ones need not be looked up. */
  private static Plan counted(Plan rows, Aggregation.Kind kind) {
    boolean isDistinct = kind == Aggregation.Kind.COUNT_DISTINCT;
    @Nullable Expression counted = isDistinct ? rows.column(ObjectTree.OWNER) : null;
    return new Plan.Aggregate(rows, List.of(), List.of(new Aggregation(COUNT, kind, counted)));
  }

  /** The objects that the statement is about. */
  private Plan objects(Used used) {
    Narrowing narrowing = new Narrowing(asking);
    Plan objects = narrowing.of(used, query.statement().where());
    for (Statement.Join join : query.statement().joins()) {
      List<String> owner = List.of(ObjectTree.OWNER);
      Plan owned = narrowing.of(new Used(Names.type(join.type())).columns(owner), join.where());
      objects = Narrowing.joined(Plan.Join.Kind.SEMI, objects, owned, owner);
    }
    return objects;
  }
}
