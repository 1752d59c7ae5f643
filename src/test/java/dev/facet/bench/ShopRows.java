package dev.facet.bench;

import dev.facet.model.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of a web shop over a year, in order of time: sessions under way side by side, persons
 * of whom some come often, event names of which few are most, 16 properties. The same rows for the
 * same number of events.
 */
final class ShopRows {
  static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  static final int DAYS = 365;
  static final long PERSONS = 1_000_000;
  private static final int SESSIONS_AT_A_TIME = 400;
  private static final int EVENTS_OF_A_SESSION = 8;
  private static final List<String> NAMES =
      List.of(
          "$pageview",
          "$autocapture",
          "$pageleave",
          "product_viewed",
          "search",
          "added_to_cart",
          "$identify",
          "checkout_started",
          "coupon_applied",
          "order_completed",
          "review_read",
          "wishlist_added",
          "newsletter_signup",
          "signed_up",
          "support_opened",
          "video_played",
          "share_clicked",
          "order_cancelled",
          "return_requested",
          "app_installed");
  private static final List<String> BROWSERS =
      List.of(
          "Chrome",
          "Safari",
          "Mobile Safari",
          "Firefox",
          "Edge",
          "Samsung Internet",
          "Opera",
          "Brave");
  private static final List<String> SYSTEMS =
      List.of("Windows", "iOS", "Android", "Mac OS X", "Linux");
  private static final List<String> PLANS = List.of("free", "member", "gold");

  private final long events;
  private final Random random = new Random(1);
  private final Visit[] visits = new Visit[SESSIONS_AT_A_TIME];
  private final double[] shares = shares(NAMES.size(), 1.1);
  private final double[] browserShares = shares(BROWSERS.size(), 1.0);
  private long made;

  /** A session under way. */
  private record Visit(
      long person, String session, String browser, String system, String device, String country) {}

  ShopRows(long events) {
    this.events = events;
    for (int i = 0; i < visits.length; i++) {
      visits[i] = visit();
    }
  }

  /** The next events, at most {@code count}; none when all are made. */
  List<List<@Nullable Object>> next(int count) {
    List<List<@Nullable Object>> rows = new ArrayList<>(count);
    while (rows.size() < count && made < events) {
      rows.add(row());
      made++;
    }
    return rows;
  }

  /** The person of this number, as the store's dataset has them. */
  static List<@Nullable Object> person(long number) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("email", "user" + number + "@example.com");
    properties.put("plan", PLANS.get((int) (number % PLANS.size())));
    properties.put("$initial_browser", BROWSERS.get((int) (number % BROWSERS.size())));
    List<@Nullable Object> row = new ArrayList<>();
    row.add(number);
    row.add(new UUID(0, number).toString());
    row.add(Micros.of(START) + number * 31_000_000L);
    row.add(true);
    row.add(true);
    row.add(properties);
    return row;
  }

  private List<@Nullable Object> row() {
    int place = random.nextInt(visits.length);
    Visit visit = visits[place];
    if (random.nextInt(EVENTS_OF_A_SESSION) == 0) {
      visits[place] = visit();
    }
    long time = Micros.of(START) + made * (DAYS * Micros.DAY / events) + random.nextInt(60_000_000);
    List<@Nullable Object> row = new ArrayList<>(7);
    row.add(new UUID(random.nextLong(), random.nextLong()).toString());
    row.add(NAMES.get(pick(shares)));
    row.add("user-" + visit.person());
    row.add(time);
    row.add(visit.person());
    row.add(time + random.nextInt(2_000_000));
    row.add(properties(visit));
    return row;
  }

  /** Persons of low numbers come more often. */
  private Visit visit() {
    double u = random.nextDouble();
    String system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
    return new Visit(
        (long) (PERSONS * u * Math.sqrt(u)),
        new UUID(random.nextLong(), random.nextLong()).toString(),
        BROWSERS.get(pick(browserShares)),
        system,
        system.equals("iOS") || system.equals("Android") ? "Mobile" : "Desktop",
        "C" + (int) (60 * u * u));
  }

  private Map<String, @Nullable Object> properties(Visit visit) {
    int product = (int) (2000 * Math.pow(random.nextDouble(), 3));
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("$browser", visit.browser());
    properties.put("$os", visit.system());
    properties.put("$current_url", "https://shop.example.com/product/" + product);
    properties.put("$pathname", "/product/" + product);
    properties.put("$referrer", "https://search.example.com/");
    properties.put("$device_type", visit.device());
    properties.put("$screen_height", 600L + random.nextInt(900));
    properties.put("$screen_width", 800L + random.nextInt(1600));
    properties.put("$lib", "web");
    properties.put("$lib_version", "1." + random.nextInt(30));
    properties.put("$session_id", visit.session());
    properties.put("channel_id", "" + (1 + visit.session().charAt(0) % 4));
    properties.put("$geoip_country_code", visit.country());
    properties.put("price", random.nextInt(20_000) / 100.0);
    properties.put("quantity", (long) random.nextInt(5));
    properties.put("plan", PLANS.get((int) (visit.person() % PLANS.size())));
    return properties;
  }

  private int pick(double[] cumulated) {
    double u = random.nextDouble();
    int i = 0;
    while (i < cumulated.length - 1 && u > cumulated[i]) {
      i++;
    }
    return i;
  }

  /** Cumulated shares of which the n-th is 1/n^power of the first. */
  private static double[] shares(int count, double power) {
    double[] shares = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 1 / Math.pow(i + 1, power);
      shares[i] = sum;
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
