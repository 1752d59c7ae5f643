package dev.facet.otql;

import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.PropertyRef;
import dev.facet.query.type.PropertyTypes;
import dev.facet.store.Batch;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random events, persons and cohorts, in all the ways that their values can be awkward. */
final class RandomTree {
  static final Instant NOW = Instant.parse("2024-11-06T15:20:30.123Z");
  static final long LISTED = 7;
  static final long COMPUTED = 8;
  private static final Instant START = Instant.parse("2024-09-28T22:00:00Z");
  private static final int PERSONS = 30;

  private static final List<String> NAMES =
      List.of("$pageview", "purchase", "signup", "$identify", "achat réglé");
  private static final List<Object> CHANNELS = List.of(1L, 2L, "2", "web", 2419L);
  private static final List<Object> TAGS =
      List.of(
          List.of("a", "b"),
          List.of("b", "b", 3L),
          Arrays.asList("a", null, true),
          List.of(),
          List.of(Map.of("k", "a"), "z 10", "Blue-Green"),
          "a",
          "Green blue",
          7L,
          Map.of("a", "b"));
  private static final List<Object> REVENUES =
      List.of(10L, 2.5, "7", "none", -3L, List.of(1L, 2L), 100L);
  private static final List<Object> URLS =
      List.of("https://Shop.example/a-b", "https://shop.example/Été", "", "/x");
  private static final List<Object> WHENS =
      List.of("2024-10-03", "2024-10-03T05:30:00Z", "soon", "2024-11-01T00:00:00+02:00");

  final List<List<@Nullable Object>> events = new ArrayList<>();
  final List<List<@Nullable Object>> persons = new ArrayList<>();
  final List<List<@Nullable Object>> ids = new ArrayList<>();
  final List<List<@Nullable Object>> members = new ArrayList<>();
  private final Random random;

  RandomTree(long seed) {
    random = new Random(seed);
    for (long person = 1; person <= PERSONS; person++) {
      add(person);
    }
  }

  /** What is defined beside the data. */
  static Definitions definitions() {
    Filter women =
        new Filter.Compare(
            new PropertyRef(PropertyRef.Source.PERSON, "gender"),
            Filter.Operator.EXACT,
            List.of("f"));
    Map<Long, Cohort> cohorts =
        Map.of(
            LISTED,
            new Cohort(LISTED, "listed", new Cohort.Rule.Listed())
                .at(Instant.parse("2024-10-01T00:00:00Z"), NOW),
            COMPUTED,
            new Cohort(COMPUTED, "women", new Cohort.Rule.Computed(new Criterion.Has(women)))
                .at(Instant.parse("2024-10-02T00:00:00Z"), NOW));
    PropertyTypes types =
        new PropertyTypes(
            Map.of(),
            Map.of(
                PropertyTypes.EVENT, Set.of("$browser", "$os", "plan name"),
                PropertyTypes.PERSON, Set.of("gender", "email")));
    return new Definitions(
        ZoneId.of("Australia/Lord_Howe"),
        DayOfWeek.SUNDAY,
        Filter.ALL,
        cohorts,
        Map.of(),
        types,
        List.of(),
        Map.of(),
        Definitions.Tenant.NONE,
        null);
  }

  Batch batch() {
    return new Batch(
        1,
        List.of(
            new Batch.Change.Append(1, Datasets.EVENTS, events),
            new Batch.Change.Upsert(1, Datasets.PERSONS, persons),
            new Batch.Change.Upsert(1, Datasets.PERSON_DISTINCT_IDS, ids),
            new Batch.Change.Upsert(1, Datasets.COHORT_PEOPLE, members)));
  }

  private void add(long person) {
    List<String> names = new ArrayList<>(List.of("zz " + person));
    if (random.nextBoolean()) {
      names.add("anon " + person);
    }
    names.forEach(name -> ids.add(List.of(name, person)));
    long earliest = Micros.of(START) + random.nextLong(20 * Micros.DAY);
    long time = earliest;
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      events.add(event(person, names.get(random.nextInt(names.size())), time));
      time += pause();
    }
    persons.add(
        Arrays.asList(
            person,
            new UUID(random.nextLong(), person).toString(),
            earliest,
            true,
            false,
            traits()));
    if (random.nextInt(3) == 0) {
      members.add(List.of(LISTED, person));
    }
  }

  private long pause() {
    return switch (random.nextInt(5)) {
      case 0 -> 1 + random.nextLong(5 * Micros.DAY);
      case 1 -> 30 * Micros.MINUTE;
      case 2 -> 30 * Micros.MINUTE + 1;
      case 3 -> random.nextLong(20 * Micros.MINUTE) + 1;
      default -> Micros.HOUR;
    };
  }

  private List<@Nullable Object> event(long person, String id, long time) {
    return Arrays.asList(
        new UUID(random.nextLong(), random.nextLong()).toString(),
        pick(NAMES),
        id,
        time,
        person,
        time,
        properties());
  }

  private Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    add(all, 4, "channel_id", pick(CHANNELS));
    add(all, 5, "tags", pick(TAGS));
    add(all, 5, "revenue", pick(REVENUES));
    add(all, 6, "$current_url", pick(URLS));
    add(all, 5, "when", pick(WHENS));
    add(all, 3, "$session_id", "s" + random.nextInt(3));
    add(all, 2, "goal_id", "g" + random.nextInt(3));
    add(all, 2, "activity_type", pick(List.of("APP_VISIT", "SITE_VISIT")));
    add(all, 6, "$browser", pick(List.of("Chrome", "Firefox")));
    add(all, 5, "$os", pick(List.of("Linux", "")));
    add(all, 6, "plan name", pick(List.of("pro", "free")));
    add(all, 6, "flag", random.nextBoolean());
    add(all, 2, "name", "hidden by the fixed field");
    return all;
  }

  private Map<String, @Nullable Object> traits() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    if (random.nextInt(5) > 0) {
      add(all, 6, "gender", pick(List.of("f", "m")));
      add(all, 6, "age", (Object) (20L + random.nextInt(5)));
      add(all, 6, "email", pick(List.of("Ada@Example.com", "b@example.com", "", 5L)));
      add(all, 5, "interests", pick(TAGS));
    }
    return all;
  }

  private void add(Map<String, @Nullable Object> all, int often, String key, Object value) {
    int chance = random.nextInt(8);
    if (chance < often) {
      all.put(key, value);
    } else if (chance == 7 && !key.equals("gender")) {
      all.put(key, null);
    }
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
