package dev.facet.api.facet.point;

import dev.facet.model.Grain;
import dev.facet.model.Table;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.Range;
import dev.facet.query.ActorsQuery;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Operator;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.Source;
import dev.facet.query.Query;
import dev.facet.query.ReportQuery;
import dev.facet.query.RetentionQuery;
import dev.facet.query.Series;
import dev.facet.query.SqlQuery;
import dev.facet.query.SqlQuery.Events.Column;
import dev.facet.query.SqlQuery.Events.Kind;
import dev.facet.query.StickinessQuery;
import dev.facet.query.Syntax;
import dev.facet.query.TrendQuery;
import dev.facet.query.time.Comparison;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events behind a point of a chart that has persons behind it: of a trend those it is made of,
 * of other charts what the persons behind it did that the chart looks at.
 *
 * @param answer the chart's own answer, for what a row alone does not tell
 */
record EventsBehind(
    Query chart, Point point, Supplier<Table> answer, Definitions definitions, Instant now) {
  private static final Syntax.Place START = new Syntax.Place(1, 1);
  private static final List<Column> COLUMNS =
      List.of(
          column("timestamp"),
          column("event"),
          new Column("person", Kind.PERSON_NAME, null),
          column("properties"));

  /**
   * Which events there are behind a point.
   *
   * @param ofActors whether only those of the actors behind the point are meant
   */
  record Asked(
      Series.Subject subject,
      Filter filter,
      boolean testAccounts,
      DateRange range,
      boolean ofActors) {
    Query page(int limit, int offset) {
      return with(COLUMNS, limit, offset);
    }

    Query total() {
      Syntax count = new Syntax.Call("count", List.of(), START);
      return with(List.of(new Column("count()", Kind.VALUE, count)), 1, 0);
    }

    Asked and(Filter more) {
      return new Asked(subject, filter.and(more), testAccounts, range, ofActors);
    }

    private Query with(List<Column> columns, int limit, int offset) {
      return new SqlQuery.Events(
          columns, List.of(), filter, subject, range, testAccounts, List.of(), limit, offset);
    }
  }

  private static Column column(String name) {
    return new Column(name, Kind.VALUE, new Syntax.Name(List.of(name), START));
  }

  /** Empty for charts that are not made of the events of persons. */
  Optional<Asked> asked() {
    return switch (chart) {
      case TrendQuery trend -> Optional.of(trend(trend));
      case LifecycleQuery lifecycle -> Optional.of(lifecycle(lifecycle));
      case StickinessQuery stickiness -> Optional.of(stickiness(stickiness));
      case RetentionQuery retention -> Optional.of(retention(retention));
      case FunnelQuery funnel -> Optional.of(funnel(funnel));
      case PathsQuery paths ->
          Optional.of(
              new Asked(
                  new Series.Subject.Anything(),
                  paths.filter(),
                  paths.testAccounts(),
                  Times.of(range(paths.range(), Grain.DAY)).exactly(),
                  true));
      case ReportQuery _,
          CubeQuery _,
          DatasetTree _,
          SqlQuery _,
          SqlQuery.Events _,
          OtqlQuery _,
          ActorsQuery _,
          Query.BusinessWidget _ ->
          Optional.empty();
    };
  }

  private Range range(DateRange asked, Grain grain) {
    return Times.resolve(asked, grain, definitions, now);
  }

  /** The dates themselves, or those they are compared with. */
  private Range meant(Range current, @Nullable Comparison comparison) {
    return point.isPrevious() && comparison != null ? current.compared(comparison) : current;
  }

  private Calendar calendar() {
    return new Calendar(definitions.zone(), definitions.weekStart());
  }

  private Asked trend(TrendQuery trend) {
    Series series = trend.series().get(point.number("series"));
    Times all = Times.of(meant(range(trend.range(), trend.grain()), trend.compare()));
    var time = point.time("time");
    Times times = time == null ? all : all.within(calendar(), time, trend.grain(), 1);
    times = trend.cumulative() ? times.from(all.from()) : times;
    if (series.measure() instanceof Measure.ActivePersons(int days, var _)) {
      times = times.from(times.from().minusDays(days - 1L));
    }
    Optional<Filter> values =
        new BreakdownFilter(trend.breakdown(), answer).of(point.breakdown(trend.breakdown()));
    boolean ofActors =
        values.isEmpty() || trend.sampling() < 1 || isOfChosenEvents(series.measure());
    return new Asked(
        series.subject(),
        series.filter().and(trend.filter()).and(values.orElse(Filter.ALL)),
        trend.testAccounts(),
        times.exactly(),
        ofActors);
  }

  private static boolean isOfChosenEvents(Measure measure) {
    return switch (measure) {
      case Measure.FirstTime _, Measure.ActivePersons _ -> true;
      case Measure.Persons(Measure.Actor actor) -> !(actor instanceof Measure.Actor.Person);
      case Measure.CountPerPerson _, Measure.Computed _, Measure.Count _, Measure.Sessions _ ->
          false;
      case Measure.OfProperty _ -> false;
    };
  }

  /** What those did who went dormant, they did the step before. */
  private Asked lifecycle(LifecycleQuery lifecycle) {
    Times all = Times.of(range(lifecycle.range(), lifecycle.grain()));
    Times step = all.within(calendar(), point.requiredTime("time"), lifecycle.grain(), 1);
    boolean dormant = "dormant".equals(point.text("status"));
    Times times =
        dormant
            ? step.until(step.from().minus(1, ChronoUnit.MICROS))
                .from(calendar().plus(step.from(), lifecycle.grain(), -1))
            : step;
    Series series = lifecycle.series();
    return new Asked(
        series.subject(),
        series.filter().and(lifecycle.filter()),
        lifecycle.testAccounts(),
        times.exactly(),
        true);
  }

  private Asked stickiness(StickinessQuery stickiness) {
    Series series = stickiness.series().get(point.number("series"));
    Range range = meant(range(stickiness.range(), stickiness.grain()), stickiness.compare());
    return new Asked(
        series.subject(),
        series.filter().and(stickiness.filter()),
        stickiness.testAccounts(),
        Times.of(range).exactly(),
        true);
  }

  /** What they came by, or what they came back with. */
  private Asked retention(RetentionQuery retention) {
    int interval = point.has("interval") ? point.number("interval") : 0;
    Series series = interval == 0 ? retention.target() : retention.returning();
    var start =
        calendar()
            .floor(calendar().resolve(point.requiredTime("cohort"), now, null), retention.grain());
    Times times =
        new Times(
            calendar().plus(start, retention.grain(), interval),
            calendar().plus(start, retention.grain(), interval + 1).minus(1, ChronoUnit.MICROS));
    return new Asked(
        series.subject(),
        series.filter().and(retention.filter()),
        retention.testAccounts(),
        times.exactly(),
        true);
  }

  private Asked funnel(FunnelQuery funnel) {
    Times all = Times.of(range(funnel.range(), funnel.grain()));
    long window = funnel.window().micros();
    return new Asked(
        new Series.Subject.Anything(),
        funnel.filter().and(anyOf(funnel.steps())),
        funnel.testAccounts(),
        all.until(all.to().plus(window, ChronoUnit.MICROS)).exactly(),
        true);
  }

  /** Of several kinds of events those named; all, when one of them has no name. */
  private static Filter anyOf(List<Series> steps) {
    List<String> names = new ArrayList<>();
    for (Series step : steps) {
      if (!(step.subject() instanceof Series.Subject.Named(String event))) {
        return Filter.ALL;
      }
      names.add(event);
    }
    return new Filter.Compare(
        new PropertyRef(Source.METADATA, "event"), Operator.EXACT, List.copyOf(names));
  }

  /** Only what these actors did. */
  static Filter of(ActorsQuery.Source source, List<String> ids) {
    PropertyRef property =
        ActorsQuery.actor(source) instanceof Measure.Actor.Group(int type)
            ? PropertyRef.groupKey(type)
            : new PropertyRef(Source.METADATA, "person_id");
    return new Filter.Compare(property, Operator.EXACT, ids);
  }
}
