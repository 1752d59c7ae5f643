package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.QueryForm;
import dev.facet.model.Micros;
import dev.facet.oracle.Activity.Happening;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Cohort;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes of collections, ingestion and usage, in both stores, against counting by hand. */
class VolumeTrialTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2024-03-10T00:00:00Z");
  private static final RandomHistory HISTORY = RandomHistory.of(5, 400);
  private static final List<Activity> ACTIVITIES = Activity.of(HISTORY.events());
  private static final List<Store> STORES = new ArrayList<>();
  private static final Definitions DEFINITIONS =
      new Definitions(
              ZoneOffset.UTC,
              DayOfWeek.SUNDAY,
              Filter.ALL,
              Map.of(1L, new Cohort(1, "listed", new Cohort.Rule.Listed())),
              Map.of())
          .of(new Definitions.Tenant(3, 8));
  private static final String RANGE =
      "'date_ranges':[{'start_date':'2024-02-27T00:00:00','end_date':'2024-03-02T12:00:00'}],";
  private static final String OWN =
      "'dimension_filter_clauses':{'filters':[{'dimension_name':'datamart_id','operator':'EXACT',"
          + "'expressions':[3]}]}";

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

  private static void agree(String cube, String request, List<List<@Nullable Object>> expected) {
    JsonNode node;
    try {
      node = JSON.readTree(("{" + RANGE + request + "}").replace('\'', '"'));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    ((ObjectNode) node).put("kind", "CubeQuery").put("cube", cube);
    Planned planned = Planner.plan(QueryForm.read(node, "query"), DEFINITIONS, NOW, null);
    for (Store store : STORES) {
      assertThat(planned.shape().apply(store.run(1, planned.plan())).rows())
          .as("%s in %s", request, store)
          .isEqualTo(expected);
    }
  }

  private static long before(List<Long> times, Instant end) {
    return times.stream().filter(time -> time <= Micros.of(end)).count();
  }

  private static List<Long> eventTimes() {
    return HISTORY.events().stream().map(Happening::time).toList();
  }

  @Test
  void eachDayTellsHowManyEventsThereWereAtItsEnd() {
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      Instant start = RandomHistory.START.plusSeconds(day * 86_400L);
      expected.add(
          List.of(
              start.toEpochMilli(),
              "UserEvent",
              before(eventTimes(), start.plusSeconds(86_400).minusNanos(1000))));
    }
    agree(
        "collection_volumes",
        "'dimensions':[{'name':'date_time'},{'name':'collection'}],'metrics':[{'expression':'count'}],"
            + OWN.replace(
                "}]}",
                "},{'dimension_name':'collection','operator':'EXACT','expressions':['USER_EVENT']}]}"),
        expected);
  }

  @Test
  void withoutDaysVolumesAreThoseOfTheEnd() {
    Instant end = Instant.parse("2024-03-02T12:00:00Z");
    long persons = RandomHistory.PERSONS - 4;
    long accounts = 0;
    long agents =
        HISTORY.events().stream()
            .filter(event -> event.text("$browser") != null)
            .map(event -> event.person() + event.text("$browser"))
            .distinct()
            .count();
    List<Long> starts = ACTIVITIES.stream().map(Activity::start).toList();
    agree(
        "collection_volumes",
        "'dimensions':[{'name':'collection'}],'metrics':[{'expression':'count'}]," + OWN,
        List.of(
            List.of("UserAccount", accounts),
            List.of("UserActivity", before(starts, end)),
            List.of("UserAgent", agents),
            List.of("UserEmail", 0L),
            List.of("UserEvent", before(eventTimes(), end)),
            List.of("UserPoint", persons),
            List.of("UserProfile", persons),
            List.of("UserSegment", 10L)));
  }

  @Test
  void anotherDatamartHasNothing() {
    agree(
        "collection_volumes",
        "'dimensions':[{'name':'collection'}],'metrics':[{'expression':'count'}],"
            + OWN.replace("[3]", "[4]"),
        List.of());
  }

  @Test
  void eventsAreCountedAsTheyWereTakenIn() {
    long from = Micros.of(Instant.parse("2024-02-27T00:00:00Z"));
    long count =
        HISTORY.events().stream()
            .filter(event -> event.time() >= from && event.name().equals("buy"))
            .filter(event -> event.time() <= Micros.of(Instant.parse("2024-03-02T12:00:00Z")))
            .count();
    agree(
        "data_ingestion",
        "'dimensions':[{'name':'pipeline_step'},{'name':'datamart_id'}],"
            + "'metrics':[{'expression':'event_count'},{'expression':'error_count'}],"
            + "'dimension_filter_clauses':{'filters':[{'dimension_name':'event_name',"
            + "'operator':'EXACT','expressions':['BUY']}]}",
        List.of(List.of("API", "3", count, 0L)));
    agree(
        "data_ingestion",
        "'dimensions':[{'name':'error_type'}],'metrics':[{'expression':'event_count'}]",
        List.of());
  }

  @Test
  void usageHasNoRows() {
    agree(
        "resources_usage",
        "'dimensions':[],'metrics':[{'expression':'scan_cost'}]," + OWN,
        List.of());
  }
}
