package dev.facet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.ingest.learn.Lessons;
import dev.facet.model.Event;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events teach, and who is in listed cohorts, through journal, applier and stores. */
class LessonsTest {
  private static final Map<String, Object> NONE = Map.of();
  private static final List<Dataset> LEARNED =
      List.of(
          Datasets.GROUPS,
          Datasets.GROUP_TYPES,
          Datasets.COHORT_PEOPLE,
          Datasets.EVENT_DEFINITIONS,
          Datasets.PROPERTY_DEFINITIONS,
          Datasets.PROPERTY_NESTING);

  @TempDir Path data;

  @Test
  void types_of_groups_get_indexes_in_the_order_they_come() throws IOException {
    Map<String, Object> many = new HashMap<>();
    Story story = new Story();
    for (String type : List.of("company", "team", "office", "floor", "desk", "drawer")) {
      many.put(type, type + " 1");
      story.then("view", "a", Map.of("$groups", Map.of(type, type + " 1")));
    }
    story.then("view", "b", Map.of("$groups", many));
    Store store = told(story);
    assertThat(rows(store, Datasets.GROUP_TYPES))
        .containsExactlyInAnyOrder(
            List.of("company", 0L),
            List.of("team", 1L),
            List.of("office", 2L),
            List.of("floor", 3L),
            List.of("desk", 4L));
    List<Map<?, ?>> events = properties(store);
    assertThat(events.get(1).get("$group_1")).isEqualTo("team 1");
    assertThat(events.get(5)).isEqualTo(Map.of("$groups", Map.of("drawer", "drawer 1")));
    assertThat(events.get(6).get("$group_0")).isEqualTo("company 1");
    assertThat(events.get(6).get("$group_4")).isEqualTo("desk 1");
    assertThat(rows(store, Datasets.GROUPS)).isEmpty();
  }

  @Test
  void what_is_said_of_a_group_is_laid_over_what_was_said_before() throws IOException {
    Store store =
        told(
            new Story()
                .at(50, "$groupidentify", "a", group("company", "acme", Map.of("plan", "free")))
                .at(20, "$groupidentify", "a", group("company", "acme", Map.of("size", 7L)))
                .at(90, "$groupidentify", "a", group("company", "acme", Map.of("plan", "pro")))
                .at(95, "$groupidentify", "a", group("company", 17L, Map.of()))
                .at(96, "$groupidentify", "a", Map.of("$group_type", "company"))
                .at(97, "$groupidentify", "a", Map.of("$group_key", "acme")));
    assertThat(rows(store, Datasets.GROUPS))
        .containsExactlyInAnyOrder(
            List.of(0L, "acme", micros(20), Map.of("plan", "pro", "size", 7L)),
            List.of(0L, "17", micros(95), Map.of()));
    assertThat(types(store))
        .containsEntry("group_0 plan", "String")
        .containsEntry("group_0 size", "Numeric");
  }

  private static Map<String, Object> group(String type, Object key, Map<String, Object> set) {
    return Map.of("$group_type", type, "$group_key", key, "$group_set", set);
  }

  @Test
  void types_of_properties_are_recognised_and_widen_to_text() throws IOException {
    Map<String, @Nullable Object> first = new HashMap<>();
    first.put("number", 5L);
    first.put("fraction", 0.5);
    first.put("truth", true);
    first.put("said", "false");
    first.put("day", "2026-01-31");
    first.put("instant", "2026-01-31T10:00:00.123Z");
    first.put("text", "10");
    first.put("list", List.of(1L));
    first.put("nothing", null);
    first.put("empty", "");
    first.put("mixed", 5L);
    first.put("late", null);
    Store store =
        told(
            new Story()
                .then("view", "a", first)
                .then("view", "a", Map.of("mixed", "five", "late", 2L, "number", 7.5, "empty", ""))
                .then(
                    "$set", "a", Map.of("$set", Map.of("age", 5L), "$set_once", Map.of("x", "y"))));
    assertThat(types(store))
        .containsEntry("event number", "Numeric")
        .containsEntry("event fraction", "Numeric")
        .containsEntry("event truth", "Boolean")
        .containsEntry("event said", "Boolean")
        .containsEntry("event day", "DateTime")
        .containsEntry("event instant", "DateTime")
        .containsEntry("event text", "String")
        .containsEntry("event list", "String")
        .containsEntry("event nothing", null)
        .containsEntry("event empty", null)
        .containsEntry("event mixed", "String")
        .containsEntry("event late", "Numeric")
        .containsEntry("person age", "Numeric")
        .containsEntry("person x", "String")
        .doesNotContainKey("event $set");
  }

  @Test
  void a_property_is_plain_until_a_value_is_a_list_an_object_or_a_text_like_one()
      throws IOException {
    Map<String, @Nullable Object> first = new HashMap<>();
    List.of("list", "object", "text", "braces", "null").forEach(name -> first.put(name, null));
    first.put("plain", " [1]");
    Map<String, @Nullable Object> second = new HashMap<>(first);
    second.put("list", List.of());
    second.put("object", Map.of());
    second.put("text", "[");
    second.put("braces", "{}");
    second.put("$set", Map.of("tags", List.of("a"), "name", "Ada"));
    Store store = told(new Story().then("view", "a", first).then("view", "a", second));
    assertThat(rows(store, Datasets.PROPERTY_NESTING))
        .containsExactlyInAnyOrder(
            List.of("event", "list", true),
            List.of("event", "object", true),
            List.of("event", "text", true),
            List.of("event", "braces", true),
            List.of("event", "null", false),
            List.of("event", "plain", false),
            List.of("person", "tags", true),
            List.of("person", "name", false));
  }

  @Test
  void of_properties_seen_before_nesting_was_learned_nothing_is_said() throws IOException {
    Store store = new MemoryStore();
    List<@Nullable Object> old = Arrays.asList("event", "old", "String", micros(0), micros(0));
    store.apply(
        new Batch(
            1,
            List.of(
                new Batch.Change.Upsert(
                    Story.PROJECT, Datasets.PROPERTY_DEFINITIONS, List.of(old)))));
    Lessons lessons = new Lessons(store);
    lessons.learn(
        Story.PROJECT, new Story().then("view", "a", Map.of("old", "x", "new", "x")).events());
    store.apply(new Batch(2, lessons.changes()));
    assertThat(rows(store, Datasets.PROPERTY_NESTING))
        .containsExactly(List.of("event", "new", false));
    lessons.matter();
    lessons.learn(
        Story.PROJECT, new Story(8, 0).then("view", "a", Map.of("new", List.of("x"))).events());
    assertThat(lessons.matter()).isTrue();
  }

  @Test
  void names_know_the_hours_they_were_seen_first_and_last() throws IOException {
    Store store =
        told(
            new Story()
                .at(0, "view", "a", Map.of("x", 1L))
                .at(-3 * 3600 - 5, "view", "a", NONE)
                .at(2 * 3600 + 700, "view", "a", Map.of("x", 1L)));
    assertThat(rows(store, Datasets.EVENT_DEFINITIONS))
        .containsExactly(List.of("view", micros(-4 * 3600), micros(2 * 3600)));
    assertThat(rows(store, Datasets.PROPERTY_DEFINITIONS))
        .containsExactly(List.of("event", "x", "Numeric", micros(0), micros(2 * 3600)));
  }

  @Test
  void only_what_questions_depend_on_makes_definitions_anew() throws IOException {
    try (Ingest ingest = Ingest.open(data, new MemoryStore())) {
      ingest.accept(Story.PROJECT, new Story(1, 0).then("view", "a", Map.of("x", 1L)).events());
      ingest.flush();
      long after = ingest.taught();
      assertThat(after).isPositive();
      ingest.accept(
          Story.PROJECT, new Story(2, 0).at(9000, "other", "a", Map.of("x", 2L)).events());
      ingest.flush();
      assertThat(ingest.taught()).isEqualTo(after);
      ingest.accept(Story.PROJECT, new Story(3, 0).then("view", "a", Map.of("y", 1L)).events());
      ingest.flush();
      assertThat(ingest.taught()).isGreaterThan(after);
    }
  }

  @Test
  void members_are_found_by_distinct_id_uuid_and_number_and_nobody_else() throws IOException {
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store)) {
      ingest.accept(Story.PROJECT, three());
      String uuid = PersonRules.uuid(Story.PROJECT, "b").toString();
      ingest.addMembers(Story.PROJECT, 9, List.of("a", "nobody"), List.of(uuid, "77", "x"));
      ingest.flush();
      assertThat(rows(store, Datasets.COHORT_PEOPLE))
          .containsExactlyInAnyOrder(List.of(9L, 1L), List.of(9L, 2L));
      ingest.addMembers(Story.PROJECT, 8, List.of("a", "a"), List.of(uuid, "3"));
      ingest.addMembers(Story.PROJECT, 9, List.of(), List.of());
      ingest.accept(Story.PROJECT, new Story(5, 0).then("view", "nobody", NONE).events());
      ingest.flush();
      assertThat(rows(store, Datasets.COHORT_PEOPLE))
          .containsExactlyInAnyOrder(
              List.of(9L, 1L), List.of(9L, 2L), List.of(8L, 1L), List.of(8L, 2L), List.of(8L, 3L));
    }
  }

  private static List<Event> three() {
    return new Story()
        .then("view", "a", NONE)
        .then("view", "b", NONE)
        .then("view", "c", NONE)
        .events();
  }

  @Test
  void persons_who_merge_stay_in_the_cohorts_of_both() throws IOException {
    List<Event> merge =
        new Story(4, 0).then("$merge_dangerously", "b", Map.of("alias", "a")).events();
    for (boolean flushed : new boolean[] {true, false}) {
      Store store = new MemoryStore();
      try (Ingest ingest = Ingest.open(data.resolve("flushed " + flushed), store)) {
        ingest.accept(Story.PROJECT, three());
        ingest.addMembers(Story.PROJECT, 1, List.of("a"), List.of());
        ingest.addMembers(Story.PROJECT, 2, List.of("a", "b"), List.of());
        if (flushed) {
          ingest.flush();
        }
        ingest.accept(Story.PROJECT, merge);
        ingest.addMembers(Story.PROJECT, 3, List.of("a"), List.of());
        ingest.flush();
      }
      assertThat(rows(store, Datasets.COHORT_PEOPLE))
          .containsExactlyInAnyOrder(List.of(1L, 2L), List.of(2L, 2L), List.of(3L, 2L));
    }
  }

  @Test
  void a_store_filled_again_knows_the_same_on_every_engine() throws IOException {
    Store live = new MemoryStore();
    for (int run = 0; run < 3; run++) {
      try (Ingest ingest = Ingest.open(data, live)) {
        send(ingest, new Random(run));
      }
    }
    DuckDbSettings small = new DuckDbSettings(2, 2, 256, 64, 5, java.time.Duration.ofSeconds(60));
    Store memory = new MemoryStore();
    try (Store duckdb = DuckDbStore.open(data.resolve("store"), small)) {
      for (Store rebuilt : List.of(memory, duckdb)) {
        try (Ingest ingest = Ingest.open(data, rebuilt)) {
          ingest.flush();
        }
        for (Dataset dataset : LEARNED) {
          assertThat(rows(rebuilt, dataset))
              .as(dataset.name() + " in " + rebuilt)
              .isNotEmpty()
              .isEqualTo(rows(live, dataset));
        }
      }
    }
  }

  private static void send(Ingest ingest, Random random) {
    for (int request = 0; request < 30; request++) {
      Story story = new Story(random.nextLong(), 0);
      for (int i = random.nextInt(4); i >= 0; i--) {
        String id = "u" + random.nextInt(9);
        String key = "k" + random.nextInt(4);
        String type = "t" + random.nextInt(7);
        Map<String, Object> set = Map.of("p" + random.nextInt(3), random.nextLong());
        switch (random.nextInt(4)) {
          case 0 -> story.then("$groupidentify", id, group(type, key, set));
          case 1 -> story.then("$merge_dangerously", id, Map.of("alias", "u" + random.nextInt(9)));
          case 2 ->
              story.at(random.nextInt(90_000), "view", id, Map.of("$groups", Map.of(type, key)));
          default -> story.then("n" + random.nextInt(5), id, random.nextBoolean() ? set : NONE);
        }
      }
      ingest.accept(Story.PROJECT, story.events());
      ingest.addMembers(
          Story.PROJECT,
          1 + random.nextInt(2),
          List.of("u" + random.nextInt(12)),
          List.of(PersonRules.uuid(Story.PROJECT, "u" + random.nextInt(9)).toString()));
      if (random.nextInt(5) == 0) {
        ingest.flush();
      }
    }
  }

  private Store told(Story story) throws IOException {
    Store store = new MemoryStore();
    try (Ingest ingest = Ingest.open(data, store)) {
      for (Event event : story.events()) {
        ingest.accept(Story.PROJECT, List.of(event));
        if (event.uuid().getLeastSignificantBits() % 2 == 0) {
          ingest.flush();
        }
      }
      ingest.flush();
    }
    return store;
  }

  private static List<Map<?, ?>> properties(Store store) {
    List<Map<?, ?>> properties = new ArrayList<>();
    for (List<@Nullable Object> row : table(store, Datasets.EVENTS).rows()) {
      properties.add((Map<?, ?>) row.get(Datasets.EVENTS.indexOf("properties")));
    }
    return properties;
  }

  private static Map<String, @Nullable Object> types(Store store) {
    Map<String, @Nullable Object> types = new HashMap<>();
    for (List<@Nullable Object> row : rows(store, Datasets.PROPERTY_DEFINITIONS)) {
      types.put(row.get(0) + " " + row.get(1), row.get(2));
    }
    return types;
  }

  private static Table table(Store store, Dataset dataset) {
    return store.run(Story.PROJECT, new Plan.Scan(dataset));
  }

  private static List<List<@Nullable Object>> rows(Store store, Dataset dataset) {
    return table(store, dataset).rows().stream()
        .sorted(Comparator.comparing(row -> Arrays.toString(row.toArray())))
        .toList();
  }

  private static long micros(long second) {
    return Instant.parse("2026-03-01T12:00:00Z").plusSeconds(second).getEpochSecond() * 1_000_000;
  }
}
