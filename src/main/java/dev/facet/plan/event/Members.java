package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Place;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.DateBound;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The persons in a cohort.
 *
 * @param open the cohorts whose rules are being read: none of them may need itself
 */
public record Members(Setting setting, Set<Long> open) {
  private static final String PERSON = "person";
  private static final String TIMES = "times";

  public Members {
    open = Set.copyOf(open);
  }

  public Members(Setting setting) {
    this(setting, Set.of());
  }

  /** The numbers of the persons in a cohort, each once, in a column {@code person}. */
  public Plan of(long id, Place place) {
    Cohort cohort = setting.cohort(id, place);
    if (open.contains(id)) {
      throw FailureException.invalid(
          "cohort_cycle",
          place.path(),
          "Cohort " + id + " (" + cohort.name() + ") is made of itself.");
    }
    return switch (cohort.rule()) {
      case Cohort.Rule.Listed() -> listed(id);
      case Cohort.Rule.Computed(Criterion criterion) -> within(id).computed(criterion);
    };
  }

  private Members within(long id) {
    Set<Long> more = new TreeSet<>(open);
    more.add(id);
    return new Members(setting, more);
  }

  private static Plan listed(long id) {
    Plan all = new Plan.Scan(Datasets.COHORT_PEOPLE);
    Plan own =
        new Plan.Filter(all, call(Function.EQUAL, all.column("cohort_id"), Expression.integer(id)));
    return new Plan.Aggregate(own, List.of(new Named(PERSON, own.column(PERSON))), List.of());
  }

  private Plan computed(Criterion criterion) {
    Map<Criterion.Did, String> counts = new LinkedHashMap<>();
    Expression condition = condition(criterion, counts);
    Plan rows = persons();
    for (Map.Entry<Criterion.Did, String> count : counts.entrySet()) {
      rows = counted(rows, count.getKey(), count.getValue());
    }
    rows = new Beside(this).withCohorts(rows, Beside.columns(List.of(condition)));
    Plan members = new Plan.Filter(rows, condition);
    return new Plan.Project(members, List.of(new Named(PERSON, members.column(PERSON))));
  }

  private static Plan persons() {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    return new Plan.Project(
        persons,
        List.of(
            new Named(PERSON, persons.column(PERSON)),
            new Named(Beside.PERSON_UUID, persons.column("uuid")),
            new Named(Beside.PERSON_PROPERTIES, persons.column("properties"))));
  }

  private Expression condition(Criterion criterion, Map<Criterion.Did, String> counts) {
    return switch (criterion) {
      case Criterion.All(List<Criterion> parts) ->
          Conditions.all(parts.stream().map(part -> condition(part, counts)).toList());
      case Criterion.Any(List<Criterion> parts) ->
          Conditions.any(parts.stream().map(part -> condition(part, counts)).toList());
      case Criterion.Not(Criterion inner) -> Conditions.none(condition(inner, counts));
      case Criterion.Has(Filter filter) -> new Conditions(setting).of(filter);
      case Criterion.In(long cohort) ->
          new Conditions(setting).of(new Filter.InCohort(cohort, Place.NONE));
      case Criterion.Did did -> times(did, counts);
    };
  }

  private static Expression times(Criterion.Did did, Map<Criterion.Did, String> counts) {
    String column = counts.computeIfAbsent(did, d -> TIMES + counts.size());
    Expression times =
        call(
            Function.COALESCE,
            new Expression.Reference(column, dev.facet.model.Type.INTEGER),
            Expression.integer(0));
    Expression asked = Expression.integer(did.count());
    return switch (did.operator()) {
      case AT_LEAST -> call(Function.LESS_OR_EQUAL, asked, times);
      case AT_MOST -> call(Function.LESS_OR_EQUAL, times, asked);
      case EXACTLY -> call(Function.EQUAL, times, asked);
    };
  }

  /** The persons with how often they did it beside them, null for never. */
  private Plan counted(Plan persons, Criterion.Did did, String column) {
    Conditions conditions = new Conditions(setting);
    List<Expression> all = new ArrayList<>();
    conditions.subject(subject(did)).ifPresent(all::add);
    all.addAll(since(did.within()));
    if (!did.filter().equals(Filter.ALL)) {
      all.add(conditions.of(did.filter()));
    }
    Plan events = new Plan.Filter(new Beside(this).events(all), Conditions.all(all));
    String visitor = column + "_person";
    Plan counts =
        new Plan.Aggregate(
            events,
            List.of(new Named(visitor, EventRows.PERSON)),
            List.of(new Aggregation(column, Aggregation.Kind.COUNT, null)));
    return new Plan.Join(
        Plan.Join.Kind.LEFT, persons, counts, List.of(new Plan.Join.On(PERSON, visitor)), false);
  }

  private static Series.Subject subject(Criterion.Did did) {
    Long action = did.action();
    return action == null
        ? new Series(did.event(), null, new Measure.Count(), Filter.ALL).subject()
        : new Series.Subject.Done(action, Place.NONE);
  }

  private List<Expression> since(DateBound.@Nullable Relative within) {
    if (within == null) {
      return List.of();
    }
    long from = Micros.of(setting.calendar().resolve(within, setting.now(), null).toInstant());
    return List.of(
        call(Function.LESS_OR_EQUAL, Expression.time(from), EventRows.TIME),
        call(Function.LESS_OR_EQUAL, EventRows.TIME, Expression.time(Micros.of(setting.now()))));
  }
}
