package dev.facet.api.facet.point;

import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.query.ActorsQuery;
import dev.facet.query.ActorsQuery.Known;
import dev.facet.query.ActorsQuery.OfPaths.Stop;
import dev.facet.query.ActorsQuery.Selected;
import dev.facet.query.ActorsQuery.Source;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.Query;
import dev.facet.query.ReportQuery;
import dev.facet.query.RetentionQuery;
import dev.facet.query.SqlQuery;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The persons behind a point of a chart, or the groups where it counts groups.
 *
 * @param answer the chart's own answer, for what a row alone does not tell
 */
record PersonsBehind(Query chart, Point point, Supplier<Table> answer) {
  private static final Pattern STOP = Pattern.compile("(\\d{1,3})_(.*)", Pattern.DOTALL);
  private static final List<Selected> COLUMNS =
      List.of(
          new Selected("person", Known.ACTOR),
          new Selected("name", Known.DISPLAY_NAME),
          new Selected("events", Known.EVENT_COUNT));

  /** Questions about these persons. */
  record Asked(Source source) {
    Query page(@Nullable String search, int limit, int offset) {
      List<ActorsQuery.Order> order = List.of(new ActorsQuery.Order(Known.EVENT_COUNT, true));
      return new ActorsQuery(source, COLUMNS, Filter.ALL, search, order, limit, offset);
    }

    Query total(@Nullable String search) {
      return one(Known.TOTAL, search, 1);
    }

    /** Their ids alone. */
    Query ids(int limit) {
      return one(Known.ID, null, limit);
    }

    private Query one(Known value, @Nullable String search, int limit) {
      List<Selected> select = List.of(new Selected("value", value));
      return new ActorsQuery(source, select, Filter.ALL, search, List.of(), limit, 0);
    }
  }

  /** Empty for charts that count nobody. */
  Optional<Asked> asked() {
    return Optional.ofNullable(source()).map(Asked::new);
  }

  private @Nullable Source source() {
    return switch (chart) {
      case TrendQuery trend -> trend(trend);
      case FunnelQuery funnel -> funnel(funnel);
      case RetentionQuery retention ->
          new ActorsQuery.OfRetention(
              retention,
              cohort(),
              point.has("interval") ? point.number("interval") : 0,
              point.breakdown(retention.options().breakdown()));
      case LifecycleQuery lifecycle ->
          new ActorsQuery.OfLifecycle(lifecycle, point.requiredTime("time"), status());
      case StickinessQuery stickiness ->
          new ActorsQuery.OfStickiness(
              stickiness, point.number("series"), point.number("intervals"), point.isPrevious());
      case PathsQuery paths -> new ActorsQuery.OfPaths(paths, stop("source"), stop("target"), null);
      case ReportQuery _,
          CubeQuery _,
          DatasetTree _,
          SqlQuery _,
          SqlQuery.Events _,
          OtqlQuery _,
          ActorsQuery _,
          Query.BusinessWidget _ ->
          null;
    };
  }

  /** Of a formula nobody knows whose events made it what it is. */
  private @Nullable Source trend(TrendQuery trend) {
    if (!trend.formulas().isEmpty() || trend.show() == TrendQuery.Show.CALENDAR) {
      return null;
    }
    return new ActorsQuery.OfTrend(
        trend,
        point.number("series"),
        point.time("time"),
        point.breakdown(trend.breakdown()),
        point.isPrevious());
  }

  private @Nullable Source funnel(FunnelQuery funnel) {
    List<String> breakdown = point.breakdown(funnel.breakdown());
    boolean dropped = point.flag("dropped");
    return switch (funnel.view()) {
      case FunnelQuery.View.Steps _ -> {
        int step = point.number("step") + 1;
        yield ActorsQuery.OfFunnel.at(funnel, dropped ? -step : step, breakdown);
      }
      case FunnelQuery.View.Trend view ->
          new ActorsQuery.OfFunnelTrend(
              funnel, view, point.requiredTime("time"), dropped, breakdown);
      case FunnelQuery.View.TimeToConvert _ -> null;
    };
  }

  /** The number of the cohort that began at the row's time. */
  private int cohort() {
    Table rows = answer.get();
    int column = rows.indexOf("cohort");
    List<Object> cohorts = new ArrayList<>();
    rows.rows().forEach(row -> cohorts.add(String.valueOf(row.get(column))));
    int found =
        cohorts.stream().distinct().toList().indexOf(String.valueOf(Times.micros(point, "cohort")));
    if (found < 0) {
      throw FailureException.invalid(
          "invalid_point", "point.cohort", "The chart has no cohort that began then.");
    }
    return found;
  }

  private ActorsQuery.Status status() {
    String word = String.valueOf(point.text("status")).toUpperCase(Locale.ROOT);
    for (ActorsQuery.Status status : ActorsQuery.Status.values()) {
      if (status.name().equals(word)) {
        return status;
      }
    }
    throw FailureException.invalid(
        "invalid_point",
        "point.status",
        "The status is new, returning, resurrecting or dormant, not %s."
            .formatted(point.text("status")));
  }

  private @Nullable Stop stop(String column) {
    String place = point.text(column);
    if (place == null) {
      return null;
    }
    Matcher stop = STOP.matcher(place);
    if (!stop.matches()) {
      throw FailureException.invalid(
          "invalid_point",
          "point." + column,
          "Give a place as the chart's row does, such as 1_/pricing.");
    }
    return new Stop(Integer.parseInt(stop.group(1)), stop.group(2));
  }
}
