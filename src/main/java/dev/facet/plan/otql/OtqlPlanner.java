package dev.facet.plan.otql;

import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.model.Period;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Setting;
import dev.facet.plan.otql.object.Asking;
import dev.facet.plan.otql.object.Items;
import dev.facet.plan.otql.object.Names;
import dev.facet.plan.otql.object.Narrowing;
import dev.facet.plan.otql.object.Score;
import dev.facet.plan.otql.object.Used;
import dev.facet.query.Definitions;
import dev.facet.query.OtqlQuery;
import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Statement;
import dev.facet.query.otql.Statement.Item;
import dev.facet.query.otql.Statement.Operation;
import java.time.Instant;
import java.util.List;

/** Plans OTQL statements. Planning one is also checking it. */
public final class OtqlPlanner {
  /** The column of a count. */
  public static final String COUNT = "count";

  private final OtqlQuery query;
  private final Instant now;
  private final Asking asking;

  public OtqlPlanner(OtqlQuery query, Definitions definitions, Instant now) {
    this.query = query;
    this.now = now;
    this.asking = Asking.of(query, Setting.of(definitions, now));
  }

  public Planned plan() {
    Statement statement = query.statement();
    ObjectType type = Names.type(statement.from());
    Period period = new Period(Instant.EPOCH, now);
    return switch (statement.operation()) {
      case Operation.Directed directed -> {
        checkCount(directed);
        yield new Planned(counted(objects(new Used(type))), table -> table, period, Instant.MAX);
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
    return new Planned(plan, aggregating.shape(), period, Instant.MAX);
  }

  private Planned selected(ObjectType type, List<Item> items, Period period) {
    Selecting selecting = new Selecting(asking);
    Plan objects = objects(Selecting.used(type, items));
    Plan plan = selecting.plan(type, items, objects, query.shown(), query.offset());
    return new Planned(plan, selecting.shape(), period, Instant.MAX);
  }

  private static void checkCount(Operation.Directed directed) {
    if (!directed.directive().name().equals("count")) {
      throw Score.unknown(directed.directive(), List.of("count"));
    }
    Score.check(directed.directive(), List.of());
  }

  private static Plan counted(Plan objects) {
    return new Plan.Aggregate(
        objects, List.of(), List.of(new Aggregation(COUNT, Aggregation.Kind.COUNT, null)));
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
