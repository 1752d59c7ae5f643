package dev.facet.plan.hogql.table;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.model.Place;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Members;
import dev.facet.plan.event.Setting;
import dev.facet.plan.hogql.table.Schema.Field;
import dev.facet.query.type.PropertyTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tables of persons: who they are, by which ids they are known, to which cohorts they belong. */
public final class PersonTables {
  private static final String PERSON = "person";
  private static final String UUID = "person_uuid";
  private static final String KEY = "person_key";

  private PersonTables() {}

  /** {@code persons}: those with a profile; each once, or for each distinct id when one is read. */
  record Persons() implements Schema {
    private static final String DISTINCT_ID = "pdi_distinct_id";

    @Override
    public List<String> columns() {
      return List.of("id", "created_at", "properties", "is_identified");
    }

    @Override
    public List<String> more() {
      return List.of("pdi");
    }

    @Override
    public Optional<Field> field(List<String> path) {
      return switch (path.getFirst()) {
        case "id" -> Optional.of(new Field("id", new Expression.Reference("uuid", Type.TEXT)));
        case "created_at" ->
            Optional.of(new Field("created_at", new Expression.Reference("created_at", Type.TIME)));
        case "is_identified" ->
            Optional.of(
                new Field("is_identified", new Expression.Reference("identified", Type.BOOLEAN)));
        case "properties" ->
            Optional.of(
                new Field(
                    "properties",
                    new Expression.Reference("properties", Type.OBJECT),
                    1,
                    PropertyTypes.PERSON));
        case "pdi" ->
            path.size() > 1 && path.get(1).equals("distinct_id")
                ? Optional.of(
                    new Field(
                        DISTINCT_ID, new Expression.Reference(DISTINCT_ID, Type.TEXT), 2, null))
                : Optional.empty();
        default -> Optional.empty();
      };
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      Plan all = new Plan.Scan(Datasets.PERSONS);
      Plan persons = new Plan.Filter(all, all.column("profile"));
      if (!read.contains(new Expression.Reference(DISTINCT_ID, Type.TEXT))) {
        return persons;
      }
      Plan ids = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
      Plan named =
          new Plan.Project(
              ids,
              List.of(
                  new Named(KEY, ids.column(PERSON)),
                  new Named(DISTINCT_ID, ids.column("distinct_id"))));
      return left(persons, named);
    }
  }

  /** {@code person_distinct_ids}. */
  record DistinctIds() implements Schema {
    @Override
    public List<String> columns() {
      return List.of("distinct_id", "person_id");
    }

    @Override
    public List<String> more() {
      return List.of(PERSON);
    }

    @Override
    public Optional<Field> field(List<String> path) {
      if (path.getFirst().equals("distinct_id")) {
        return Optional.of(
            new Field("distinct_id", new Expression.Reference("distinct_id", Type.TEXT)));
      }
      return ofPerson(path);
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      return withPersons(new Plan.Scan(Datasets.PERSON_DISTINCT_IDS));
    }
  }

  /** {@code static_cohort_people}: members of the cohorts that are lists. */
  record Listed() implements Schema {
    @Override
    public List<String> columns() {
      return List.of("person_id", "cohort_id");
    }

    @Override
    public List<String> more() {
      return List.of(PERSON);
    }

    @Override
    public Optional<Field> field(List<String> path) {
      return ofCohort(path);
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      return withPersons(new Plan.Scan(Datasets.COHORT_PEOPLE));
    }
  }

  /** {@code cohort_people}: members of all cohorts, as they are now. */
  record Cohorts(Setting setting) implements Schema {
    @Override
    public List<String> columns() {
      return List.of("person_id", "cohort_id");
    }

    @Override
    public List<String> more() {
      return List.of(PERSON);
    }

    @Override
    public Optional<Field> field(List<String> path) {
      return ofCohort(path);
    }

    @Override
    public Plan rows(Collection<Expression> read) {
      List<Plan> cohorts = new ArrayList<>();
      for (long id : new TreeSet<>(setting.definitions().cohorts().keySet())) {
        Plan members = new Members(setting).of(id, Place.NONE);
        cohorts.add(
            new Plan.Project(
                members,
                List.of(
                    new Named("cohort_id", Expression.integer(id)),
                    new Named(PERSON, members.column(PERSON)))));
      }
      return withPersons(
          cohorts.isEmpty()
              ? new Plan.Values(Datasets.COHORT_PEOPLE.columns(), List.of())
              : new Plan.Union(cohorts));
    }
  }

  private static Optional<Field> ofCohort(List<String> path) {
    if (path.getFirst().equals("cohort_id")) {
      return Optional.of(
          new Field("cohort_id", new Expression.Reference("cohort_id", Type.INTEGER)));
    }
    return ofPerson(path);
  }

  /** What rows with a person beside them offer: {@code person_id}, {@code person.properties.x}. */
  private static Optional<Field> ofPerson(List<String> path) {
    if (path.getFirst().equals("person_id")) {
      return Optional.of(beside(UUID, Type.TEXT, 1, null));
    }
    if (!path.getFirst().equals(PERSON) || path.size() < 2) {
      return Optional.empty();
    }
    return switch (path.get(1)) {
      case "id" -> Optional.of(beside(UUID, Type.TEXT, 2, null));
      case "created_at" -> Optional.of(beside("person_created_at", Type.TIME, 2, null));
      case "properties" ->
          Optional.of(beside("person_properties", Type.OBJECT, 2, PropertyTypes.PERSON));
      default -> Optional.empty();
    };
  }

  private static Field beside(String column, Type type, int length, @Nullable String owner) {
    return new Field(column, new Expression.Reference(column, type), length, owner);
  }

  private static Plan withPersons(Plan rows) {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    return left(
        rows,
        new Plan.Project(
            persons,
            List.of(
                new Named(KEY, persons.column(PERSON)),
                new Named(UUID, persons.column("uuid")),
                new Named("person_created_at", persons.column("created_at")),
                new Named("person_properties", persons.column("properties")))));
  }

  private static Plan left(Plan rows, Plan beside) {
    return new Plan.Join(
        Plan.Join.Kind.LEFT, rows, beside, List.of(new Plan.Join.On(PERSON, KEY)), false);
  }

  /** The persons in a cohort, by their public ids, each once. */
  public static Plan members(Setting setting, long id) {
    Plan members = withPersons(new Members(setting).of(id, Place.NONE));
    return new Plan.Filter(
        members, call(Function.NOT, call(Function.IS_NULL, members.column(UUID))));
  }

  /** The column of {@link #members} that holds the id. */
  public static String memberId() {
    return UUID;
  }
}
