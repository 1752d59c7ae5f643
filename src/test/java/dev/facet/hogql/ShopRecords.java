package dev.facet.hogql;

import static dev.facet.hogql.Shop.at;
import static dev.facet.hogql.Shop.object;
import static dev.facet.hogql.Shop.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the small shop has beside events: two profiles, three posts, three customers. */
final class ShopRecords {
  private ShopRecords() {}

  static List<List<@Nullable Object>> profiles() {
    return List.of(
        row(
            "shop",
            "instagram",
            "2024-03-10",
            object("followers", 100L, "following", 10L),
            object("reach", 50L, "likes", 4L)),
        row(
            "shop",
            "instagram",
            "2024-03-11",
            object("followers", 120L, "following", 10L),
            object("reach", 70L, "likes", 6L)),
        row("shop", "x", "2024-03-11", object("followers", 30L), object("reach", 5.5)),
        row("outlet", "x", "2024-03-11", object("followers", 7L), null));
  }

  static List<List<@Nullable Object>> posts() {
    return List.of(
        post("p1", "instagram", "2024-03-10T08:00:00Z", "spring", List.of("red", "new"), "ada"),
        post("p2", "x", "2024-03-10T23:30:00Z", "spring", List.of("new"), "bob"),
        post("p3", "x", null, null, null, null));
  }

  private static List<@Nullable Object> post(
      String id,
      String platform,
      @Nullable String published,
      @Nullable String campaign,
      @Nullable List<String> tags,
      @Nullable String creator) {
    boolean sent = published != null;
    return row(
        id,
        "r-" + id,
        "shop",
        platform,
        sent ? "native-" + id : null,
        sent ? "https://" + platform + ".example/" + id : null,
        "Title " + id,
        "Caption of " + id,
        sent ? "image" : "video",
        published == null ? null : at(published),
        sent,
        sent ? null : "The network refused it.",
        campaign,
        campaign == null ? null : "m-1",
        tags,
        creator);
  }

  static List<List<@Nullable Object>> postSnapshots() {
    return List.of(
        row("p1", "2024-03-10", object("impressions", 100L, "likes", 5L, "comments", 1L)),
        row("p1", "2024-03-11", object("impressions", 180L, "likes", 9L, "comments", 2L)),
        row("p2", "2024-03-11", object("views", 40L, "likes", 3L)));
  }

  static List<List<@Nullable Object>> clicks() {
    return List.of(
        click("c1", "2024-03-10T09:10:00Z", "p1", "bob", "DE", "2024-03-10T09:30:00Z"),
        click("c2", "2024-03-11T07:05:00Z", "p1", "cleo", "FR", null),
        click("c3", "2024-03-11T22:59:00Z", "p2", "dan", "DE", null),
        click("c4", "2024-03-11T23:00:00Z", "gone", null, null, null));
  }

  private static List<@Nullable Object> click(
      String id,
      String time,
      String post,
      @Nullable String visitor,
      @Nullable String country,
      @Nullable String converted) {
    return row(
        id,
        at(time),
        post,
        "shop",
        post.equals("p1") ? "instagram" : "x",
        "spring",
        "https://shop.example/shoes",
        visitor,
        country,
        "DE".equals(country) ? "Berlin" : null,
        null,
        converted == null ? null : at(converted),
        converted == null ? null : "purchase");
  }

  static List<List<@Nullable Object>> customers() {
    return List.of(
        row("k1", "Ada", at("2024-01-05T00:00:00Z"), "DE", "small"),
        row("k2", "Bob", at("2024-02-01T12:00:00Z"), "FR", "large"),
        row("k3", "Zoë \"Z\"", at("2024-03-01T00:00:00Z"), null, null));
  }

  static List<List<@Nullable Object>> subscriptions() {
    return List.of(
        subscription("u1", "k1", "Basic", List.of(1.0, 10.0), "month", null),
        subscription("u2", "k1", "Extra", List.of(2.0, 4.5), "month", "2024-03-01T00:00:00Z"),
        subscription("u3", "k2", "Basic", List.of(1.0, 120.0), "year", null));
  }

  private static List<@Nullable Object> subscription(
      String id,
      String customer,
      String plan,
      List<Double> quantityAndPrice,
      String interval,
      @Nullable String cancelled) {
    return row(
        id,
        customer,
        "shop",
        plan,
        quantityAndPrice.getFirst(),
        quantityAndPrice.getLast(),
        "EUR",
        interval,
        at("2024-02-01T00:00:00Z"),
        cancelled == null ? null : at(cancelled),
        null,
        null,
        null);
  }

  static List<List<@Nullable Object>> invoices() {
    return List.of(
        invoice("i1", "k1", "2024-02-01T00:00:00Z", "PAID", 19.0),
        invoice("i2", "k1", "2024-03-01T00:00:00Z", "OPEN", 10.0),
        invoice("i3", "k2", "2024-02-01T00:00:00Z", "PAID", 120.0),
        invoice("i4", "k2", "2024-03-02T00:00:00Z", "PAID", -20.5),
        invoice("i5", "lost", "2024-03-03T00:00:00Z", "VOID", 1.0));
  }

  private static List<@Nullable Object> invoice(
      String id, String customer, String issued, String status, double amount) {
    boolean paid = status.equals("PAID");
    return row(
        id,
        customer,
        at(issued),
        at(issued) + 14L * 24 * 3600 * 1_000_000,
        paid ? at(issued) + 3600L * 1_000_000 : null,
        status,
        "EUR",
        amount,
        paid && amount > 100 ? 5.0 : null);
  }
}
