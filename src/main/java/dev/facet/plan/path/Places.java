package dev.facet.plan.path;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Micros;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.funnel.FunnelPlanner;
import dev.facet.plan.time.Range;
import dev.facet.query.Filter;
import dev.facet.query.PathsQuery;
import dev.facet.query.PathsQuery.Cleaning;
import dev.facet.query.PathsQuery.Kind;
import dev.facet.query.PathsQuery.Part;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of paths, a row for each: {@link #ACTOR}, {@link #TIME} and {@link #PLACE}. Events
 * without a place are passed over.
 *
 * @param through the way through a funnel that the paths are part of, null for none
 */
record Places(PathsQuery query, Matching matching, Range range, @Nullable FunnelPlanner through) {
  static final String ACTOR = "actor";
  static final String TIME = "time";
  static final String PLACE = "place";
  private static final String WRITTEN = "pathsFilter.pathsHogQLExpression";
  private static final String PERSON = "funnel_actor";
  private static final String FROM = "funnel_from";
  private static final String UNTIL = "funnel_until";

  Plan plan() {
    List<Expression> conditions = conditions();
    List<Expression> read = new ArrayList<>(conditions);
    read.add(actor());
    read.add(place());
    Plan events = new Plan.Filter(matching.events(read, conditions), Conditions.all(conditions));
    Plan placed =
        new Plan.Project(
            events,
            List.of(
                new Named(ACTOR, actor()),
                new Named(TIME, EventRows.TIME),
                new Named(PLACE, grouped(cleaned(place())))));
    Plan kept = new Plan.Filter(placed, isKept(placed.column(PLACE)));
    return query.funnel() == null || through == null ? kept : within(kept, query.funnel());
  }

  private List<Expression> conditions() {
    List<Expression> conditions = new ArrayList<>();
    boolean all = query.kinds().contains(Kind.WRITTEN);
    conditions.add(
        all
            ? Expression.bool(true)
            : Conditions.any(query.kinds().stream().sorted().map(Places::is).toList()));
    conditions.add(
        call(Function.LESS_OR_EQUAL, Expression.time(range.fromMicros()), EventRows.TIME));
    conditions.add(call(Function.LESS, EventRows.TIME, Expression.time(range.untilMicros())));
    if (!matching.filter().equals(Filter.ALL)) {
      conditions.add(matching.conditions().of(matching.filter()));
    }
    matching.inSample().ifPresent(conditions::add);
    if (query.actor() != null) {
      Expression isEmpty = call(Function.EQUAL, actor(), Expression.text(""));
      conditions.add(call(Function.NOT, isEmpty));
    }
    return conditions;
  }

  private Expression actor() {
    return query.actor() == null ? EventRows.PERSON : EventRows.text(query.actor());
  }

  /** Whether an event is of a kind; names are compared as texts are ordered. */
  private static Expression is(Kind kind) {
    return switch (kind) {
      case PAGEVIEW -> named("$pageview");
      case SCREEN -> named("$screen");
      case WRITTEN -> Expression.bool(true);
      case CUSTOM ->
          call(
              Function.OR,
              call(Function.LESS, EventRows.NAME, Expression.text("$")),
              call(Function.LESS_OR_EQUAL, Expression.text("%"), EventRows.NAME));
    };
  }

  private static Expression named(String event) {
    return call(Function.EQUAL, EventRows.NAME, Expression.text(event));
  }

  private Expression place() {
    Expression place =
        query.written() == null ? EventRows.NAME : new Written(WRITTEN).text(query.written());
    if (query.kinds().contains(Kind.SCREEN)) {
      Expression screen = EventRows.text(new PropertyRef(Source.EVENT, "$screen_name"));
      place = call(Function.IF, is(Kind.SCREEN), screen, place);
    }
    if (query.kinds().contains(Kind.PAGEVIEW)) {
      Expression url = EventRows.text(new PropertyRef(Source.EVENT, "$current_url"));
      place = call(Function.IF, is(Kind.PAGEVIEW), call(Function.TRIM_SLASH, url), place);
    }
    return place;
  }

  private Expression cleaned(Expression place) {
    Expression clean = place;
    for (Cleaning cleaning : query.cleanings()) {
      clean =
          call(
              Function.REPLACE_MATCHES,
              clean,
              Expression.text(cleaning.pattern()),
              Expression.text(cleaning.text()));
    }
    return clean;
  }

  private Expression grouped(Expression place) {
    Expression grouped = place;
    for (String grouping : query.groupings().reversed()) {
      grouped = call(Function.IF, fits(place, grouping), Expression.text(grouping), grouped);
    }
    return grouped;
  }

  private static Expression fits(Expression place, String glob) {
    return call(Function.MATCHES, place, Expression.text(pattern(glob)));
  }

  /** The pattern that fits what a text with {@code *} in it fits. */
  static String pattern(String glob) {
    StringBuilder pattern = new StringBuilder("^(?s:");
    glob.codePoints()
        .forEach(
            c -> {
              if (c == '*') {
                pattern.append(".*");
              } else {
                pattern.append("\\.+?()[]{}|^$".indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
              }
            });
    return pattern.append(")$").toString();
  }

  private Expression isKept(Expression place) {
    List<Expression> all = new ArrayList<>();
    all.add(call(Function.NOT, call(Function.EQUAL, place, Expression.text(""))));
    List<Object> exact =
        query.excluded().stream()
            .filter(Predicate.not(text -> text.contains("*")))
            .map(Object.class::cast)
            .toList();
    if (!exact.isEmpty()) {
      all.add(call(Function.NOT, new Expression.In(place, exact)));
    }
    query.excluded().stream()
        .filter(text -> text.contains("*"))
        .forEach(glob -> all.add(call(Function.NOT, fits(place, glob))));
    return Conditions.all(all);
  }

  /** The rows that lie in the part of the way through the funnel. */
  private Plan within(Plan rows, Part part) {
    Plan bounds = bounds(part);
    Plan joined =
        new Join(Join.Kind.INNER, rows, bounds, List.of(new Join.On(ACTOR, PERSON)), false);
    Plan inside =
        new Plan.Filter(
            joined,
            call(
                Function.AND,
                call(Function.LESS_OR_EQUAL, joined.column(FROM), joined.column(TIME)),
                call(Function.LESS_OR_EQUAL, joined.column(TIME), joined.column(UNTIL))));
    return new Plan.Project(
        inside,
        List.of(
            new Named(ACTOR, inside.column(ACTOR)),
            new Named(TIME, inside.column(TIME)),
            new Named(PLACE, inside.column(PLACE))));
  }

  /** Each actor who got there, and from when until when their events are part of a path. */
  private Plan bounds(Part part) {
    Plan actors = java.util.Objects.requireNonNull(through).actors();
    boolean dropped = part.step() < 0;
    int step = dropped ? -part.step() - 1 : part.step();
    Expression depth = actors.column(FunnelPlanner.DEPTH);
    Expression there = Expression.integer(step);
    Plan own =
        new Plan.Filter(
            actors,
            dropped
                ? call(Function.EQUAL, depth, there)
                : call(Function.LESS_OR_EQUAL, there, depth));
    Expression at = own.column(FunnelPlanner.at(step));
    Expression from =
        switch (part.side()) {
          case BEFORE -> Expression.time(range.fromMicros());
          case BETWEEN -> dropped ? at : own.column(FunnelPlanner.at(step - 1));
          case AFTER -> at;
        };
    Expression until =
        part.side() == Part.Side.AFTER || part.side() == Part.Side.BETWEEN && dropped
            ? Expression.time(range.untilMicros())
            : at;
    return new Plan.Project(
        own,
        List.of(
            new Named(PERSON, own.column(FunnelPlanner.ACTOR)),
            new Named(FROM, from),
            new Named(UNTIL, until)));
  }

  /** How long nothing happens between two sessions, in microseconds. */
  static final long PAUSE = 30 * Micros.MINUTE;
}
