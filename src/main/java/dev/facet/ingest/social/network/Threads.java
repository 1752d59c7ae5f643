package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.LongLife;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Connector.Step;
import dev.facet.ingest.social.Reading;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Threads: views come day by day, all else as totals.
 *
 * @see <a href="https://developers.facebook.com/documentation/threads/insights">its insights</a>
 */
final class Threads implements MetaNetwork {
  private static final String HOST = "https://graph.threads.net";
  private static final String VERSION = "/v1.0";

  private static final List<String> METRICS =
      List.of("views", "likes", "replies", "reposts", "quotes", "clicks", "followers_count");

  private static final List<String> OF_A_POST =
      List.of("views", "likes", "replies", "reposts", "quotes", "shares");

  /** Of the days before, the network does not speak. */
  private static final LocalDate FIRST = LocalDate.of(2024, 4, 14);

  private static final int PAGE = 100;

  @Override
  public String platform() {
    return "threads";
  }

  @Override
  public String name() {
    return "Threads";
  }

  @Override
  public String noun() {
    return "post";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Told me = talk.ask(Graph.get(talk, HOST, VERSION + "/me").with("fields", "id,username,name"));
    String id = me.text("id");
    String account = id == null ? talk.account().accountId() : id;
    Map<String, Told> month = month(talk, account, today);
    LocalDate yesterday = today.minusDays(1);
    Days days = new Days(today);
    Graph.series(days, month.get("views"), List.of("views", "impressions"));
    Map<String, Told> ofYesterday = insights(talk, account, yesterday, Times.seconds(today));
    days.putAll(yesterday, reactions(ofYesterday));
    Numbers level =
        new Numbers()
            .put("followers", Graph.last(month.get("followers_count")))
            .put("views", views(month.get("views"), days))
            .also("views", "impressions")
            .putAll(reactions(month));
    List<Reading.Post> posts = list(talk, PAGE).all(Pages.MOST).orElse(List.of());
    return new Reading(level.map(), days.map(), List.of(), posts);
  }

  /** Until now, as the day that ends this morning is only then in it. */
  private static Map<String, Told> month(Conversation talk, String account, LocalDate today) {
    return insights(talk, account, today.minusDays(Days.LENGTH - 1), talk.now().getEpochSecond());
  }

  /** The days add up to what thirty days are; a total stands in where there are none. */
  private static @Nullable Double views(@Nullable Told views, Days days) {
    Double sum = days.sum("views");
    return sum == null ? Graph.total(views) : sum;
  }

  private static Map<String, Told> insights(
      Conversation talk, String account, LocalDate since, long until) {
    LocalDate first = since.isBefore(FIRST) ? FIRST : since;
    if (Times.seconds(first) >= until) {
      return Map.of();
    }
    Call call =
        Graph.get(talk, HOST, VERSION + "/" + Call.encoded(account) + "/threads_insights")
            .with("since", Times.seconds(first))
            .with("until", until);
    return Graph.insightsIfAny(talk, call, METRICS, METRICS);
  }

  private static Map<String, Double> reactions(Map<String, Told> told) {
    return new Numbers()
        .put("likes", Graph.total(told.get("likes")))
        .put("comments", Graph.total(told.get("replies")))
        .put(
            "shares",
            Numbers.added(
                Graph.total(told.get("reposts")),
                Graph.total(told.get("quotes")),
                Graph.total(told.get("shares"))))
        .map();
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    Call call = Graph.get(talk, HOST, VERSION + "/" + Call.encoded(id) + "/insights");
    Map<String, Told> told = new LinkedHashMap<>(Graph.insights(talk, call, OF_A_POST, OF_A_POST));
    Numbers metrics = new Numbers();
    OF_A_POST.forEach(name -> metrics.put(name, Graph.total(told.get(name))));
    return Optional.of(metrics.map());
  }

  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    return list(talk, Math.min(limit, PAGE)).page(cursor);
  }

  private static GraphList list(Conversation talk, int limit) {
    Call call =
        Graph.get(talk, HOST, VERSION + "/me/threads")
            .with("fields", "id,text,media_type,permalink,timestamp")
            .with("limit", limit);
    return new GraphList(talk, call, Threads::published);
  }

  private static Reading.Post published(Told post) {
    return Published.of(post, "id")
        .url(post.text("permalink"))
        .caption(post.text("text"))
        .type(post.text("media_type"))
        .at(post.time("timestamp"))
        .post();
  }

  @Override
  public Optional<Consent> consent() {
    URI longer = URI.create(HOST + "/access_token");
    URI renewal = URI.create(HOST + "/refresh_access_token");
    LongLife longLife =
        new LongLife(
            new Step(longer, "th_exchange_token", "access_token", true),
            new Step(renewal, "th_refresh_token", "access_token", false));
    return Optional.of(
        new Consent(
            URI.create("https://threads.net/oauth/authorize"),
            URI.create(HOST + "/oauth/access_token"),
            List.of("threads_basic", "threads_manage_insights"),
            ",",
            "client_id",
            false,
            false,
            longLife));
  }
}
