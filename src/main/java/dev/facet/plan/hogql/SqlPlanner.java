package dev.facet.plan.hogql;

import dev.facet.model.Period;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Setting;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.plan.hogql.row.SqlShape;
import dev.facet.plan.hogql.text.Asked;
import dev.facet.query.Definitions;
import dev.facet.query.SqlQuery;
import dev.facet.query.Syntax;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Plans a SELECT statement: what it asks for and one row more, which tells whether there are more.
 */
public final class SqlPlanner {
  private final SqlQuery query;
  private final Setting setting;

  public SqlPlanner(SqlQuery query, Definitions definitions, Instant now) {
    this.query = query;
    this.setting = Setting.of(definitions, now);
  }

  /**
   * The plan.
   *
   * @param path where the statement stands in the request
   */
  public Planned plan(String path) {
    Asked asked = Asked.of(query, setting, path);
    Scope outside = new Scope(asked, null);
    Constants.Limits limits = limits(outside);
    Relation relation = Statements.of(unlimited(query.statement()), outside);
    if (relation.columns().size() > MAX_COLUMNS) {
      throw asked
          .mistakes()
          .at(
              "hogql_limit",
              query.statement().place(),
              "a statement shows at most %d columns, not %d."
                  .formatted(MAX_COLUMNS, relation.columns().size()));
    }
    long count = limits.count() == null ? SqlQuery.DEFAULT_LIMIT : limits.count();
    Plan plan = new Plan.Limit(relation.plan(), count + 1, limits.offset());
    Instant now = setting.now();
    return new Planned(
        plan,
        new SqlShape(
            relation.names(),
            relation.columns().stream().map(Relation.Output::column).toList(),
            count,
            limits.offset()),
        new Period(now, now),
        now.plus(1, ChronoUnit.MINUTES));
  }

  private static final int MAX_COLUMNS = 1_000;

  private Constants.Limits limits(Scope scope) {
    if (!(query.statement() instanceof Syntax.Select select)) {
      return Constants.Limits.NONE;
    }
    Constants.Limits limits = new Constants(scope).limits(select.limit());
    if (limits.count() != null && limits.count() > SqlQuery.MAX_LIMIT) {
      Syntax count = java.util.Objects.requireNonNull(select.limit()).count();
      throw scope
          .mistakes()
          .at(
              "hogql_limit",
              java.util.Objects.requireNonNull(count).place(),
              "a statement gives at most %d rows, not %d."
                  .formatted(SqlQuery.MAX_LIMIT, limits.count()));
    }
    return limits;
  }

  /** The limit of the whole is applied last, with one row more. */
  private static Syntax.Statement unlimited(Syntax.Statement statement) {
    return statement instanceof Syntax.Select select ? select.limited(null) : statement;
  }
}
