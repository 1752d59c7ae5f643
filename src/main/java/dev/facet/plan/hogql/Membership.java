package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.plan.hogql.table.EventsTable;
import dev.facet.plan.hogql.table.PersonTables;
import dev.facet.plan.hogql.table.Reading;
import dev.facet.query.Action;
import dev.facet.query.Cohort;
import dev.facet.query.Filter;
import dev.facet.query.Series;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** IN: among written values, among the rows of a statement, among the members of a cohort. */
record Membership(Terms terms) {

  Expression of(Call call) {
    Syntax left = call.arguments().getFirst();
    Syntax right = call.arguments().getLast();
    List<Expression> values = new Tuples(terms).values(left);
    if (right instanceof Syntax.Subquery subquery) {
      return Subqueries.in(values, subquery, scope());
    }
    Optional<Relation> table = table(right);
    if (table.isPresent()) {
      return Subqueries.in(values, table.get(), right.place(), scope());
    }
    boolean isListed = !isList(right) && new Tuples(terms).find(right).isPresent();
    if (isListed) {
      List<Expression> both = new Tuples(terms).raws(List.of(right, left));
      return Library.scalar("has", both, call.place(), scope());
    }
    if (values.size() > 1) {
      return tuples(values, items(right), call.place());
    }
    Optional<List<Expression>> given = new Placeholders(scope()).options(right);
    if (given.isEmpty() && !isList(right)) {
      Expression list = new Tuples(terms).raw(right);
      if (list.type().element() != null) {
        return Library.scalar("has", List.of(list, values.getFirst()), call.place(), scope());
      }
      given = Optional.of(List.of(list));
    }
    return among(values.getFirst(), given.orElseGet(() -> terms.all(items(right))), call.place());
  }

  private Scope scope() {
    return terms.scope();
  }

  private static boolean isList(Syntax syntax) {
    return syntax instanceof Syntax.TupleOf || syntax instanceof Syntax.ListOf;
  }

  private static List<Syntax> items(Syntax syntax) {
    return switch (syntax) {
      case Syntax.TupleOf tuple -> tuple.items();
      case Syntax.ListOf list -> list.items();
      default -> List.of(syntax);
    };
  }

  /** {@code x IN name} of a common table. */
  private Optional<Relation> table(Syntax right) {
    return right instanceof Syntax.Name name && name.parts().size() == 1
        ? scope().common(name.parts().getFirst()).map(Scope.Common::relation)
        : Optional.empty();
  }

  /** Nulls among the options match nothing. */
  private Expression among(Expression value, List<Expression> options, Place place) {
    List<Expression> all = new ArrayList<>(List.of(value));
    options.stream().filter(option -> !Coercion.isNull(option)).forEach(all::add);
    List<Expression> alike = Coercion.alike(all, place, scope());
    Expression one = alike.getFirst();
    List<Object> literals = new ArrayList<>();
    List<Expression> tests = new ArrayList<>();
    for (Expression option : alike.subList(1, alike.size())) {
      if (option instanceof Expression.Literal literal && literal.value() != null) {
        literals.add(literal.value());
      } else {
        tests.add(call(Function.EQUAL, one, option));
      }
    }
    if (!literals.isEmpty() || tests.isEmpty()) {
      tests.add(new Expression.In(one, literals));
    }
    return tests.size() == 1 ? tests.getFirst() : new Expression.Call(Function.OR, tests);
  }

  private Expression tuples(List<Expression> values, List<Syntax> options, Place place) {
    List<Expression> tests = new ArrayList<>();
    for (Syntax option : options) {
      List<Syntax> items = items(option);
      if (items.size() != values.size()) {
        throw scope()
            .mistakes()
            .type(
                option.place(),
                "IN compares %d values with %d.".formatted(values.size(), items.size()));
      }
      List<Expression> same = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Expression other = terms.of(items.get(i));
        same.add(new Comparisons(terms).compare("equals", values.get(i), other, place));
      }
      tests.add(new Expression.Call(Function.AND, same));
    }
    return tests.size() == 1 ? tests.getFirst() : new Expression.Call(Function.OR, tests);
  }

  /** {@code person_id IN COHORT 12}, or by the cohort's name. */
  Expression inCohort(Call call) {
    Expression person = terms.of(call.arguments().getFirst());
    Expression cohort = terms.of(call.arguments().getLast());
    long id = cohort(cohort, call.arguments().getLast().place());
    if (person.type() != Type.TEXT) {
      throw scope().mistakes().type(call.place(), "IN COHORT takes a person_id.");
    }
    for (Reading reading : scope().readings()) {
      if (reading.isPlain() && reading.schema() instanceof EventsTable) {
        Filter member =
            new Filter.InCohort(id, new dev.facet.model.Place(scope().mistakes().path()));
        return new Conditions(scope().asked().setting()).of(member);
      }
    }
    Plan members = PersonTables.members(scope().asked().setting(), id);
    Relation.Output column = new Relation.Output("person_id", PersonTables.memberId(), Type.TEXT);
    Relation relation =
        Relation.project(members, List.of(column), false, () -> scope().asked().fresh("r"));
    return Subqueries.in(List.of(person), relation, call.place(), scope());
  }

  /** {@code matchesAction('name')}, or by its number: whether an event is one of the action's. */
  Expression action(Call call) {
    Optional<Reading> events =
        scope().readings().stream().filter(r -> r.schema() instanceof EventsTable).findFirst();
    if (events.isEmpty() || call.arguments().size() != 1) {
      throw scope()
          .mistakes()
          .refused(
              call.place(), "matchesAction takes an action's name, in a SELECT from events only.");
    }
    Syntax given = call.arguments().getFirst();
    long id = action(terms.of(given), given.place());
    Series.Subject subject =
        new Series.Subject.Done(id, new dev.facet.model.Place(scope().mistakes().path()));
    Expression matches = new Conditions(scope().asked().setting()).subject(subject).orElseThrow();
    return events.get().value("action_" + id, matches);
  }

  private long action(Expression given, Place place) {
    Map<Long, Action> actions = scope().asked().setting().definitions().actions();
    Object value = given instanceof Expression.Literal literal ? literal.value() : null;
    if (value instanceof Long id && actions.containsKey(id)) {
      return id;
    }
    return actions.values().stream()
        .filter(action -> action.name().equals(value))
        .findFirst()
        .map(Action::id)
        .orElseThrow(
            () ->
                scope()
                    .mistakes()
                    .unknown(
                        "action",
                        String.valueOf(value),
                        actions.values().stream().map(Action::name).toList(),
                        place));
  }

  private long cohort(Expression given, Place place) {
    Map<Long, Cohort> cohorts = scope().asked().setting().definitions().cohorts();
    Object value = given instanceof Expression.Literal literal ? literal.value() : null;
    if (value instanceof Long id && cohorts.containsKey(id)) {
      return id;
    }
    return cohorts.values().stream()
        .filter(cohort -> cohort.name().equals(value))
        .findFirst()
        .map(Cohort::id)
        .orElseThrow(
            () ->
                scope()
                    .mistakes()
                    .unknown(
                        "cohort",
                        String.valueOf(value),
                        cohorts.values().stream().map(Cohort::name).toList(),
                        place));
  }
}
