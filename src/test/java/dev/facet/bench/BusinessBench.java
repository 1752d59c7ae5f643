package dev.facet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.Dataset;
import dev.facet.form.QueryForm;
import dev.facet.model.Micros;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Query;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The cards of the business overview, one after the other, none of them asked before. Arguments: an
 * empty directory, how many subscriptions (half as many customers), how many invoices.
 */
public final class BusinessBench {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final int BATCH = 50_000;
  private static final int ROUNDS = 5;

  private final Random random = new Random(7);
  private final Store store;
  private long position;

  private BusinessBench(Store store) {
    this.store = store;
  }

  public static void main(String[] args) throws Exception {
    try (Store store = DuckDbStore.open(Path.of(args[0]), DuckDbSettings.DEFAULT)) {
      BusinessBench bench = new BusinessBench(store);
      bench.fill(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      bench.ask();
    }
  }

  private void fill(int subscriptions, int invoices) {
    long start = System.nanoTime();
    int customers = subscriptions / 2;
    put(BusinessDatasets.CUSTOMERS, customers, i -> row("c" + i, "Name", time(), "DE", "small"));
    put(BusinessDatasets.SUBSCRIPTIONS, subscriptions, i -> subscription(i, customers));
    put(BusinessDatasets.INVOICES, invoices, i -> invoice(i, customers));
    say("filled in %.1f s", (System.nanoTime() - start) / 1e9);
  }

  private void put(Dataset dataset, int count, IntFunction<List<@Nullable Object>> rows) {
    for (int from = 0; from < count; from += BATCH) {
      List<List<@Nullable Object>> batch = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + BATCH); i++) {
        batch.add(rows.apply(i));
      }
      store.apply(new Batch(++position, List.of(new Batch.Change.Upsert(1, dataset, batch))));
    }
  }

  private long time() {
    return Micros.of(NOW) - random.nextLong(5 * 365 * Micros.DAY);
  }

  private List<@Nullable Object> subscription(int number, int customers) {
    long started = time();
    boolean yearly = random.nextInt(4) == 0;
    Long ended =
        random.nextInt(3) == 0 ? null : (Long) (started + random.nextLong(600 * Micros.DAY));
    return row(
        "s" + number,
        "c" + random.nextInt(customers),
        "product " + random.nextInt(8),
        "plan",
        (double) random.nextInt(1, 5),
        random.nextInt(900, 90_000) / 100.0,
        random.nextInt(10) == 0 ? "USD" : "EUR",
        yearly ? "year" : "month",
        started,
        ended,
        random.nextInt(6) == 0 && number > 0 ? "s" + random.nextInt(number) : null,
        null,
        null);
  }

  private List<@Nullable Object> invoice(int number, int customers) {
    long issued = time();
    boolean paid = random.nextInt(30) > 0;
    return row(
        "i" + number,
        "c" + random.nextInt(customers),
        issued,
        issued + 14 * Micros.DAY,
        paid ? (Long) (issued + random.nextLong(20 * Micros.DAY)) : null,
        paid ? "PAID" : "OPEN",
        random.nextInt(10) == 0 ? "USD" : "EUR",
        random.nextInt(900, 90_000) / 100.0,
        null);
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  private void ask() throws Exception {
    double[] totals = new double[ROUNDS];
    try (InputStream in =
        BusinessBench.class.getResourceAsStream("/templates/business-overview.json")) {
      JsonNode template = new ObjectMapper().readTree(Objects.requireNonNull(in));
      for (JsonNode tile : template.path("tiles")) {
        double[] took = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
          took[round] = millis(QueryForm.read(tile.path("query"), "query"), round);
          totals[round] += took[round];
        }
        say(
            "%-32s first %6.1f ms, least %6.1f ms",
            tile.path("name").asText(), took[0], least(took));
      }
    }
    say(
        "%-32s first %6.1f ms, least %6.1f ms",
        "all, one after the other", totals[0], least(totals));
  }

  /** Each round is a second later, so that no plan is that of the one before. */
  private double millis(Query query, int round) {
    Definitions definitions =
        new Definitions(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, Filter.ALL);
    Instant now = NOW.plusSeconds(round);
    long start = System.nanoTime();
    @Nullable Plan earliest = Planner.earliest(query, definitions, now).orElse(null);
    Instant first = null;
    if (earliest != null
        && store.run(1, earliest).rows().getFirst().getFirst() instanceof Long at) {
      first = Micros.toInstant(at);
    }
    Planned planned = Planner.plan(query, definitions, now, first);
    planned.shape().apply(store.run(1, planned.plan()));
    return (System.nanoTime() - start) / 1e6;
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
