package dev.facet.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The events of a web shop until now, in the form clients send them: visits with a weekly and a
 * daily rhythm, growth, one campaign, and customers who come back.
 */
public final class WebShop {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int DAYS = 90;
  private static final int CAMPAIGN_STARTS = 62;
  private static final int CAMPAIGN_ENDS = 69;
  private static final int[] WEEKDAYS = {95, 90, 92, 98, 110, 130, 125};
  private static final int[] HOURS = {
    4, 2, 1, 1, 1, 2, 5, 9, 14, 18, 20, 21, 24, 22, 20, 20, 22, 26, 32, 38, 40, 34, 20, 9
  };

  private final RandomGenerator random = new Random(20_26);
  private final Instant now;
  private final Consumer<ObjectNode> sink;
  private final List<Visitor> customers = new ArrayList<>();

  private WebShop(Instant now, Consumer<ObjectNode> sink) {
    this.now = now;
    this.sink = sink;
  }

  /** Gives all events of the last three months to {@code sink}, day by day. */
  public static void generate(Instant now, Consumer<ObjectNode> sink) {
    WebShop shop = new WebShop(now, sink);
    LocalDate first = LocalDate.ofInstant(now, ZONE).minusDays(DAYS);
    for (int day = 0; day <= DAYS; day++) {
      shop.day(first.plusDays(day), day);
    }
  }

  private void day(LocalDate date, int day) {
    double rhythm = WEEKDAYS[date.getDayOfWeek().getValue() - 1] / 100.0;
    double growth = 1 + day / 150.0;
    double campaign = isCampaign(day) ? 1.8 : 1;
    long visits =
        Math.round(110 * rhythm * growth * campaign * (0.92 + random.nextDouble() * 0.16));
    for (long i = 0; i < visits; i++) {
      visit(date, day);
    }
  }

  private static boolean isCampaign(int day) {
    return day >= CAMPAIGN_STARTS && day < CAMPAIGN_ENDS;
  }

  private void visit(LocalDate date, int day) {
    Instant start =
        date.atTime(pickHour(), random.nextInt(60), random.nextInt(60)).atZone(ZONE).toInstant();
    boolean known = !customers.isEmpty() && random.nextInt(100) < 42;
    Visitor visitor =
        known
            ? customers.get(random.nextInt(customers.size()))
            : Visitor.stranger(random, isCampaign(day) && random.nextInt(100) < 55);
    new Visit(visitor, start.truncatedTo(ChronoUnit.MILLIS)).walk();
  }

  private int pickHour() {
    int sum = 0;
    for (int weight : HOURS) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    int hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour];
      hour++;
    }
    return hour;
  }

  /** One visitor's way through the shop. */
  private final class Visit {
    private final Visitor visitor;
    private final String session = new UUID(random.nextLong(), random.nextLong()).toString();
    private Instant at;
    private String id;

    Visit(Visitor visitor, Instant start) {
      this.visitor = visitor;
      this.at = start;
      this.id = visitor.id();
    }

    void walk() {
      page("/");
      for (int i = random.nextInt(3); i > 0; i--) {
        page("/" + pick(Product.ALL).category());
      }
      boolean bought = false;
      for (int i = random.nextInt(4); i > 0 && !bought; i--) {
        bought = look(pick(Product.ALL));
      }
    }

    /** Looks at a product and perhaps buys it. */
    private boolean look(Product product) {
      page("/" + product.category() + "/" + product.slug());
      product("product viewed", product);
      if (random.nextInt(100) >= 34) {
        return false;
      }
      product("added to cart", product);
      if (random.nextInt(100) >= 58) {
        return false;
      }
      page("/checkout");
      event("checkout started", properties());
      if (random.nextInt(100) >= visitor.patience()) {
        return false;
      }
      signUp();
      buy(product);
      return true;
    }

    private void signUp() {
      if (visitor.signedUp()) {
        return;
      }
      Visitor known = visitor.known(customers.size() + 1);
      ObjectNode identify = properties();
      identify.put("$anon_distinct_id", visitor.id());
      identify
          .putObject("$set")
          .put("plan", random.nextInt(5) == 0 ? "plus" : "basic")
          .put("country", visitor.country());
      id = known.id();
      event("$identify", identify);
      event("signup", properties());
      customers.add(known);
    }

    private void buy(Product product) {
      int quantity = random.nextInt(6) == 0 ? 2 : 1;
      ObjectNode purchase = properties();
      purchase.put("product", product.name());
      purchase.put("category", product.category());
      purchase.put("quantity", quantity);
      purchase.put("amount", product.cents() * quantity / 100.0);
      purchase.put("revenue", product.cents() * quantity / 100.0);
      purchase.put("currency", "EUR");
      purchase.put("goal_id", "order");
      event("purchase", purchase);
      page("/thanks");
    }

    private void page(String path) {
      ObjectNode page = properties();
      page.put("$current_url", "https://shop.example" + path);
      page.put("$pathname", path);
      event("$pageview", page);
    }

    private void product(String name, Product product) {
      ObjectNode properties = properties();
      properties.put("product", product.name());
      properties.put("category", product.category());
      properties.put("price", product.cents() / 100.0);
      event(name, properties);
    }

    private ObjectNode properties() {
      ObjectNode properties = JsonNodeFactory.instance.objectNode();
      properties.put("$session_id", session);
      visitor.describe(properties);
      return properties;
    }

    private void event(String name, ObjectNode properties) {
      at = at.plus(Duration.ofMillis(2_000 + random.nextInt(70_000)));
      if (at.isAfter(now)) {
        return;
      }
      ObjectNode event = JsonNodeFactory.instance.objectNode();
      event.put("uuid", new UUID(random.nextLong(), random.nextLong()).toString());
      event.put("event", name);
      event.put("distinct_id", id);
      event.put("timestamp", at.toString());
      event.set("properties", properties);
      sink.accept(event);
    }

    private <T> T pick(List<T> from) {
      double skewed = random.nextDouble() * random.nextDouble();
      return from.get((int) (skewed * from.size()));
    }
  }
}
