package dev.facet.plan.hogql.table;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Setting;
import dev.facet.query.type.PropertyTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a project by the names users give them. */
public final class Tables {
  /** Datasets that other tables show in the users' words. */
  private static final Set<String> INNER =
      Set.of("events", "persons", "person_distinct_ids", "groups", "cohort_people");

  private Tables() {}

  /** The table of a name, empty when there is none. */
  public static Optional<Schema> of(String name, Setting setting) {
    return switch (name) {
      case "events" -> Optional.of(new EventsTable(setting));
      case "persons", "raw_persons" -> Optional.of(new PersonTables.Persons());
      case "person_distinct_ids", "raw_person_distinct_ids" ->
          Optional.of(new PersonTables.DistinctIds());
      case "sessions", "raw_sessions" -> Optional.of(new SessionsTable());
      case "groups", "raw_groups" -> Optional.of(new Groups());
      case "cohort_people", "raw_cohort_people" -> Optional.of(new PersonTables.Cohorts(setting));
      case "static_cohort_people" -> Optional.of(new PersonTables.Listed());
      default ->
          Datasets.ALL.stream()
              .filter(dataset -> dataset.name().equals(name) && !INNER.contains(name))
              .findFirst()
              .map(Whole::new);
    };
  }

  /** All names. */
  public static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "events",
                "persons",
                "person_distinct_ids",
                "sessions",
                "groups",
                "cohort_people",
                "static_cohort_people",
                "raw_persons",
                "raw_person_distinct_ids",
                "raw_sessions",
                "raw_groups",
                "raw_cohort_people",
                "numbers"));
    Datasets.ALL.stream().map(Dataset::name).filter(n -> !names.contains(n)).forEach(names::add);
    return names;
  }

  /** A dataset as it is. */
  record Whole(Dataset dataset) implements Schema {
    @Override
    public Optional<Field> field(List<String> path) {
      return dataset.columns().stream()
          .filter(column -> column.name().equals(path.getFirst()))
          .findFirst()
          .map(
              column ->
                  new Field(
                      column.name(),
                      new Expression.Reference(column.name(), column.type()),
                      1,
                      column.type() == Type.OBJECT ? PropertyTypes.MEASURED : null));
    }

    @Override
    public List<String> columns() {
      return dataset.columns().stream().map(Column::name).toList();
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      return new Plan.Scan(dataset);
    }
  }

  /** {@code groups}: companies and the like. */
  record Groups() implements Schema {
    @Override
    public Optional<Field> field(List<String> path) {
      return switch (path.getFirst()) {
        case "index", "group_type_index" -> column("group_type_index");
        case "key", "group_key" -> column("group_key");
        case "created_at" -> column("created_at");
        case "properties", "group_properties" -> column("properties");
        default -> Optional.empty();
      };
    }

    private static Optional<Field> column(String name) {
      Type type = Datasets.GROUPS.column(name).type();
      return Optional.of(new Field(name, new Expression.Reference(name, type)));
    }

    @Override
    public List<String> columns() {
      return List.of("index", "key", "created_at", "properties");
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      return new Plan.Scan(Datasets.GROUPS);
    }
  }

  /** {@code numbers(n)}: 0 to n - 1 in a column {@code number}. */
  public record Numbers(long start, long count) implements Schema {
    public static final int MAX = 10_000;

    @Override
    public Optional<Field> field(List<String> path) {
      return path.getFirst().equals("number")
          ? Optional.of(new Field("number", new Expression.Reference("number", Type.INTEGER)))
          : Optional.empty();
    }

    @Override
    public List<String> columns() {
      return List.of("number");
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        rows.add(Arrays.asList((Object) (start + i)));
      }
      return new Plan.Values(List.of(new Column("number", Type.INTEGER)), rows);
    }
  }

  /** A single row without columns: what a SELECT without FROM reads. */
  public record Nothing() implements Schema {
    @Override
    public Optional<Field> field(List<String> path) {
      return Optional.empty();
    }

    @Override
    public List<String> columns() {
      return List.of();
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      List<@Nullable Object> row = Arrays.asList((Object) 0L);
      return new Plan.Values(List.of(new Column("nothing", Type.INTEGER)), List.of(row));
    }
  }
}
