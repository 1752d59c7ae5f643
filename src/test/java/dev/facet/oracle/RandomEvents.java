package dev.facet.oracle;

import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.store.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Events as the world sends them: text where a number is meant, values missing, null, empty,
 * nested, in any script.
 */
record RandomEvents(RandomGenerator random) {
  static final List<String> NAMES = List.of("$pageview", "signup", "achat réglé", "注文");
  static final List<String> KEYS =
      List.of("$browser", "prop", "flag", "url", "when", "tags", "$session_id");
  static final Instant START = Instant.parse("2024-10-25T00:00:00Z");
  static final int DAYS = 45;
  static final int PERSONS = 40;

  private static final List<Object> TEXTS =
      List.of(
          "Chrome",
          "chrome",
          "Firefox",
          "",
          "ŞİŞLİ",
          "straße",
          "Ωmega",
          "a'b\"c\\d",
          "%_",
          "日本",
          "10",
          "10.0",
          " 7 ");
  private static final List<Object> URLS =
      List.of("https://a.example/", "https://a.example", "https://a.example/?", "/x#", "/");
  private static final List<Object> TIMES =
      List.of(
          "2024-11-03",
          "2024-11-03T05:30:00Z",
          "2024-11-03T01:30:00-05:00",
          "2024-11-04 08:00:00",
          "soon");

  private static final List<Object> ELEMENTS =
      List.of(
          "a.btn.link:attr__href=\"/x\"href=\"/x\"nth-child=\"1\"text=\"Go; \\\"now\\\"\";div:nth-child=\"2\"",
          "button:attr__id=\"buy\"attr_id=\"buy\"text=\"Kaufen\";form.pay",
          "div");
  private static final List<Object> DOMAINS =
      List.of("$direct", "www.google.com", "m.facebook.com", "example.org", "");

  Batch batch(int count) {
    List<List<@Nullable Object>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event());
    }
    List<List<@Nullable Object>> persons = new ArrayList<>();
    for (long person = 1; person <= PERSONS; person++) {
      persons.add(person(person));
    }
    return new Batch(
        1,
        List.of(
            new Batch.Change.Append(1, Datasets.EVENTS, events),
            new Batch.Change.Upsert(1, Datasets.PERSONS, persons),
            new Batch.Change.Upsert(1, Datasets.GROUPS, groups()),
            new Batch.Change.Upsert(1, Datasets.COHORT_PEOPLE, members()),
            new Batch.Change.Append(2, Datasets.EVENTS, events)));
  }

  private List<List<@Nullable Object>> groups() {
    List<List<@Nullable Object>> groups = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add((long) (i % 2));
      row.add("org " + i);
      row.add(Micros.of(START));
      row.add(properties());
      groups.add(row);
    }
    return groups;
  }

  private List<List<@Nullable Object>> members() {
    List<List<@Nullable Object>> members = new ArrayList<>();
    for (long person = 1; person <= PERSONS; person += 3) {
      members.add(List.of(Places.LISTED, person));
    }
    return members;
  }

  private List<@Nullable Object> event() {
    long person = 1 + random.nextInt(PERSONS);
    long time = Micros.of(START) + random.nextLong(DAYS * Micros.DAY);
    if (random.nextInt(3) == 0) {
      time -= time % Micros.HOUR;
    }
    List<@Nullable Object> row = new ArrayList<>();
    row.add(new UUID(random.nextLong(), random.nextLong()).toString());
    row.add(pick(NAMES));
    row.add("id " + person);
    row.add(time);
    row.add(person);
    row.add(time);
    row.add(properties());
    return row;
  }

  private List<@Nullable Object> person(long person) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(person);
    row.add(new UUID(1, person).toString());
    row.add(Micros.of(START));
    row.add(true);
    row.add(false);
    row.add(properties());
    return row;
  }

  private Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    add(properties, "$browser", pick(TEXTS));
    add(properties, "prop", number());
    add(properties, "flag", random.nextBoolean());
    add(properties, "url", pick(URLS));
    add(properties, "when", pick(TIMES));
    add(properties, "tags", List.of("a", 1L, Map.of("k", "ü")));
    add(properties, "$session_id", "s" + random.nextInt(300));
    add(properties, "$group_0", "org " + random.nextInt(7));
    add(properties, "$elements_chain", pick(ELEMENTS));
    add(properties, "$current_url", pick(URLS));
    add(properties, "$referring_domain", pick(DOMAINS));
    add(properties, "utm_medium", pick(List.of("cpc", "email", "", "Referral", "paid-x")));
    return properties;
  }

  private void add(Map<String, @Nullable Object> properties, String key, Object value) {
    switch (random.nextInt(8)) {
      case 0 -> {}
      case 1 -> properties.put(key, null);
      default -> properties.put(key, value);
    }
  }

  private Object number() {
    return switch (random.nextInt(6)) {
      case 0 -> (Object) random.nextLong(-5, 50);
      case 1 -> random.nextLong(0, 5) + 0.25;
      case 2 -> "" + random.nextInt(20);
      case 3 -> "-1.5e1";
      case 4 -> "many";
      default -> 3L;
    };
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
