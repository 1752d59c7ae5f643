package dev.facet.plan.cube;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.dataset.activity.ActivityValue;
import dev.facet.dataset.cube.CubeMetric.Formula;
import dev.facet.dataset.cube.DataCube;
import dev.facet.dataset.cube.Source;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.activity.ActivityRows;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Setting;
import dev.facet.query.CubeQuery;
import java.util.EnumSet;
import java.util.Set;

/**
 * The facts of a cube within the dates.
 *
 * @param time when a fact was
 * @param person the column of the person it is about; empty when it is about none
 */
record Facts(Plan rows, Expression time, String person) {

  static Facts of(CubeQuery query, Setting setting, Stretch stretch) {
    return switch (query.cube()) {
      case ACTIVITIES_ANALYTICS -> activities(query, stretch);
      case DATA_INGESTION -> events(stretch);
      case COLLECTION_VOLUMES -> new Volumes(query, setting, stretch).facts();
      case RESOURCES_USAGE -> none();
    };
  }

  private static Facts activities(CubeQuery query, Stretch stretch) {
    Set<ActivityValue> read = EnumSet.of(ActivityValue.START);
    query.dimensions().forEach(dimension -> add(dimension.source(), read));
    query.facts().filters().forEach(filter -> add(filter.dimension().source(), read));
    query.metrics().forEach(metric -> add(metric.metric().formula(), read));
    query.rows().filters().forEach(filter -> add(filter.metric().formula(), read));
    return new Facts(
        ActivityRows.beginning(stretch.fromMicros(), stretch.toMicros(), read),
        ActivityRows.reference(ActivityValue.START),
        ActivityRows.column(ActivityValue.PERSON));
  }

  private static void add(Formula formula, Set<ActivityValue> read) {
    switch (formula) {
      case Formula.Holding(Source source) -> add(source, read);
      case Formula.Distinct(Source source) -> add(source, read);
      case Formula.Sum(Source source) -> add(source, read);
      case Formula.Ratio(Formula dividend, Formula divisor) -> {
        add(dividend, read);
        add(divisor, read);
      }
      case Formula.Count(), Formula.Zero() -> {}
    }
  }

  private static void add(Source source, Set<ActivityValue> read) {
    switch (source) {
      case Source.Activity(ActivityValue value) -> read.add(value);
      case Source.Segments() -> read.add(ActivityValue.PERSON);
      case Source.Column _,
          Source.Property _,
          Source.Time _,
          Source.Fixed _,
          Source.Project _,
          Source.Organisation _,
          Source.Nothing _ -> {}
    }
  }

  private static Facts events(Stretch stretch) {
    return new Facts(
        new Plan.Filter(
            new Plan.Scan(Datasets.EVENTS),
            call(
                Function.AND,
                call(Function.LESS_OR_EQUAL, Expression.time(stretch.fromMicros()), EventRows.TIME),
                call(Function.LESS_OR_EQUAL, EventRows.TIME, Expression.time(stretch.toMicros())))),
        EventRows.TIME,
        "");
  }

  private static Facts none() {
    Plan nothing = new Plan.Filter(new Plan.Scan(Datasets.EVENTS), Expression.bool(false));
    return new Facts(nothing, EventRows.TIME, "");
  }

  /** Whether a cube has no row even where nothing is split. */
  static boolean isAlwaysEmpty(DataCube cube) {
    return cube == DataCube.RESOURCES_USAGE;
  }
}
