package dev.facet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Presence;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.answer.SteadyStore;
import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.Dataset;
import dev.facet.form.QueryForm;
import dev.facet.model.Micros;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.plan.share.Shared;
import dev.facet.plan.share.Sharing;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Query;
import dev.facet.store.Batch;
import dev.facet.store.duckdb.ByHand;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cards of the business overview, none of them asked before: one after the other, and as a
 * screen. Arguments: a directory, which is filled when it is empty; how many subscriptions (half as
 * many customers); how many invoices; {@code -v} to see where the time of each card goes.
 */
public final class BusinessBench {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final int BATCH = 50_000;
  private static final int ROUNDS = 5;
  private static final int SCREENS = 11;
  private static final Definitions DEFINITIONS =
      new Definitions(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, Filter.ALL);

  private final Random random = new Random(7);
  private final DuckDbStore store;
  private long position;

  private BusinessBench(DuckDbStore store) {
    this.store = store;
  }

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT)) {
      BusinessBench bench = new BusinessBench(store);
      if (store.position() == 0) {
        bench.fill(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      }
      List<Card> cards = cards();
      if (args.length > 3 && args[3].equals("-v")) {
        bench.analyze(directory, cards);
        return;
      }
      bench.screen(cards);
      bench.ask(cards);
    }
  }

  /** A card of the template. */
  private record Card(String name, Query query) {}

  private static List<Card> cards() throws IOException {
    List<Card> cards = new ArrayList<>();
    try (InputStream in =
        BusinessBench.class.getResourceAsStream("/templates/business-overview.json")) {
      JsonNode template = new ObjectMapper().readTree(Objects.requireNonNull(in));
      for (JsonNode tile : template.path("tiles")) {
        cards.add(
            new Card(tile.path("name").asText(), QueryForm.read(tile.path("query"), "query")));
      }
    }
    return cards;
  }

  /** All cards at once, each time as of another second; and once more when all are known. */
  private void screen(List<Card> cards) {
    List<Query> queries = cards.stream().map(Card::query).toList();
    Reader reader = Reader.of(1, DEFINITIONS);
    Answers.Limits limits = new Answers.Limits(2, 100, Duration.ofSeconds(60), 100_000_000);
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    double[] cold = new double[SCREENS];
    double[] worked = new double[SCREENS];
    double[] known = new double[SCREENS];
    SteadyStore steady = new SteadyStore(store, Duration.ofMillis(250));
    try (Answers answers = new Answers(steady, now::get, limits, Presence.ALWAYS)) {
      for (int i = 0; i < SCREENS; i++) {
        long before = Processor.nanos();
        cold[i] = millis(() -> answers.answer(reader, queries, Mode.FORCE));
        worked[i] = (Processor.nanos() - before) / 1e6;
        known[i] = millis(() -> answers.answer(reader, queries, Mode.FRESH));
        now.updateAndGet(instant -> instant.plusSeconds(1));
      }
    }
    say("the screen, cold: first %.1f ms, median %.1f ms", cold[0], median(cold));
    say("processor time: first %.1f ms, median %.1f ms", worked[0], median(worked));
    say("the screen, known: median %.2f ms, longest %.2f ms", median(known), most(known));
  }

  private static double millis(Supplier<List<Result>> screen) {
    long started = System.nanoTime();
    List<Result> results = screen.get();
    double millis = (System.nanoTime() - started) / 1e6;
    if (!results.stream().allMatch(Result.Answered.class::isInstance)) {
      throw new IllegalStateException(results.toString());
    }
    return millis;
  }

  private void analyze(Path directory, List<Card> cards) throws SQLException {
    try (Connection connection = ByHand.connect(directory, DuckDbSettings.DEFAULT)) {
      List<Plan> plans = new ArrayList<>();
      for (Card card : cards) {
        plans.add(planned(card.query(), NOW).plan());
        analyze(connection, card.name(), plans.getLast());
      }
      for (Shared shared : Sharing.of(plans, keys -> true)) {
        analyze(connection, "together " + shared.places(), shared.plan());
      }
    }
  }

  private void analyze(Connection connection, String name, Plan plan) throws SQLException {
    say("== %s%n%s", name, store.explain(1, plan).text());
    say("%s", ByHand.analyzed(connection, store, plan));
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

  private void ask(List<Card> cards) {
    double[] all = new double[3];
    for (Card card : cards) {
      double[] line =
          measured(
              now -> {
                Planned planned = planned(card.query(), now);
                planned.shape().apply(store.run(1, planned.plan()));
              });
      Arrays.setAll(all, i -> all[i] + line[i]);
      say(card.name(), line);
    }
    say("all, one after the other", all);
    say("those computed together", measured(now -> together(cards, now)));
  }

  private void together(List<Card> cards, Instant now) {
    List<Plan> plans = cards.stream().map(card -> planned(card.query(), now).plan()).toList();
    Sharing.of(plans, keys -> true).forEach(shared -> store.run(1, shared.plan()));
  }

  /** The first and the least time, and processor time; each round is a second later. */
  private static double[] measured(Consumer<Instant> work) {
    double[] took = new double[ROUNDS];
    double[] worked = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = Processor.nanos();
      long start = System.nanoTime();
      work.accept(NOW.plusSeconds(round));
      took[round] = (System.nanoTime() - start) / 1e6;
      worked[round] = (Processor.nanos() - before) / 1e6;
    }
    return new double[] {took[0], least(took), median(worked)};
  }

  private static void say(String name, double[] line) {
    say(
        "%-32s first %6.1f ms, least %6.1f ms, processor time median %6.1f ms",
        name, line[0], line[1], line[2]);
  }

  private Planned planned(Query query, Instant now) {
    @Nullable Plan earliest = Planner.earliest(query, DEFINITIONS, now).orElse(null);
    Instant first = null;
    if (earliest != null
        && store.run(1, earliest).rows().getFirst().getFirst() instanceof Long at) {
      first = Micros.toInstant(at);
    }
    return Planner.plan(query, DEFINITIONS, now, first);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
