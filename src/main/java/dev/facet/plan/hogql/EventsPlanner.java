package dev.facet.plan.hogql;

import dev.facet.plan.Planned;
import dev.facet.plan.hogql.row.EventsShape;
import dev.facet.plan.hogql.row.SqlShape;
import dev.facet.query.Definitions;
import dev.facet.query.SqlQuery;
import dev.facet.query.SqlQuery.Events.Column;
import dev.facet.query.SqlQuery.Events.Kind;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.Syntax.Item;
import dev.facet.query.Syntax.Name;
import dev.facet.query.Syntax.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans lists of events, as the statement that selects them. */
public final class EventsPlanner {
  private static final Place START = new Place(1, 1);

  private final SqlQuery.Events query;
  private final Definitions definitions;
  private final Instant now;

  public EventsPlanner(SqlQuery.Events query, Definitions definitions, Instant now) {
    this.query = query;
    this.definitions = definitions;
    this.now = now;
  }

  public Planned plan() {
    Planned planned = new SqlPlanner(sql(query), definitions, now).plan("query.select");
    SqlShape rows = (SqlShape) planned.shape();
    EventsShape shape = new EventsShape(rows, query.columns(), definitions.zone());
    return new Planned(planned.plan(), shape, planned.period(), planned.validUntil());
  }

  /** The statement that selects the same. */
  public static SqlQuery sql(SqlQuery.Events query) {
    List<Item> items = new ArrayList<>();
    for (Column column : query.columns()) {
      if (column.value() != null) {
        items.add(new Item(column.value(), null, START));
      }
      for (String part : EventsShape.PARTS.getOrDefault(column.kind(), List.of())) {
        items.add(new Item(name(part), null, START));
      }
    }
    Syntax.Select select =
        new Syntax.Select(
            List.of(),
            false,
            items,
            new Syntax.Table(List.of("events"), null, null, null, START),
            List.of(),
            null,
            where(query),
            new Syntax.Grouping(
                List.of(), query.columns().stream().anyMatch(c -> sumsUp(c.value()))),
            null,
            List.of(),
            null,
            orders(query),
            null,
            new Syntax.Limit(constant(query.limit()), constant(query.offset())),
            START);
    return new SqlQuery(
        select,
        query.filter(),
        query.range(),
        null,
        query.testAccounts(),
        query.subject(),
        Map.of(),
        Map.of());
  }

  private static Name name(String dotted) {
    return new Name(List.of(dotted.split("\\.")), START);
  }

  private static Constant constant(long number) {
    return new Constant(number, START);
  }

  private static Syntax where(SqlQuery.Events query) {
    List<Syntax> all = new ArrayList<>();
    all.add(new Syntax.Placeholder(List.of("filters"), null, START));
    all.addAll(query.conditions());
    return new Syntax.Call("and", all, START);
  }

  /** The newest first where times are shown. */
  private static List<Syntax.Order> orders(SqlQuery.Events query) {
    boolean showsTime =
        query.columns().stream()
            .anyMatch(column -> column.kind() == Kind.EVENT || isTime(column.value()));
    if (!query.orders().isEmpty() || !showsTime) {
      return query.orders();
    }
    return List.of(new Syntax.Order(name("timestamp"), true, null));
  }

  /** Whether a column is an aggregate: the others are what rows are grouped by. */
  private static boolean sumsUp(@Nullable Syntax value) {
    return value instanceof Syntax.Call call
        && call.over() == null
        && (Aggregates.isAggregate(call.function())
            || call.arguments().stream().anyMatch(EventsPlanner::sumsUp));
  }

  private static boolean isTime(@Nullable Syntax value) {
    return value instanceof Name name && name.parts().equals(List.of("timestamp"));
  }
}
