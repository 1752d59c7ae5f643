package dev.facet.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What ten networks say of the shop's profile over the last three months, as rows of datasets:
 * followers and reach day by day, posts that are seen more at some hours than at others, their
 * counters as they grow, and the clicks they bring.
 */
public final class SocialFeed {
  /** Under which name the shop is on every network. */
  public static final String PROFILE = "nordlicht";

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int DAYS = 90;
  private static final int[] AGES = {1, 2, 4, 7, 14, 30};

  /** How much of all that a post is ever seen is seen after so many days, in percent. */
  private static final int[] GROWN = {45, 62, 78, 88, 96, 100};

  private static final int[] HOURS = {8, 9, 12, 12, 17, 18, 19, 20};
  private static final List<String> COUNTRIES = List.of("DE", "DE", "DE", "AT", "CH", "FR", "NL");
  private static final Map<String, List<String>> TAGS =
      Map.of(
          "autumn-sale", List.of("sale"),
          "new-arrivals", List.of("product", "new"),
          "behind-the-scenes", List.of("team"));
  private static final List<String> CAMPAIGNS = TAGS.keySet().stream().sorted().toList();
  private static final List<String> CREATORS = List.of("Ada", "Jonas", "Mila");

  private final RandomGenerator random = new Random(20_27);
  private final Instant now;
  private final LocalDate today;
  private final Map<String, List<ObjectNode>> rows = new LinkedHashMap<>();
  private int clicks;

  private SocialFeed(Instant now) {
    this.now = now;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** All rows, by dataset. */
  public static Map<String, List<ObjectNode>> generate(Instant now) {
    SocialFeed feed = new SocialFeed(now);
    for (Network network : Network.ALL) {
      feed.profile(network);
    }
    for (int day = 0; day <= DAYS; day++) {
      feed.messages(feed.today.minusDays(DAYS - day), day);
    }
    return feed.rows;
  }

  private ObjectNode row(String dataset) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    rows.computeIfAbsent(dataset, name -> new ArrayList<>()).add(row);
    return row;
  }

  private void profile(Network network) {
    double followers = network.followers();
    Map<String, Long> sums = new LinkedHashMap<>();
    for (int day = 0; day <= DAYS; day++) {
      followers += network.growth() * (0.4 + random.nextDouble() * 1.2);
      ObjectNode row = row("profile_snapshots");
      row.put("profile", PROFILE).put("platform", network.platform());
      row.put("date", today.minusDays(DAYS - day).toString());
      ObjectNode level = row.putObject("level");
      level.put("followers", Math.round(followers));
      ObjectNode daily = row.putObject("daily");
      for (String metric : network.daily()) {
        long value = daily(metric, network, followers);
        daily.put(metric, value);
        level.put(metric, sums.merge(metric, value, Long::sum));
      }
    }
  }

  private long daily(String metric, Network network, double followers) {
    double seen = followers * network.seen() / 1000 * varied();
    return Math.round(seen * share(metric, network));
  }

  /** How many of those who saw something do this. */
  private static double share(String metric, Network network) {
    double liked = network.liked() / 1000.0;
    return switch (metric) {
      case "impressions", "views" -> 1.35;
      case "reach" -> 1;
      case "profileViews" -> 0.04;
      case "likes", "score", "favorites" -> liked;
      case "comments", "replies" -> liked * 0.11;
      case "saves", "bookmarks", "clicks", "pin_clicks" -> liked * 0.2;
      case "outbound_clicks" -> liked * 0.08;
      default -> liked * 0.06;
    };
  }

  private double varied() {
    return 0.75 + random.nextDouble() * 0.5;
  }

  /** One or two messages a day, fewer at weekends, each to a few networks. */
  private void messages(LocalDate date, int day) {
    boolean weekend = date.getDayOfWeek().getValue() > 5;
    for (int i = random.nextInt(weekend ? 2 : 3); i >= 0; i--) {
      String message = String.format(Locale.ROOT, "message-%03d-%d", day, i);
      Product product = Product.ALL.get(random.nextInt(Product.ALL.size()));
      String campaign = day % 3 == 0 ? "" : CAMPAIGNS.get(day / 7 % CAMPAIGNS.size());
      Instant at =
          date.atTime(HOURS[random.nextInt(HOURS.length)], random.nextInt(60))
              .atZone(ZONE)
              .toInstant();
      String creator = CREATORS.get(random.nextInt(CREATORS.size()));
      for (Network network : Network.ALL) {
        if (random.nextInt(10) < 4 && !at.isAfter(now)) {
          new Post(message, product, campaign, creator, network, at).write();
        }
      }
    }
  }

  /** A message on one network. */
  private final class Post {
    private final String message;
    private final Product product;
    private final String campaign;
    private final String creator;
    private final Network network;
    private final Instant at;
    private final String id;

    Post(
        String message,
        Product product,
        String campaign,
        String creator,
        Network network,
        Instant at) {
      this.message = message;
      this.product = product;
      this.campaign = campaign;
      this.creator = creator;
      this.network = network;
      this.at = at.plusSeconds(random.nextInt(90));
      this.id = network.platform() + "-" + message;
    }

    void write() {
      boolean failed = random.nextInt(60) == 0;
      ObjectNode post = row("posts");
      post.put("post_id", id).put("request_id", "request-" + message);
      post.put("profile", PROFILE).put("platform", network.platform());
      post.put("platform_post_id", Integer.toUnsignedString(id.hashCode()));
      post.put("title", product.name()).put("caption", product.name() + ", made to last");
      post.put("url", "https://" + network.platform() + ".example/" + PROFILE + "/" + message);
      post.put("media_type", product.cents() % 3 == 0 ? "video" : "image");
      post.put("published_at", at.toString()).put("success", !failed);
      post.put("message", message).put("creator", creator);
      if (failed) {
        post.put("error_message", "The network did not take the picture.");
      }
      if (!campaign.isEmpty()) {
        post.put("campaign", campaign);
        TAGS.getOrDefault(campaign, List.of()).forEach(post.putArray("tags")::add);
      }
      if (!failed) {
        counted();
      }
    }

    private void counted() {
      int hour = at.atZone(ZONE).getHour();
      double luck = varied() * varied() * (hour >= 17 ? 1.4 : 1);
      double seen = network.followers() * network.seen() / 1000.0 * luck;
      LocalDate first = LocalDate.ofInstant(at, ZoneOffset.UTC);
      for (int i = 0; i < AGES.length && !first.plusDays(AGES[i]).isAfter(today); i++) {
        ObjectNode snapshot = row("post_snapshots");
        snapshot.put("post_id", id).put("date", first.plusDays(AGES[i]).toString());
        ObjectNode metrics = snapshot.putObject("metrics");
        for (String metric : network.counted()) {
          metrics.put(metric, Math.round(seen * share(metric, network) * GROWN[i] / 100));
        }
      }
      for (long i = Math.round(seen / 250); i > 0; i--) {
        click();
      }
    }

    private void click() {
      Instant when = at.plus(Duration.ofMinutes((long) (Math.pow(random.nextDouble(), 3) * 7200)));
      if (when.isAfter(now)) {
        return;
      }
      clicks++;
      ObjectNode click = row("clicks");
      click.put("click_id", "click-" + clicks).put("at", when.toString()).put("post_id", id);
      click.put("profile", PROFILE).put("network", network.platform());
      click.put("link_url", "https://shop.example/" + product.category() + "/" + product.slug());
      click.put("visitor_id", "visitor-" + random.nextInt(1800));
      click.put("geo_country", COUNTRIES.get(random.nextInt(COUNTRIES.size())));
      if (!campaign.isEmpty()) {
        click.put("campaign", campaign);
      }
      Instant bought = when.plusSeconds(60 + random.nextInt(3000));
      if (random.nextInt(100) < 6 && !bought.isAfter(now)) {
        click.put("converted_at", bought.toString()).put("conversion_tag", "purchase");
      }
    }
  }
}
