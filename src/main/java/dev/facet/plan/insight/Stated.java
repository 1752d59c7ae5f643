package dev.facet.plan.insight;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.hogql.SqlPlanner;
import dev.facet.plan.hogql.row.SqlShape;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Definitions;
import dev.facet.query.SqlQuery;
import java.time.Instant;
import java.util.List;

/** The persons whose ids a statement gives. */
record Stated(SqlQuery statement, Definitions definitions, Instant now) {
  private static final String ID = "stated_id";
  private static final String KNOWN = "known_id";

  /** {@code person}, and {@code count}, in how many rows. */
  Plan persons() {
    Planned planned = new SqlPlanner(statement, definitions, now).plan("query.source.query");
    SqlShape shape = (SqlShape) planned.shape();
    Plan rows = new Plan.Limit(planned.plan(), shape.limit(), 0);
    String name =
        ActorsQuery.OfStatement.IDS.stream()
            .filter(shape.names()::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        "The statement has no column that says who: name one "
                            + String.join(", ", ActorsQuery.OfStatement.IDS)
                            + "."));
    Plan ids = new Plan.Project(rows, List.of(new Named(ID, id(rows, shape, name))));
    Plan known = name.equals(ActorsQuery.DISTINCT_ID) ? owners() : uuids();
    Plan found = new Join(Join.Kind.INNER, ids, known, List.of(new Join.On(ID, KNOWN)), false);
    return new Aggregate(
        found,
        List.of(new Named("person", found.column("person"))),
        List.of(new Aggregation("count", Aggregation.Kind.COUNT, null)));
  }

  private static Expression id(Plan rows, SqlShape shape, String name) {
    String column = shape.shown().get(shape.names().indexOf(name));
    Expression id = rows.column(column);
    if (id.type() != Type.TEXT) {
      throw refused("\"" + name + "\" holds no ids: they are texts.");
    }
    return id;
  }

  private static FailureException refused(String message) {
    return FailureException.invalid("no_ids", "source.query", message);
  }

  private static Plan owners() {
    Plan ids = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
    return new Plan.Project(
        ids,
        List.of(
            new Named(KNOWN, ids.column("distinct_id")),
            new Named("person", ids.column("person"))));
  }

  private static Plan uuids() {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    return new Plan.Project(
        persons,
        List.of(
            new Named(KNOWN, persons.column("uuid")),
            new Named("person", persons.column("person"))));
  }
}
