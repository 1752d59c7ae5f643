package dev.facet.api.posthog.definition;

import dev.facet.api.Readers;
import dev.facet.api.http.Paging;
import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.model.Place;
import dev.facet.model.Project;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Members;
import dev.facet.plan.event.Setting;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.Definitions;
import dev.facet.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds persons in the store. */
record Persons(Store store, Readers readers, InstantSource clock) {
  private static final String PERSON = "person";
  private static final String UUID = "uuid";
  private static final int IDS_SEARCHED = 1_000;

  /** The number of a cohort that stands for criteria, which no cohort has. */
  private static final long FILTERED = -1;

  /** A person and the ids it is known by. */
  record Person(
      long number,
      String uuid,
      Instant createdAt,
      boolean identified,
      Map<?, ?> properties,
      List<String> distinctIds) {}

  /** Some of many. */
  record Page(List<Person> persons, long total) {}

  /** The numbers of those in a cohort, in a column {@code person}. */
  Plan members(Project project, long cohort) {
    return new Members(setting(readers.of(project).definitions())).of(cohort, Place.NONE);
  }

  /** The numbers of those who meet the criterion. */
  Plan having(Project project, Criterion criterion) {
    Definitions own = readers.of(project).definitions();
    Map<Long, Cohort> cohorts = new HashMap<>(own.cohorts());
    Cohort.Rule rule = new Cohort.Rule.Computed(criterion);
    cohorts.put(FILTERED, new Cohort(FILTERED, "", rule));
    Definitions all =
        new Definitions(own.zone(), own.weekStart(), own.testAccounts(), cohorts, own.actions());
    return new Members(setting(all)).of(FILTERED, Place.NONE);
  }

  private Setting setting(Definitions definitions) {
    return Setting.of(definitions, clock.instant());
  }

  long count(Project project, Plan rows) {
    Plan count =
        new Plan.Aggregate(
            rows, List.of(), List.of(new Aggregation("n", Aggregation.Kind.COUNT, null)));
    Object value = store.run(project.id(), count).rows().getFirst().getFirst();
    return value instanceof Long number ? number : 0;
  }

  Plan everybody() {
    return new Plan.Scan(Datasets.PERSONS);
  }

  /** All who have a profile. */
  Plan profiles() {
    Plan all = new Plan.Scan(Datasets.PERSONS);
    return new Plan.Filter(all, all.column("profile"));
  }

  /** Those of these persons whose number is among the others. */
  Plan among(Plan persons, Plan numbers) {
    Plan others =
        new Plan.Project(numbers, List.of(new Plan.Named("among", numbers.column(PERSON))));
    Plan joined =
        new Plan.Join(
            Plan.Join.Kind.INNER,
            persons,
            others,
            List.of(new Plan.Join.On(PERSON, "among")),
            false);
    return new Plan.Project(
        joined,
        Datasets.PERSONS.columns().stream()
            .map(column -> new Plan.Named(column.name(), joined.column(column.name())))
            .toList());
  }

  /** Those of these persons whose name or address holds the text, or one of whose ids does. */
  Plan matching(Project project, Plan persons, String text) {
    List<Expression> any = new ArrayList<>();
    for (String key : List.of("email", "name")) {
      Expression value = new Expression.Property(persons.column("properties"), key, Type.TEXT);
      any.add(Expression.call(Function.CONTAINS_IGNORE_CASE, value, Expression.text(text)));
    }
    any.add(new Expression.In(persons.column(UUID), List.of(text)));
    any.add(new Expression.In(persons.column(PERSON), idHolders(project, text)));
    return new Plan.Filter(persons, new Expression.Call(Function.OR, any));
  }

  private List<Object> idHolders(Project project, String text) {
    Plan ids = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
    Plan found =
        new Plan.Filter(
            ids,
            Expression.call(
                Function.CONTAINS_IGNORE_CASE, ids.column("distinct_id"), Expression.text(text)));
    List<Object> numbers = new ArrayList<>();
    for (List<@Nullable Object> row :
        store.run(project.id(), new Plan.Limit(found, IDS_SEARCHED, 0)).rows()) {
      if (row.get(1) instanceof Long number) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** A page of these persons, the newest first. */
  Page page(Project project, Plan persons, Paging paging) {
    Plan sorted =
        new Plan.Sort(
            persons, List.of(new Plan.Sort.By("created_at", true), new Plan.Sort.By(PERSON, true)));
    Plan cut = new Plan.Limit(sorted, paging.limit(), paging.offset());
    return new Page(read(project, cut), count(project, persons));
  }

  /** The person of a uuid, a distinct id or a number, in this order. */
  Optional<Person> find(Project project, String name) {
    Plan all = new Plan.Scan(Datasets.PERSONS);
    Optional<Person> found = isUuid(name) ? one(project, all, UUID, name) : Optional.empty();
    if (found.isEmpty()) {
      found = byDistinctId(project, name);
    }
    boolean isNumber = found.isEmpty() && name.matches("[0-9]{1,18}");
    return isNumber ? one(project, all, PERSON, Long.valueOf(name)) : found;
  }

  private static boolean isUuid(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }

  /** The person that a distinct id belongs to. */
  Optional<Person> byDistinctId(Project project, String distinctId) {
    Plan ids = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
    Plan own =
        new Plan.Filter(ids, new Expression.In(ids.column("distinct_id"), List.of(distinctId)));
    return store.run(project.id(), own).rows().stream()
        .findFirst()
        .flatMap(
            row ->
                row.get(1) instanceof Long number
                    ? one(project, new Plan.Scan(Datasets.PERSONS), PERSON, number)
                    : Optional.empty());
  }

  private Optional<Person> one(Project project, Plan all, String column, Object value) {
    Plan own = new Plan.Filter(all, new Expression.In(all.column(column), List.of(value)));
    return read(project, own).stream().findFirst();
  }

  private List<Person> read(Project project, Plan persons) {
    List<List<@Nullable Object>> rows = store.run(project.id(), persons).rows();
    Map<Object, List<String>> ids = distinctIds(project, rows);
    List<Person> read = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      if (row.get(0) instanceof Long number && row.get(2) instanceof Long createdAt) {
        read.add(
            new Person(
                number,
                String.valueOf(row.get(1)),
                Micros.toInstant(createdAt),
                Boolean.TRUE.equals(row.get(4)),
                row.get(5) instanceof Map<?, ?> properties ? properties : Map.of(),
                ids.getOrDefault(number, List.of())));
      }
    }
    return read;
  }

  private Map<Object, List<String>> distinctIds(
      Project project, List<List<@Nullable Object>> persons) {
    List<Object> numbers = new ArrayList<>();
    for (List<@Nullable Object> row : persons) {
      if (row.get(0) instanceof Long number) {
        numbers.add(number);
      }
    }
    Map<Object, List<String>> ids = new HashMap<>();
    if (numbers.isEmpty()) {
      return ids;
    }
    Plan all = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
    Plan own = new Plan.Filter(all, new Expression.In(all.column(PERSON), numbers));
    for (List<@Nullable Object> row : store.run(project.id(), own).rows()) {
      if (row.get(1) instanceof Long number) {
        ids.computeIfAbsent(number, n -> new ArrayList<>()).add(String.valueOf(row.get(0)));
      }
    }
    ids.values().forEach(list -> list.sort(null));
    return ids;
  }
}
