package dev.facet.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.form.FilterForm;
import dev.facet.form.QueryForm;
import dev.facet.model.Micros;
import dev.facet.model.Values;
import dev.facet.query.Action;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Query;
import dev.facet.store.Batch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One folder of {@code src/test/resources/cases}: a story, the project it is told in, its events,
 * the question and, kept beside them, everything that is made of it on the way to the answer.
 */
record CaseFolder(Path path) {
  static final ObjectMapper JSON =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  static List<CaseFolder> all() {
    try (var folders = Files.list(Path.of("src/test/resources/cases"))) {
      return folders.filter(Files::isDirectory).sorted().map(CaseFolder::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The instant the question is asked at. */
  Instant now() {
    return Instant.parse(project().path("now").asText());
  }

  Definitions definitions() {
    String weekStart = project().path("week_start").asText("sunday").toUpperCase(Locale.ROOT);
    return new Definitions(
        ZoneId.of(project().path("timezone").asText("UTC")),
        DayOfWeek.valueOf(weekStart),
        FilterForm.read(project().get("test_account_filters"), "test_account_filters"),
        cohorts(),
        actions());
  }

  private Map<Long, Cohort> cohorts() {
    Map<Long, Cohort> cohorts = new LinkedHashMap<>();
    for (JsonNode node : project().path("cohorts")) {
      long id = node.get("id").asLong();
      Cohort.Rule rule =
          node.has("distinct_ids")
              ? new Cohort.Rule.Listed()
              : new Cohort.Rule.Computed(criterion(node));
      cohorts.put(id, new Cohort(id, node.get("name").asText(), rule));
    }
    return cohorts;
  }

  private static Criterion criterion(JsonNode node) {
    if (node.has("any")) {
      List<Criterion> parts = new ArrayList<>();
      node.get("any").forEach(part -> parts.add(criterion(part)));
      return new Criterion.Any(parts);
    }
    return node.has("has")
        ? new Criterion.Has(FilterForm.read(node.get("has"), "has"))
        : new Criterion.Did(
            node.get("did").asText(),
            null,
            Filter.ALL,
            null,
            Cohort.Times.AT_LEAST,
            node.get("at_least").asInt());
  }

  private Map<Long, Action> actions() {
    Map<Long, Action> actions = new LinkedHashMap<>();
    for (JsonNode node : project().path("actions")) {
      List<Action.Step> steps = new ArrayList<>();
      for (JsonNode step : node.get("steps")) {
        Filter filter = FilterForm.read(step.get("properties"), "properties");
        steps.add(new Action.Step(step.get("event").asText(), filter));
      }
      long id = node.get("id").asLong();
      actions.put(id, new Action(id, node.get("name").asText(), steps));
    }
    return actions;
  }

  private JsonNode project() {
    return json("project.json");
  }

  Query query() {
    return QueryForm.read(json("query.json"), "query");
  }

  /**
   * The events and their persons, as a store takes them: one person for each distinct id, unless
   * the event names its {@code person}.
   */
  Batch batch() {
    Map<String, Long> persons = new LinkedHashMap<>();
    Map<String, Long> born = new LinkedHashMap<>();
    Map<String, Map<String, @Nullable Object>> properties = new LinkedHashMap<>();
    List<List<@Nullable Object>> events = new ArrayList<>();
    for (String line : read("events.ndjson").split("\n")) {
      Map<?, ?> event = object(line);
      String id = String.valueOf(event.get("distinct_id"));
      String owner = event.get("person") instanceof String named ? named : id;
      long person = persons.computeIfAbsent(owner, k -> (long) persons.size() + 1);
      List<@Nullable Object> row = row(event, id, person, events.size());
      born.merge(owner, (Long) java.util.Objects.requireNonNull(row.get(3)), Math::min);
      events.add(row);
      if (event.get("$set") instanceof Map<?, ?> set) {
        set.forEach(
            (k, v) ->
                properties.computeIfAbsent(owner, x -> new LinkedHashMap<>()).put((String) k, v));
      }
    }
    List<List<@Nullable Object>> people = new ArrayList<>();
    persons.forEach(
        (id, person) ->
            people.add(
                person(
                    id, person, born.getOrDefault(id, 0L), properties.getOrDefault(id, Map.of()))));
    List<Batch.Change> changes = new ArrayList<>();
    changes.add(new Batch.Change.Append(1, Datasets.EVENTS, events));
    changes.add(new Batch.Change.Upsert(1, Datasets.PERSONS, people));
    addPresent(changes, Datasets.GROUPS, groups());
    addPresent(changes, Datasets.COHORT_PEOPLE, members(persons));
    return new Batch(1, changes);
  }

  private static void addPresent(
      List<Batch.Change> changes, Dataset dataset, List<List<@Nullable Object>> rows) {
    if (!rows.isEmpty()) {
      changes.add(new Batch.Change.Upsert(1, dataset, rows));
    }
  }

  private List<List<@Nullable Object>> groups() {
    List<List<@Nullable Object>> groups = new ArrayList<>();
    for (JsonNode node : project().path("groups")) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(node.get("index").asLong());
      row.add(node.get("key").asText());
      row.add(0L);
      row.add(object(node.get("properties").toString()));
      groups.add(row);
    }
    return groups;
  }

  private List<List<@Nullable Object>> members(Map<String, Long> persons) {
    List<List<@Nullable Object>> members = new ArrayList<>();
    for (JsonNode cohort : project().path("cohorts")) {
      for (JsonNode id : cohort.path("distinct_ids")) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(cohort.get("id").asLong());
        row.add(persons.get(id.asText()));
        members.add(row);
      }
    }
    return members;
  }

  private static List<@Nullable Object> row(Map<?, ?> event, String id, long person, int number) {
    long time = Micros.of(OffsetDateTime.parse(String.valueOf(event.get("timestamp"))).toInstant());
    List<@Nullable Object> row = new ArrayList<>();
    row.add(String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number));
    row.add(event.get("event"));
    row.add(id);
    row.add(time);
    row.add(person);
    row.add(time);
    row.add(event.get("properties") == null ? Map.of() : event.get("properties"));
    return row;
  }

  private static List<@Nullable Object> person(
      String id, long person, long born, Map<String, @Nullable Object> properties) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(person);
    row.add(java.util.UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString());
    row.add(born);
    row.add(true);
    row.add(false);
    row.add(properties);
    return row;
  }

  private static Map<?, ?> object(String json) {
    try {
      return (Map<?, ?>)
          java.util.Objects.requireNonNull(Values.canonical(JSON.readValue(json, Map.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json(String file) {
    try {
      return JSON.readTree(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  String read(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String text) {
    try {
      Files.writeString(path.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
