package dev.facet.hogql;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.Datasets;
import dev.facet.dataset.SocialDatasets;
import dev.facet.model.Micros;
import dev.facet.query.Action;
import dev.facet.query.Cohort;
import dev.facet.query.Definitions;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.Filter;
import dev.facet.query.PropertyRef;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import dev.facet.store.Batch;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small shop: four persons, twelve events on three days of March 2024 in Berlin (one hour before
 * UTC), small enough to count by hand. The table stands in {@code
 * src/test/resources/hogql/shop.md}.
 */
final class Shop {
  static final Instant NOW = Instant.parse("2024-03-12T10:00:00Z");
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final List<List<@Nullable Object>> events = new ArrayList<>();

  static Definitions definitions() {
    Filter staff =
        new Filter.Compare(
            new PropertyRef(PropertyRef.Source.PERSON, "email"),
            Filter.Operator.NOT_ICONTAINS,
            List.of("@shop.example"));
    return new Definitions(
        ZONE,
        DayOfWeek.MONDAY,
        staff,
        Map.of(
            7L, new Cohort(7, "Payers", new Cohort.Rule.Listed()),
            8L, new Cohort(8, "Nobody", new Cohort.Rule.Listed())),
        Map.of(3L, new Action(3, "Bought", List.of(new Action.Step("purchase", Filter.ALL)))),
        new PropertyTypes(
            Map.of(
                PropertyTypes.EVENT,
                Map.of(
                    "price", PropertyType.NUMERIC,
                    "paid", PropertyType.BOOLEAN,
                    "due", PropertyType.DATE_TIME,
                    "$browser", PropertyType.STRING),
                PropertyTypes.PERSON,
                Map.of("age", PropertyType.NUMERIC))),
        List.of("company"),
        Map.of(
            "browser", new Variable("v1", "browser", Variable.Kind.STRING, "Chrome"),
            "least", new Variable("v2", "least", Variable.Kind.NUMBER, 20L)),
        Definitions.Tenant.NONE,
        null);
  }

  static Batch batch() {
    Shop shop = new Shop();
    shop.fill();
    return new Batch(
        1,
        List.of(
            new Batch.Change.Append(1, Datasets.EVENTS, shop.events),
            new Batch.Change.Upsert(1, Datasets.PERSONS, persons()),
            new Batch.Change.Upsert(1, Datasets.PERSON_DISTINCT_IDS, ids()),
            new Batch.Change.Upsert(
                1,
                Datasets.GROUPS,
                List.of(
                    row(0L, "acme", at("2024-03-01T00:00:00Z"), object("plan", "pro", "seats", 5L)),
                    row(0L, "bolt", at("2024-03-02T00:00:00Z"), object("plan", "free")))),
            new Batch.Change.Upsert(1, Datasets.COHORT_PEOPLE, List.of(row(7L, 1L), row(7L, 2L))),
            new Batch.Change.Upsert(1, SocialDatasets.PROFILE_SNAPSHOTS, ShopRecords.profiles()),
            new Batch.Change.Upsert(1, SocialDatasets.POSTS, ShopRecords.posts()),
            new Batch.Change.Upsert(1, SocialDatasets.POST_SNAPSHOTS, ShopRecords.postSnapshots()),
            new Batch.Change.Upsert(1, SocialDatasets.CLICKS, ShopRecords.clicks()),
            new Batch.Change.Upsert(1, BusinessDatasets.CUSTOMERS, ShopRecords.customers()),
            new Batch.Change.Upsert(1, BusinessDatasets.SUBSCRIPTIONS, ShopRecords.subscriptions()),
            new Batch.Change.Upsert(1, BusinessDatasets.INVOICES, ShopRecords.invoices())));
  }

  private static List<List<@Nullable Object>> persons() {
    return List.of(
        person(1, "2024-03-09T23:30:00Z", object("email", "ada@x.org", "name", "Ada", "age", 36L)),
        person(2, "2024-03-10T09:00:00Z", object("email", "bob@x.org", "age", 41L, "vip", true)),
        person(3, "2024-03-11T07:00:00Z", object("email", "cleo@shop.example")),
        person(4, "2024-03-11T12:00:00Z", object()));
  }

  private static List<List<@Nullable Object>> ids() {
    return List.of(
        row("ada", 1L), row("ada-phone", 1L), row("bob", 2L), row("cleo", 3L), row("dan", 4L));
  }

  private void fill() {
    // a Sunday in Berlin: 2024-03-10
    event(new Who("ada", 1, "s1"), 1, "$pageview", "2024-03-09T23:30:00Z", page("Chrome", "/"));
    event(
        new Who("ada", 1, "s1"), 2, "$pageview", "2024-03-09T23:40:00Z", page("Chrome", "/shoes"));
    event(
        new Who("ada", 1, "s1"),
        3,
        "purchase",
        "2024-03-09T23:50:00Z",
        object("price", 30L, "paid", true, "tags", List.of("red", "new"), "$browser", "Chrome"));
    event(new Who("bob", 2, "s2"), 4, "$pageview", "2024-03-10T09:00:00Z", page("Firefox", "/"));
    event(
        new Who("bob", 2, "s2"),
        5,
        "purchase",
        "2024-03-10T09:30:00Z",
        object("price", 12.5, "paid", false, "due", "2024-03-20", "$browser", "Firefox"));
    // Monday
    event(new Who("cleo", 3, "s3"), 6, "$pageview", "2024-03-11T07:00:00Z", page("Chrome", "/"));
    event(
        new Who("ada-phone", 1, "s4"),
        7,
        "$pageview",
        "2024-03-11T08:00:00Z",
        page("Safari", "/hats"));
    event(
        new Who("ada-phone", 1, "s4"),
        8,
        "purchase",
        "2024-03-11T08:10:30Z",
        object(
            "price",
            7L,
            "paid",
            true,
            "cart",
            object("items", List.of(object("sku", "h-1"), object("sku", "h-2")), "total", 7L)));
    event(new Who("dan", 4, null), 9, "$pageview", "2024-03-11T12:00:00Z", page("", "/"));
    event(
        new Who("dan", 4, null),
        10,
        "rate",
        "2024-03-11T13:00:00Z",
        object("stars", "4", "text", "it's \"ok\" \\ fine"));
    // Tuesday
    event(
        new Who("bob", 2, "s5"),
        11,
        "$pageview",
        "2024-03-12T08:00:00Z",
        page("Firefox", "/shoes"));
    event(
        new Who("bob", 2, "s5"),
        12,
        "rate",
        "2024-03-12T08:30:00.5Z",
        object("stars", "x", "a b", "blank", "日本", "値"));
  }

  private static Map<String, @Nullable Object> page(String browser, String path) {
    return object(
        "$browser",
        browser,
        "$current_url",
        "https://shop.example" + path,
        "$pathname",
        path,
        "$group_0",
        path.equals("/") ? "acme" : "bolt");
  }

  private record Who(String id, long person, @Nullable String session) {}

  private void event(
      Who who, int number, String name, String time, Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(properties);
    if (who.session() != null) {
      all.put("$session_id", who.session());
    }
    events.add(
        row(
            "00000000-0000-0000-0000-%012d".formatted(number),
            name,
            who.id(),
            at(time),
            who.person(),
            at(time) + Micros.SECOND,
            all));
  }

  private static List<@Nullable Object> person(
      long number, String created, Map<String, @Nullable Object> properties) {
    return row(
        number,
        "10000000-0000-0000-0000-%012d".formatted(number),
        at(created),
        true,
        number < 3,
        properties);
  }

  static long at(String time) {
    return Micros.of(Instant.parse(time));
  }

  static List<@Nullable Object> row(@Nullable Object... values) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, values);
    return row;
  }

  static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
