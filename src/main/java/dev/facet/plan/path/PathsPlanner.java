package dev.facet.plan.path;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Grain;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort.By;
import dev.facet.plan.Plan.Window;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.Matching;
import dev.facet.plan.funnel.FunnelPlanner;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.Scale;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Definitions;
import dev.facet.query.PathsQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans paths: an actor's places in order of time, cut into sessions by pauses, equal neighbours as
 * one; and how often one place follows another at each place in the path.
 */
public final class PathsPlanner {
  static final String NUMBER = "number";
  static final String SOURCE = "source";
  private static final String ROW = "row";
  private static final String SESSION = "session";
  private static final String BEFORE = "before";
  private static final String FROM_BEHIND = "from_behind";
  private static final String BEFORE_PLACE = "before_place";
  static final List<String> PATH = List.of(Places.ACTOR, SESSION);

  private final PathsQuery query;
  private final Range range;
  private final Places places;
  private final Instant now;

  public PathsPlanner(
      PathsQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.now = now;
    Matching matching =
        Matching.of(query.filter(), query.testAccounts(), definitions, now)
            .sampled(query.sampling());
    this.range = Range.resolve(query.range(), Grain.DAY, matching.calendar(), now, earliest);
    FunnelPlanner funnel =
        query.funnel() == null
            ? null
            : new FunnelPlanner(query.funnel().funnel().whole(), definitions, now, earliest);
    this.places = new Places(query, matching, range, funnel);
  }

  public Planned plan() {
    Plan paths = new Trim(query).trimmed(paths());
    Plan steps = steps(paths, List.of());
    Plan counted =
        new Plan.Aggregate(
            steps,
            kept(steps, List.of(NUMBER, SOURCE, Places.PLACE)),
            List.of(
                new Aggregation(PathsShape.VALUE, Kind.COUNT, null),
                new Aggregation(PathsShape.TOOK, Kind.AVG, steps.column(PathsShape.TOOK))));
    Plan ordered =
        new Plan.Sort(
            weighed(counted),
            List.of(
                new By(PathsShape.VALUE, true),
                new By(NUMBER, false),
                new By(SOURCE, false),
                new By(Places.PLACE, false)));
    return new Planned(
        new Plan.Limit(ordered, query.limit(), 0),
        new PathsShape(Scale.sampled(query.sampling())),
        range.period(),
        range.validUntil(now));
  }

  /** The actors behind steps of paths: {@code person}, and {@code count}, how many steps. */
  public Plan persons(ActorsQuery.OfPaths point) {
    Plan paths = new Trim(query).trimmed(paths());
    Plan rows =
        point.dropOff() == null
            ? steps(paths, List.of(Places.ACTOR))
            : last(paths, point.dropOff());
    List<Expression> all = new ArrayList<>();
    if (point.start() != null) {
      all.add(is(rows.column(NUMBER), point.start().number() + 1L));
      all.add(is(rows.column(SOURCE), point.start().place()));
    }
    if (point.end() != null) {
      all.add(is(rows.column(NUMBER), point.end().number()));
      all.add(is(rows.column(Places.PLACE), point.end().place()));
    }
    Plan own = all.isEmpty() ? rows : new Plan.Filter(rows, Conditions.all(all));
    return new Plan.Aggregate(
        own,
        List.of(new Named("person", own.column(Places.ACTOR))),
        List.of(new Aggregation("count", Kind.COUNT, null)));
  }

  private static Expression is(Expression column, long number) {
    return call(Function.EQUAL, column, Expression.integer(number));
  }

  private static Expression is(Expression column, String place) {
    return call(Function.EQUAL, column, Expression.text(place));
  }

  /** The last place of each path, where it is this one. */
  private static Plan last(Plan paths, ActorsQuery.OfPaths.Stop stop) {
    Plan numbered =
        new Window(
            paths, PATH, List.of(new By(NUMBER, true)), List.of(Over.rowNumber(FROM_BEHIND)));
    return new Plan.Filter(
        numbered,
        Conditions.all(
            List.of(
                is(numbered.column(FROM_BEHIND), 1),
                is(numbered.column(NUMBER), stop.number()),
                is(numbered.column(Places.PLACE), stop.place()))));
  }

  /** The rows of {@link Places} with their session and their number in its path, from 1. */
  private Plan paths() {
    Plan rows = places.plan();
    Plan neighbours =
        new Window(
            rows,
            List.of(Places.ACTOR),
            List.of(new By(Places.TIME, false), new By(Places.PLACE, false)),
            List.of(
                Over.rowNumber(ROW),
                Over.previous(BEFORE, rows.column(Places.TIME)),
                Over.previous(BEFORE_PLACE, rows.column(Places.PLACE))));
    Expression begins = begins(neighbours);
    Aggregation begun =
        new Aggregation(
            SESSION,
            Kind.COUNT,
            call(
                Function.IF,
                begins,
                Expression.integer(1),
                new Expression.Literal(null, dev.facet.model.Type.INTEGER)));
    Plan sessions =
        new Window(
            neighbours,
            List.of(Places.ACTOR),
            List.of(new By(ROW, false)),
            List.of(new Over.Sum(begun, new Over.Frame(Over.Frame.Unit.ROWS, null, 0L))));
    Expression moves =
        call(
            Function.NOT,
            call(Function.EQUAL, sessions.column(BEFORE_PLACE), sessions.column(Places.PLACE)));
    Plan moved = new Plan.Filter(sessions, call(Function.OR, begins(sessions), moves));
    return new Window(moved, PATH, List.of(new By(ROW, false)), List.of(Over.rowNumber(NUMBER)));
  }

  private static Expression begins(Plan rows) {
    Expression pause =
        call(
            Function.LESS_OR_EQUAL,
            call(Function.ADD, rows.column(BEFORE), Expression.integer(Places.PAUSE)),
            rows.column(Places.TIME));
    return call(Function.OR, call(Function.IS_NULL, rows.column(BEFORE)), pause);
  }

  /** Each place of a path but the first, with the one before it and how long it took. */
  private static Plan steps(Plan paths, List<String> more) {
    Plan following =
        new Window(
            paths,
            PATH,
            List.of(new By(NUMBER, false)),
            List.of(
                Over.previous(SOURCE, paths.column(Places.PLACE)),
                Over.previous(PathsShape.SINCE, paths.column(Places.TIME))));
    Plan steps =
        new Plan.Filter(
            following, call(Function.NOT, call(Function.IS_NULL, following.column(SOURCE))));
    List<Named> columns = new ArrayList<>(kept(steps, List.of(NUMBER, SOURCE, Places.PLACE)));
    columns.addAll(kept(steps, more));
    columns.add(
        new Named(
            PathsShape.TOOK,
            call(Function.SUBTRACT, steps.column(Places.TIME), steps.column(PathsShape.SINCE))));
    return new Plan.Project(steps, columns);
  }

  private Plan weighed(Plan counted) {
    List<Expression> weights = new ArrayList<>();
    Expression value = counted.column(PathsShape.VALUE);
    if (query.least() != null) {
      weights.add(call(Function.LESS_OR_EQUAL, Expression.integer(query.least()), value));
    }
    if (query.most() != null) {
      weights.add(call(Function.LESS_OR_EQUAL, value, Expression.integer(query.most())));
    }
    return weights.isEmpty() ? counted : new Plan.Filter(counted, Conditions.all(weights));
  }

  static List<Named> kept(Plan plan, List<String> columns) {
    return columns.stream().map(column -> new Named(column, plan.column(column))).toList();
  }
}
