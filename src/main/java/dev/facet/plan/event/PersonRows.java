package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.query.Filter;
import dev.facet.query.PropertyRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The persons of a project as expressions see them, one a row. */
public final class PersonRows {
  public static final String PERSON = "person";
  public static final String UUID = Beside.PERSON_UUID;
  public static final String PROPERTIES = Beside.PERSON_PROPERTIES;
  public static final String CREATED_AT = "person_created_at";
  public static final String IDENTIFIED = "person_identified";
  private static final String OWNER = "owner";

  private PersonRows() {}

  /** A property of the person as text. */
  public static Expression text(String key) {
    return new Expression.Property(
        new Expression.Reference(PROPERTIES, Type.OBJECT), key, Type.TEXT);
  }

  /**
   * The persons a filter lets through.
   *
   * @param search occurs in what they are known by, null for all
   * @param everybody also those without a profile
   */
  public static Plan of(
      Filter filter, @Nullable String search, boolean everybody, Setting setting) {
    check(filter);
    Plan rows = all(everybody);
    List<Expression> conditions = new ArrayList<>();
    if (!filter.equals(Filter.ALL)) {
      Expression condition = new Conditions(setting).of(filter);
      rows = new Beside(new Members(setting)).withCohorts(rows, Beside.columns(List.of(condition)));
      conditions.add(condition);
    }
    if (search != null) {
      rows = withOwners(rows, search);
      conditions.add(isFound(rows, search));
    }
    return conditions.isEmpty() ? rows : new Plan.Filter(rows, Conditions.all(conditions));
  }

  private static Plan all(boolean everybody) {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    Plan wanted = everybody ? persons : new Plan.Filter(persons, persons.column("profile"));
    return new Plan.Project(
        wanted,
        List.of(
            new Named(PERSON, wanted.column("person")),
            new Named(UUID, wanted.column("uuid")),
            new Named(PROPERTIES, wanted.column("properties")),
            new Named(CREATED_AT, wanted.column("created_at")),
            new Named(IDENTIFIED, wanted.column("identified"))));
  }

  /** Only what a person has can be asked of one. */
  private static void check(Filter filter) {
    switch (filter) {
      case Filter.And(List<Filter> filters) -> filters.forEach(PersonRows::check);
      case Filter.Or(List<Filter> filters) -> filters.forEach(PersonRows::check);
      case Filter.Not(Filter inner) -> check(inner);
      case Filter.InCohort _ -> {}
      case Filter.Compare compare -> check(compare.property());
      default -> throw refused("Filters of elements are about events.");
    }
  }

  private static void check(PropertyRef property) {
    if (property.source() != PropertyRef.Source.PERSON) {
      throw refused(
          "\""
              + property.key()
              + "\" is no property of a person: persons are filtered by type person or cohort.");
    }
  }

  private static FailureException refused(String message) {
    return FailureException.invalid("no_person_property", "properties", message);
  }

  /** With a column that is not null where a distinct id of the person holds the text. */
  private static Plan withOwners(Plan rows, String search) {
    Plan ids = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
    Plan found = new Plan.Filter(ids, holds(ids.column("distinct_id"), search));
    Plan owners =
        new Plan.Aggregate(found, List.of(new Named(OWNER, found.column("person"))), List.of());
    return new Plan.Join(
        Plan.Join.Kind.LEFT, rows, owners, List.of(new Plan.Join.On(PERSON, OWNER)), false);
  }

  private static Expression isFound(Plan rows, String search) {
    return call(
        Function.OR,
        call(Function.NOT, call(Function.IS_NULL, rows.column(OWNER))),
        holds(rows.column(UUID), search),
        holds(text("email"), search),
        holds(text("name"), search));
  }

  /** Whether a text is there and has another in it. */
  static Expression holds(Expression text, String search) {
    return call(
        Function.COALESCE,
        call(Function.CONTAINS_IGNORE_CASE, text, Expression.text(search)),
        Expression.bool(false));
  }
}
