package dev.facet.plan;

import dev.facet.plan.business.WidgetPlanner;
import dev.facet.plan.cube.CubePlanner;
import dev.facet.plan.event.Lasting;
import dev.facet.plan.event.Matching;
import dev.facet.plan.event.Setting;
import dev.facet.plan.funnel.FunnelPlanner;
import dev.facet.plan.hogql.EventsPlanner;
import dev.facet.plan.hogql.SqlPlanner;
import dev.facet.plan.insight.ActorsPlanner;
import dev.facet.plan.insight.LifecyclePlanner;
import dev.facet.plan.insight.RetentionPlanner;
import dev.facet.plan.insight.StickinessPlanner;
import dev.facet.plan.otql.OtqlPlanner;
import dev.facet.plan.path.PathsPlanner;
import dev.facet.plan.report.ReportPlanner;
import dev.facet.plan.rule.Rules;
import dev.facet.plan.trend.TrendPlanner;
import dev.facet.query.ActorsQuery;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.Definitions;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.Query;
import dev.facet.query.ReportQuery;
import dev.facet.query.RetentionQuery;
import dev.facet.query.Series;
import dev.facet.query.SqlQuery;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a question to the way it is computed. Pure: the same arguments give the same plan. */
public final class Planner {
  private Planner() {}

  /**
   * The plan of a question asked now, as stores are to run it.
   *
   * @param earliest what {@link #earliest} gave, null when it gave no plan or there are no events
   */
  public static Planned plan(
      Query query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    Planned said = say(query, definitions, now, earliest);
    return said.with(Rules.apply(said.plan()));
  }

  /** The plan of a question before any rule: what {@link #plan} must give the same rows as. */
  public static Planned say(
      Query query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    return planned(query, definitions, now, earliest)
        .until(Lasting.until(query, Setting.of(definitions, now)));
  }

  private static Planned planned(
      Query query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    return switch (query) {
      case TrendQuery trend -> new TrendPlanner(trend, definitions, now, earliest).plan();
      case FunnelQuery funnel -> new FunnelPlanner(funnel, definitions, now, earliest).plan();
      case RetentionQuery retention -> new RetentionPlanner(retention, definitions, now).plan();
      case StickinessQuery stickiness ->
          new StickinessPlanner(stickiness, definitions, now, earliest).plan();
      case LifecycleQuery lifecycle ->
          new LifecyclePlanner(lifecycle, definitions, now, earliest).plan();
      case PathsQuery paths -> new PathsPlanner(paths, definitions, now, earliest).plan();
      case ReportQuery report -> new ReportPlanner(report, definitions, now, earliest).plan();
      case CubeQuery cube -> new CubePlanner(cube, definitions, now).plan();
      case DatasetTree _ -> throw new IllegalArgumentException("Trees are planned by their leaves");
      case SqlQuery sql -> new SqlPlanner(sql, definitions, now).plan("query.query");
      case SqlQuery.Events events -> new EventsPlanner(events, definitions, now).plan();
      case OtqlQuery otql -> new OtqlPlanner(otql, definitions, now).plan();
      case ActorsQuery actors -> new ActorsPlanner(actors, definitions, now, earliest).plan();
      case Query.BusinessWidget business ->
          new WidgetPlanner(business.widget(), definitions, now).plan();
    };
  }

  /**
   * For a question about "all" of time: the plan whose one row, one column ({@link
   * dev.facet.model.Type#TIME}) says when its first event was.
   */
  public static Optional<Plan> earliest(Query query, Definitions definitions, Instant now) {
    Setting setting = Setting.of(definitions, now);
    return switch (query) {
      case TrendQuery trend -> Matching.earliest(trend.range(), trend.series(), setting);
      case FunnelQuery funnel -> Matching.earliest(funnel.range(), funnel.steps(), setting);
      case RetentionQuery ignored -> Optional.empty();
      case StickinessQuery stickiness ->
          Matching.earliest(stickiness.range(), stickiness.series(), setting);
      case LifecycleQuery lifecycle ->
          Matching.earliest(lifecycle.range(), List.of(lifecycle.series()), setting);
      case PathsQuery paths ->
          Matching.earliest(paths.range(), List.of(Series.EVERYTHING), setting);
      case ReportQuery report -> ReportPlanner.earliest(report);
      case CubeQuery _, DatasetTree _, Query.BusinessWidget _ -> Optional.empty();
      case SqlQuery ignored -> Optional.empty();
      case SqlQuery.Events ignored -> Optional.empty();
      case OtqlQuery ignored -> Optional.empty();
      case ActorsQuery actors ->
          ActorsPlanner.chart(actors).flatMap(chart -> earliest(chart, definitions, now));
    };
  }
}
