package dev.facet.plan.funnel;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Window;
import dev.facet.query.FunnelQuery;
import dev.facet.query.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attempts whose steps come in any order: each event may begin one and does the step that would
 * otherwise be done last; of each other step the next event counts, of equal steps the next ones.
 */
record AnyOrder(FunnelQuery query, StepRows rows, Attempts attempts) {

  /** Equal steps: the first of them, and how many they are. */
  private record Kind(int step, int count) {
    /** When the nth next event of this kind was. */
    String next(int n) {
      return "next_" + step + "_" + n;
    }
  }

  private List<Kind> kinds() {
    Map<List<Object>, Kind> kinds = new LinkedHashMap<>();
    for (int i = 0; i < query.steps().size(); i++) {
      Series series = query.steps().get(i);
      List<Object> what = List.of(series.subject(), series.filter(), series.measure());
      Kind known = kinds.get(what);
      kinds.put(
          what, known == null ? new Kind(i + 1, 1) : new Kind(known.step(), known.count() + 1));
    }
    return List.copyOf(kinds.values());
  }

  Plan attempts(Plan events) {
    List<Kind> kinds = kinds();
    int most = kinds.stream().mapToInt(Kind::count).max().orElse(1);
    Plan current = events;
    for (int n = 1; n <= most; n++) {
      current = withNext(current, kinds, n);
    }
    return sorted(times(current, kinds));
  }

  /** The rows with when the nth next event of each kind was. */
  private Plan withNext(Plan events, List<Kind> kinds, int n) {
    List<Over> over = new ArrayList<>();
    for (Kind kind : kinds) {
      if (kind.count() >= n) {
        Expression at = events.column(n == 1 ? StepRows.TIME : kind.next(n - 1));
        Expression own = Attempts.when(rows.is(kind.step(), events), at);
        over.add(Over.minAfter(kind.next(n), own));
      }
    }
    return new Window(events, attempts.partition(), attempts.order(false), over);
  }

  /** The times of all steps, not yet in order. */
  private Plan times(Plan events, List<Kind> kinds) {
    List<Named> columns = new ArrayList<>(Attempts.kept(events, attempts.partition()));
    int step = 0;
    for (Kind kind : kinds) {
      for (int n = 1; n <= kind.count(); n++) {
        Expression next = Attempts.orNever(events.column(kind.next(n)));
        boolean last = n == kind.count();
        step++;
        columns.add(
            new Named(
                Attempts.at(step),
                last
                    ? call(
                        Function.IF,
                        isDone(kind, kinds, events),
                        events.column(StepRows.TIME),
                        next)
                    : next));
      }
    }
    columns.addAll(Attempts.kept(events, attempts.excluded()));
    return new Plan.Project(events, columns);
  }

  /** Whether the event does the last step of this kind: of those it fits the one done latest. */
  private Expression isDone(Kind kind, List<Kind> kinds, Plan events) {
    List<Expression> all = new ArrayList<>();
    all.add(rows.is(kind.step(), events));
    Expression own = Attempts.orNever(events.column(kind.next(kind.count())));
    for (Kind other : kinds) {
      Expression theirs = Attempts.orNever(events.column(other.next(other.count())));
      boolean before = other.step() < kind.step();
      if (other.step() != kind.step()) {
        all.add(
            call(
                Function.OR,
                call(Function.NOT, rows.is(other.step(), events)),
                call(before ? Function.LESS : Function.LESS_OR_EQUAL, theirs, own)));
      }
    }
    return all.size() == 1 ? all.getFirst() : new Expression.Call(Function.AND, all);
  }

  /** The times in order: neighbours change places, once for each time. */
  private Plan sorted(Plan times) {
    int steps = query.steps().size();
    Plan current = times;
    for (int round = 0; steps > 1 && round < steps; round++) {
      List<Named> columns = new ArrayList<>(Attempts.kept(current, attempts.partition()));
      for (int step = 1; step <= steps; step++) {
        columns.add(new Named(Attempts.at(step), placed(current, step, round % 2)));
      }
      columns.addAll(Attempts.kept(current, attempts.excluded()));
      current = new Plan.Project(current, columns);
    }
    return current;
  }

  private Expression placed(Plan times, int step, int shift) {
    boolean isLower = (step + shift) % 2 == 1;
    int partner = isLower ? step + 1 : step - 1;
    Expression own = times.column(Attempts.at(step));
    if (partner < 1 || partner > query.steps().size()) {
      return own;
    }
    Expression other = times.column(Attempts.at(partner));
    Expression isFirst = call(Function.LESS, own, other);
    return isLower
        ? call(Function.IF, isFirst, own, other)
        : call(Function.IF, isFirst, other, own);
  }
}
