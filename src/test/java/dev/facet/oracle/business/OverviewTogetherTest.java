package dev.facet.oracle.business;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.form.QueryForm;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.plan.share.Shared;
import dev.facet.plan.share.Sharing;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.store.Store;
import dev.facet.store.TableText;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cards of the business overview over random books: together and one by one they agree. */
class OverviewTogetherTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final int BOOKS = 4;

  private static List<Planned> cards() throws IOException {
    Definitions definitions =
        new Definitions(ZoneId.of("America/New_York"), DayOfWeek.MONDAY, Filter.ALL);
    List<Planned> cards = new ArrayList<>();
    try (InputStream in =
        OverviewTogetherTest.class.getResourceAsStream("/templates/business-overview.json")) {
      JsonNode template = new ObjectMapper().readTree(Objects.requireNonNull(in));
      for (JsonNode tile : template.path("tiles")) {
        cards.add(Planner.plan(QueryForm.read(tile.path("query"), "query"), definitions, NOW, NOW));
      }
    }
    return cards;
  }

  @Test
  void all_cards_of_customer_months_and_cohorts_are_computed_as_one(@TempDir Path folder)
      throws IOException {
    List<Planned> cards = cards();
    List<Plan> plans = cards.stream().map(Planned::plan).toList();
    for (int seed = 0; seed < BOOKS; seed++) {
      Books books = Books.random(seed, 60, NOW);
      try (Store memory = new MemoryStore();
          Store duckdb = DuckDbStore.open(folder.resolve("books" + seed), DuckDbSettings.DEFAULT)) {
        TreeSet<Integer> joined = new TreeSet<>();
        for (Store store : List.of(memory, duckdb)) {
          store.apply(books.batch());
        }
        for (Shared shared : Sharing.of(plans, keys -> true)) {
          joined.addAll(shared.places());
          compare(cards, shared, memory, duckdb);
        }
        assertThat(joined).hasSizeGreaterThanOrEqualTo(6);
      }
    }
  }

  private static void compare(List<Planned> cards, Shared shared, Store memory, Store duckdb) {
    List<Table> together = shared.divide(duckdb.run(1, shared.plan())).tables();
    for (int i = 0; i < together.size(); i++) {
      Planned card = cards.get(shared.places().get(i));
      assertThat(TableText.rows(card.shape().apply(together.get(i))))
          .isEqualTo(TableText.rows(card.shape().apply(memory.run(1, card.plan()))));
    }
  }
}
