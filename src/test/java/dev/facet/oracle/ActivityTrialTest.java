package dev.facet.oracle;

import static dev.facet.plan.activity.ActivityRows.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.activity.ActivityValue;
import dev.facet.model.Micros;
import dev.facet.oracle.Activity.Happening;
import dev.facet.plan.Plan;
import dev.facet.plan.activity.ActivityEvents;
import dev.facet.plan.activity.ActivityRows;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The activities that plans find in both stores are those that a walk over the events finds. */
class ActivityTrialTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 40);
  private static final RandomHistory HISTORY = RandomHistory.of(11, 1200);
  private static final List<Activity> ACTIVITIES = Activity.of(HISTORY.events());
  private static final List<Store> STORES = new ArrayList<>();

  @BeforeAll
  static void fill(@TempDir Path folder) {
    STORES.add(new MemoryStore());
    STORES.add(DuckDbStore.open(folder, DuckDbSettings.DEFAULT));
    STORES.forEach(store -> HISTORY.batches().forEach(store::apply));
  }

  @AfterAll
  static void close() {
    STORES.forEach(Store::close);
  }

  static List<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed().toList();
  }

  @Test
  void historyHasActivitiesOfEveryKind() {
    assertThat(ACTIVITIES).anyMatch(activity -> activity.id().isEmpty());
    assertThat(ACTIVITIES).anyMatch(activity -> activity.id().equals("4"));
    assertThat(ACTIVITIES).anyMatch(activity -> activity.id().length() == 36);
    assertThat(ACTIVITIES).anyMatch(activity -> activity.amount() == null);
    assertThat(ACTIVITIES).anyMatch(activity -> activity.different("goal_id").size() > 2);
    assertThat(ACTIVITIES).anyMatch(activity -> activity.different("goal_id").contains("g5"));
  }

  @Test
  void everyValueIsWhatTheEventsSay() {
    Set<ActivityValue> all = EnumSet.allOf(ActivityValue.class);
    agree(ActivityRows.of(all), all, ACTIVITIES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void someValuesOfSomeTimeAreWhatTheEventsSay(int seed) {
    RandomGenerator random = new Random(seed);
    Set<ActivityValue> some = EnumSet.of(ActivityValue.START);
    for (ActivityValue value : ActivityValue.values()) {
      if (random.nextInt(4) == 0) {
        some.add(value);
      }
    }
    long start = Micros.of(RandomHistory.START);
    long from = start + random.nextLong(RandomHistory.DAYS * 48) * Micros.HOUR / 2;
    long to = from + random.nextLong(48) * Micros.HOUR;
    agree(
        ActivityRows.beginning(from, to, some),
        some,
        ACTIVITIES.stream().filter(a -> a.start() >= from && a.start() <= to).toList());
  }

  @Test
  void everyEventNamesItsActivity() {
    Plan events = ActivityEvents.all();
    List<Plan.Named> columns =
        List.of(
            new Plan.Named("uuid", events.column("uuid")),
            new Plan.Named("person", events.column("person")),
            new Plan.Named("event", events.column("event")),
            new Plan.Named("id", events.column(ActivityEvents.ACTIVITY)));
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (Activity activity : ACTIVITIES) {
      for (Happening event : activity.events()) {
        expected.add(List.of(event.uuid(), event.person(), event.name(), activity.id()));
      }
    }
    for (Store store : STORES) {
      assertThat(store.run(1, new Plan.Project(events, columns)).rows())
          .as("%s", store)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static void agree(Plan plan, Set<ActivityValue> values, List<Activity> activities) {
    List<Plan.Named> columns = new ArrayList<>();
    for (ActivityValue value : values) {
      columns.add(new Plan.Named(column(value), plan.column(column(value))));
    }
    List<List<@Nullable Object>> expected =
        activities.stream().map(activity -> row(activity, values)).toList();
    for (Store store : STORES) {
      assertThat(store.run(1, new Plan.Project(plan, columns)).rows())
          .as("%s of %s", values, store)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<@Nullable Object> row(Activity activity, Set<ActivityValue> values) {
    List<@Nullable Object> row = new ArrayList<>();
    values.forEach(value -> row.add(value(activity, value)));
    return row;
  }

  private static @Nullable Object value(Activity activity, ActivityValue value) {
    return switch (value) {
      case ID -> activity.id();
      case PERSON -> activity.person();
      case START -> activity.start();
      case DURATION -> activity.duration();
      case TYPE ->
          activity.first("activity_type") == null ? "SITE_VISIT" : activity.first("activity_type");
      case CHANNEL -> activity.first("channel_id");
      case CHANNEL_NAME -> activity.first("channel_name");
      case BROWSER -> activity.first("$browser");
      case OS -> activity.first("$os");
      case FORM_FACTOR -> activity.first("$device_type");
      case SOURCE -> activity.first("utm_source");
      case MEDIUM -> activity.first("utm_medium");
      case CITY -> activity.first("$geoip_city_name");
      case PATH -> activity.first("$pathname");
      case USER_EVENTS -> activity.userEvents();
      case BOUNCED -> activity.userEvents() <= 1;
      case AD_VIEWS -> activity.named("$ad_view");
      case AD_CLICKS -> activity.named("$ad_click");
      case CONVERTED -> !activity.different("goal_id").isEmpty();
      case TRANSACTIONS -> (long) activity.revenues().size();
      case AMOUNT -> activity.amount();
      case GOALS -> activity.different("goal_id");
      case EVENT_NAMES -> activity.names();
    };
  }
}
