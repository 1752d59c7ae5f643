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

/** The groups of a type as expressions see them, one a row, in the columns of persons. */
public final class GroupRows {
  private static final String KEY = "key_of_group";

  private GroupRows() {}

  /**
   * The groups that a filter lets through, with the other columns of their rows.
   *
   * @param keys rows with the key of a group in a column; nothing may be known of the group
   * @param search occurs in the key or the name, null for all
   */
  public static Plan of(
      int type, Plan keys, String column, Filter filter, @Nullable String search, Setting setting) {
    check(type, filter);
    Plan rows = beside(type, keys, column);
    List<Expression> conditions = new ArrayList<>();
    if (!filter.equals(Filter.ALL)) {
      conditions.add(new Conditions(setting).of(filter));
    }
    if (search != null) {
      Expression name =
          new Expression.Property(rows.column(Beside.groupProperties(type)), "name", Type.TEXT);
      conditions.add(
          call(
              Function.OR,
              PersonRows.holds(rows.column(column), search),
              PersonRows.holds(name, search)));
    }
    Plan found = conditions.isEmpty() ? rows : new Plan.Filter(rows, Conditions.all(conditions));
    return named(type, found, column);
  }

  private static Plan beside(int type, Plan keys, String column) {
    Plan all = new Plan.Scan(Datasets.GROUPS);
    Plan own =
        new Plan.Filter(
            all, call(Function.EQUAL, all.column("group_type_index"), Expression.integer(type)));
    Plan known =
        new Plan.Project(
            own,
            List.of(
                new Named(KEY, own.column("group_key")),
                new Named(PersonRows.CREATED_AT, own.column("created_at")),
                new Named(Beside.groupProperties(type), own.column("properties"))));
    return new Plan.Join(
        Plan.Join.Kind.LEFT, keys, known, List.of(new Plan.Join.On(column, KEY)), false);
  }

  private static Plan named(int type, Plan rows, String column) {
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(PersonRows.PERSON, rows.column(column)));
    columns.add(new Named(PersonRows.UUID, rows.column(column)));
    columns.add(new Named(PersonRows.PROPERTIES, rows.column(Beside.groupProperties(type))));
    columns.add(new Named(PersonRows.CREATED_AT, rows.column(PersonRows.CREATED_AT)));
    columns.add(new Named(PersonRows.IDENTIFIED, new Expression.Literal(null, Type.BOOLEAN)));
    List<String> taken = List.of(column, KEY, PersonRows.CREATED_AT, Beside.groupProperties(type));
    rows.columns().stream()
        .filter(other -> !taken.contains(other.name()))
        .forEach(other -> columns.add(new Named(other.name(), rows.column(other.name()))));
    return new Plan.Project(rows, columns);
  }

  /** Only what a group has can be asked of one. */
  private static void check(int type, Filter filter) {
    switch (filter) {
      case Filter.And(List<Filter> filters) -> filters.forEach(one -> check(type, one));
      case Filter.Or(List<Filter> filters) -> filters.forEach(one -> check(type, one));
      case Filter.Not(Filter inner) -> check(type, inner);
      case Filter.Compare compare -> check(type, compare.property());
      case Filter.InCohort _, Filter.Hogql _, Filter.Element _, Filter.Selected _ ->
          throw refused("Groups are filtered by their properties only: type group.");
    }
  }

  private static void check(int type, PropertyRef property) {
    if (property.source() != PropertyRef.Source.GROUP || property.group() != type) {
      throw refused(
          "\"%s\" is no property of these groups: they are filtered by type group and group_type_index %d."
              .formatted(property.key(), type));
    }
  }

  private static FailureException refused(String message) {
    return FailureException.invalid("no_group_property", "properties", message);
  }
}
