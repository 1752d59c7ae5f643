package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Reading;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instagram, through Facebook's login or its own, whose tokens begin with IG.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights">
 *     insights of a user</a>
 */
final class Instagram implements MetaNetwork {
  private static final List<String> REACH = List.of("reach");

  /** As asked for; those that are not in {@link #UNIFIED} have no name here. */
  private static final List<String> TOTALS =
      List.of(
          "reach",
          "views",
          "accounts_engaged",
          "likes",
          "comments",
          "shares",
          "saves",
          "total_interactions");

  private static final Map<String, String> UNIFIED = unified();

  private static final List<String> OF_A_POST =
      List.of("views", "reach", "likes", "comments", "shares", "saved", "total_interactions");

  private static final String USER =
      "username,name,followers_count,follows_count,media_count,profile_picture_url";

  private static final String MEDIA =
      "id,caption,media_type,media_product_type,media_url,permalink,thumbnail_url,timestamp,"
          + "like_count,comments_count";

  private static final int PAGE = 100;

  private static Map<String, String> unified() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String name : List.of("reach", "views", "likes", "comments", "shares", "saves")) {
      names.put(name, name);
    }
    names.put("accounts_engaged", "profileViews");
    return names;
  }

  @Override
  public String platform() {
    return "instagram";
  }

  @Override
  public String name() {
    return "Instagram";
  }

  @Override
  public String noun() {
    return "post";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    String id = talk.account().accountId();
    Told user = talk.ask(node(talk, id, "").with("fields", USER));
    Numbers level =
        new Numbers()
            .put("followers", user.number("followers_count"))
            .put("following", user.number("follows_count"))
            .putAll(totals(talk, today.minusDays(Days.LENGTH), today));
    Days days = reach(talk, today);
    LocalDate yesterday = today.minusDays(1);
    Numbers ofYesterday = new Numbers().putAll(totals(talk, yesterday, today)).without("reach");
    days.putAll(yesterday, ofYesterday.map());
    List<Reading.Post> posts = list(talk, PAGE).all(Pages.MOST).orElse(List.of());
    return new Reading(level.map(), days.map(), List.of(), posts);
  }

  /** From midnight to midnight, 30 days at most. */
  private static Map<String, Double> totals(Conversation talk, LocalDate since, LocalDate until) {
    Call call =
        node(talk, talk.account().accountId(), "/insights")
            .with("metric_type", "total_value")
            .with("period", "day")
            .with("since", Times.seconds(since))
            .with("until", Times.seconds(until));
    List<String> needed = List.copyOf(UNIFIED.keySet());
    Map<String, Told> told = Graph.insightsIfAny(talk, call, TOTALS, needed);
    Numbers totals = new Numbers();
    UNIFIED.forEach((theirs, ours) -> totals.put(ours, Graph.total(told.get(theirs))));
    return totals.also("views", "impressions").map();
  }

  private static Days reach(Conversation talk, LocalDate today) {
    Call call =
        node(talk, talk.account().accountId(), "/insights")
            .with("period", "day")
            .with("since", Times.seconds(today.minusDays(Days.LENGTH - 1)))
            .with("until", talk.now().getEpochSecond());
    Days days = new Days(today);
    Graph.series(days, Graph.insightsIfAny(talk, call, REACH, REACH).get("reach"), REACH);
    return days;
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    Call call = node(talk, id, "/insights");
    Map<String, Told> told = Graph.insights(talk, call, OF_A_POST, OF_A_POST);
    Numbers metrics = new Numbers();
    OF_A_POST.forEach(name -> metrics.put(name, Graph.total(told.get(name))));
    return Optional.of(metrics.rename("saved", "saves").without("total_interactions").map());
  }

  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    return list(talk, Math.min(limit, PAGE)).page(cursor);
  }

  private static GraphList list(Conversation talk, int limit) {
    Call call =
        node(talk, talk.account().accountId(), "/media").with("fields", MEDIA).with("limit", limit);
    return new GraphList(talk, call, Instagram::media);
  }

  private static Reading.Post media(Told media) {
    return Published.of(media, "id")
        .url(media.text("permalink"))
        .caption(media.text("caption"))
        .type(media.text("media_type"))
        .media(media.text("media_url"))
        .thumbnail(media.text("thumbnail_url"))
        .at(media.time("timestamp"))
        .with("likes", media.number("like_count"))
        .with("comments", media.number("comments_count"))
        .post();
  }

  private static Call node(Conversation talk, String id, String edge) {
    String host =
        talk.token().startsWith("IG")
            ? "https://graph.instagram.com"
            : "https://graph.facebook.com";
    return Graph.get(talk, host, Graph.VERSION + "/" + Call.encoded(id) + edge);
  }

  @Override
  public Optional<Consent> consent() {
    return Graph.consent("instagram_basic", "instagram_manage_insights", "pages_read_engagement");
  }
}
