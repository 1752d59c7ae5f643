package dev.facet.oracle;

import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.oracle.Activity.Happening;
import dev.facet.store.Batch;
import dev.facet.store.Batch.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Visits of persons as they arrive: out of order, many at one time, half of them without a session,
 * some by persons that turn out to be others.
 */
record RandomHistory(List<Happening> events, List<Batch> batches) {
  static final Instant START = Instant.parse("2024-02-26T00:00:00Z");
  static final int DAYS = 6;
  static final long PERSONS = 30;

  private static final long MERGED = 4;
  private static final List<String> NAMES =
      List.of("$pageview", "$pageview", "buy", "$ad_view", "$ad_click", "$identify", "$set", "注文");
  private static final List<Object> SESSIONS = List.of("s1", "s2", "s3", "", 4L, "4", "ş");

  static RandomHistory of(long seed, int count) {
    return new Making(new Random(seed)).history(count);
  }

  private record Making(Random random) {

    RandomHistory history(int count) {
      List<Happening> events = new ArrayList<>();
      while (events.size() < count) {
        visit(1 + random.nextLong(PERSONS), events);
      }
      Collections.shuffle(events, random);
      List<Batch> batches = new ArrayList<>();
      int half = events.size() / 2;
      batches.add(new Batch(1, List.of(appended(events.subList(0, half)), persons(), members())));
      List<Change> later = new ArrayList<>();
      for (long gone = 1; gone <= MERGED; gone++) {
        later.add(new Change.Merge(1, gone, gone + MERGED));
      }
      List<Happening> owned = events.stream().map(Making::merged).toList();
      later.add(appended(owned.subList(half, events.size())));
      batches.add(new Batch(2, later));
      return new RandomHistory(owned, batches);
    }

    private static Happening merged(Happening event) {
      return event.person() > MERGED
          ? event
          : new Happening(
              event.uuid(),
              event.name(),
              event.time(),
              event.person() + MERGED,
              event.properties());
    }

    private void visit(long person, List<Happening> events) {
      long time = Micros.of(START) + random.nextLong(DAYS * 24) * Micros.HOUR;
      Object session = random.nextBoolean() ? SESSIONS.get(random.nextInt(SESSIONS.size())) : null;
      int length = 1 + random.nextInt(6);
      for (int i = 0; i < length; i++) {
        String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
        String name = NAMES.get(random.nextInt(NAMES.size()));
        events.add(new Happening(uuid, name, time, person, properties(session)));
        time += pause();
      }
    }

    private long pause() {
      return switch (random.nextInt(6)) {
        case 0 -> 0;
        case 1 -> 30 * Micros.MINUTE;
        case 2 -> 30 * Micros.MINUTE + 1;
        case 3 -> random.nextLong(Micros.SECOND * 3);
        case 4 -> random.nextLong(30) * Micros.MINUTE;
        default -> random.nextLong(Micros.DAY);
      };
    }

    private Map<String, @Nullable Object> properties(@Nullable Object session) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      if (session != null || random.nextBoolean()) {
        properties.put("$session_id", session);
      }
      add(properties, "activity_type", List.of("APP_VISIT", "EMAIL", ""));
      add(properties, "channel_id", List.of("web", "app", 17L, "17", "Ωmega", "𝒳"));
      add(properties, "channel_name", List.of("Web", "App"));
      add(properties, "$browser", List.of("Chrome", "chrome", "Firefox"));
      add(properties, "$geoip_city_name", List.of("İstanbul", "Paris", "paris"));
      add(properties, "$pathname", List.of("/", "/a.b", "/a+b", "/A+B"));
      add(
          properties,
          "goal_id",
          List.of("g1", "g2", 3L, "", List.of("g2", "g5", 3L, List.of("x")), List.of("")));
      add(properties, "revenue", List.of(10L, 2.5, "7", "seven", -4L, true));
      return properties;
    }

    private void add(Map<String, @Nullable Object> properties, String key, List<Object> values) {
      switch (random.nextInt(5)) {
        case 0, 1 -> {}
        case 2 -> properties.put(key, null);
        default -> properties.put(key, values.get(random.nextInt(values.size())));
      }
    }

    private static Change appended(List<Happening> events) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (Happening event : events) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(event.uuid());
        row.add(event.name());
        row.add("id " + event.person());
        row.add(event.time());
        row.add(event.person());
        row.add(event.time());
        row.add(event.properties());
        rows.add(row);
      }
      return new Change.Append(1, Datasets.EVENTS, rows);
    }

    private static Change persons() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (long person = 1; person <= PERSONS; person++) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(person);
        row.add(new UUID(1, person).toString());
        row.add(Micros.of(START));
        row.add(person % 2 == 0);
        row.add(false);
        row.add(Map.of("plan", person % 3 == 0 ? "pro" : "free"));
        rows.add(row);
      }
      return new Change.Upsert(1, Datasets.PERSONS, rows);
    }

    /** Persons whose numbers three divides are in the listed cohort. */
    private static Change members() {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (long person = 3; person <= PERSONS; person += 3) {
        rows.add(List.of(Places.LISTED, person));
      }
      return new Change.Upsert(1, Datasets.COHORT_PEOPLE, rows);
    }
  }
}
