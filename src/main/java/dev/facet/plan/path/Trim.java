package dev.facet.plan.path;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort.By;
import dev.facet.plan.Plan.Window;
import dev.facet.query.PathsQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts paths to what is asked: from the first start to the first end after it, and to so many
 * places: the first ones, or the last ones before an end. Between a start and an end that are too
 * far apart the middle becomes one place, {@code ...}.
 */
record Trim(PathsQuery query) {
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final String GAP = "...";

  Plan trimmed(Plan paths) {
    Plan begun = query.start() == null ? paths : fromStart(paths, query.start());
    if (query.end() == null) {
      return new Plan.Filter(begun, isUpTo(begun, PathsPlanner.NUMBER, query.length()));
    }
    Plan ended = untilEnd(begun, query.end());
    return query.start() == null ? lastPlaces(ended) : bothEnds(ended);
  }

  private static Expression isUpTo(Plan rows, String column, long most) {
    return call(Function.LESS_OR_EQUAL, rows.column(column), Expression.integer(most));
  }

  /** The rows with the number of the first one of its path at that place. */
  private static Plan found(Plan paths, String place, String name) {
    Expression number =
        call(
            Function.IF,
            call(Function.EQUAL, paths.column(Places.PLACE), Expression.text(place)),
            paths.column(PathsPlanner.NUMBER),
            new Expression.Literal(null, Type.INTEGER));
    Aggregation least = new Aggregation(name, Aggregation.Kind.MIN, number);
    return new Window(
        paths,
        PathsPlanner.PATH,
        List.of(new By(PathsPlanner.NUMBER, false)),
        List.of(new Over.Sum(least, Over.Frame.ALL)));
  }

  private static Plan fromStart(Plan paths, String start) {
    Plan found = found(paths, start, FIRST);
    Expression number = found.column(PathsPlanner.NUMBER);
    Plan after = new Plan.Filter(found, call(Function.LESS_OR_EQUAL, found.column(FIRST), number));
    Expression before = call(Function.SUBTRACT, number, found.column(FIRST));
    return numbered(after, call(Function.ADD, before, Expression.integer(1)), List.of());
  }

  private static Plan untilEnd(Plan paths, String end) {
    Plan found = found(paths, end, LAST);
    Expression number = found.column(PathsPlanner.NUMBER);
    return new Plan.Filter(found, call(Function.LESS_OR_EQUAL, number, found.column(LAST)));
  }

  private Plan lastPlaces(Plan ended) {
    Expression tooMany =
        call(Function.SUBTRACT, ended.column(LAST), Expression.integer(query.length()));
    Expression number = ended.column(PathsPlanner.NUMBER);
    Plan last = new Plan.Filter(ended, call(Function.LESS, tooMany, number));
    Expression renumbered =
        call(
            Function.IF,
            call(Function.LESS, Expression.integer(0), tooMany),
            call(Function.SUBTRACT, number, tooMany),
            number);
    return numbered(last, renumbered, List.of());
  }

  private Plan bothEnds(Plan ended) {
    Expression half = Expression.integer(query.length() / 2);
    Expression number = ended.column(PathsPlanner.NUMBER);
    Expression last = ended.column(LAST);
    Expression isLong = call(Function.LESS, Expression.integer(query.length()), last);
    Expression rest = call(Function.SUBTRACT, last, half);
    Expression isHead = call(Function.LESS_OR_EQUAL, number, half);
    Expression isTail = call(Function.LESS, rest, number);
    Plan kept =
        new Plan.Filter(ended, call(Function.OR, call(Function.NOT, isLong), isHead, isTail));
    Expression inTail =
        call(
            Function.ADD,
            call(Function.SUBTRACT, number, rest),
            call(Function.ADD, half, Expression.integer(1)));
    Expression renumbered =
        call(Function.IF, call(Function.AND, isLong, call(Function.NOT, isHead)), inTail, number);
    Plan cut =
        new Plan.Filter(ended, call(Function.AND, isLong, call(Function.EQUAL, number, half)));
    Expression middle = call(Function.ADD, number, Expression.integer(1));
    return new Plan.Union(
        List.of(
            numbered(kept, renumbered, List.of()),
            numbered(cut, middle, List.of(new Named(Places.PLACE, Expression.text(GAP))))));
  }

  /** The rows with other numbers, and with what stands for columns of the same names. */
  private static Plan numbered(Plan rows, Expression number, List<Named> others) {
    List<Named> columns = new ArrayList<>(PathsPlanner.kept(rows, PathsPlanner.PATH));
    columns.add(new Named(Places.TIME, rows.column(Places.TIME)));
    columns.addAll(others.isEmpty() ? PathsPlanner.kept(rows, List.of(Places.PLACE)) : others);
    columns.add(new Named(PathsPlanner.NUMBER, number));
    return new Plan.Project(rows, columns);
  }
}
