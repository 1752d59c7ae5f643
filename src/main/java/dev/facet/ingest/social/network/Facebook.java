package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages of Facebook, by the token of the page.
 *
 * @see <a href="https://developers.facebook.com/documentation/pages-api/platforminsights/page.md">
 *     insights of a page</a>
 */
final class Facebook implements MetaNetwork {
  private static final String HOST = "https://graph.facebook.com";
  private static final String VIEWS = "page_media_view";
  private static final String VIEWERS = "page_total_media_view_unique";
  private static final String VISITS = "page_views_total";

  private static final List<String> SERIES =
      List.of(
          VIEWS,
          VIEWERS,
          VISITS,
          "page_post_engagements",
          "page_follows",
          "page_daily_follows",
          "page_video_views");

  private static final List<String> NEEDED = List.of(VIEWS, VIEWERS, VISITS);

  private static final List<String> OF_A_POST =
      List.of(
          "post_media_view",
          "post_total_media_view_unique",
          "post_clicks",
          "post_reactions_by_type_total");

  private static final String COUNTS =
      "shares,likes.summary(true).limit(0),comments.summary(true).limit(0)";

  private static final int PAGE = 100;

  /** Reactions are added up over so many of the newest posts. */
  private static final int SUMMED = 100;

  @Override
  public String platform() {
    return "facebook";
  }

  @Override
  public String name() {
    return "Facebook";
  }

  @Override
  public String noun() {
    return "post";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Told page =
        talk.ask(node(talk, page(talk), "").with("fields", "name,followers_count,fan_count"));
    Days days = days(talk, today);
    Numbers level =
        new Numbers()
            .put("followers", followers(page))
            .put("reach", days.sum("reach"))
            .put("impressions", days.sum("impressions"))
            .put("profileViews", days.sum("profileViews"));
    Optional<List<Reading.Post>> posts = list(talk, PAGE).all(Pages.MOST);
    posts.ifPresent(all -> addUp(level, all.subList(0, Math.min(SUMMED, all.size()))));
    return new Reading(
        level.map(), days.map(), List.of("likes", "comments", "shares"), posts.orElse(List.of()));
  }

  private static @Nullable Double followers(Told page) {
    Double followers = page.number("followers_count");
    return followers == null ? page.number("fan_count") : followers;
  }

  private static void addUp(Numbers level, List<Reading.Post> posts) {
    List.of("likes", "comments", "shares").forEach(name -> level.sum(name, posts, name));
  }

  private static Days days(Conversation talk, LocalDate today) {
    Call call =
        node(talk, page(talk), "/insights")
            .with("period", "day")
            .with("since", Times.seconds(today.minusDays(Days.LENGTH)))
            .with("until", talk.now().getEpochSecond());
    Map<String, Told> told = Graph.insightsIfAny(talk, call, SERIES, NEEDED);
    Days days = new Days(today);
    Graph.series(days, told.get(VIEWERS), List.of("reach"));
    Graph.series(days, told.get(VIEWS), List.of("impressions"));
    Graph.series(days, told.get(VISITS), List.of("profileViews"));
    return days;
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    Map<String, Double> counts = countsOf(talk, id);
    Map<String, Told> told =
        Graph.insightsIfAny(talk, node(talk, id, "/insights"), OF_A_POST, OF_A_POST.subList(0, 2));
    Numbers metrics =
        new Numbers()
            .put("impressions", Graph.last(told.get("post_media_view")))
            .put("reach", Graph.last(told.get("post_total_media_view_unique")));
    counts.forEach(metrics::put);
    return Optional.of(metrics.map());
  }

  /** A post that the network does not give by itself may stand among the newest of the page. */
  private static Map<String, Double> countsOf(Conversation talk, String id) {
    try {
      return counts(talk.ask(node(talk, id, "").with("fields", COUNTS)));
    } catch (NetworkException refusal) {
      if (refusal.kind() != Kind.NOT_FOUND && refusal.kind() != Kind.BAD_REQUEST) {
        throw refusal;
      }
      return talk.ifGiven(() -> list(talk, PAGE).page(Optional.empty())).stream()
          .flatMap(page -> page.posts().stream())
          .filter(post -> post.id().equals(id))
          .findFirst()
          .orElseThrow(() -> refusal)
          .metrics();
    }
  }

  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    return list(talk, Math.min(limit, PAGE)).page(cursor);
  }

  private static GraphList list(Conversation talk, int limit) {
    Call call =
        node(talk, page(talk), "/posts")
            .with("fields", "id,message,created_time,permalink_url," + COUNTS)
            .with("limit", limit);
    return new GraphList(talk, call, Facebook::published);
  }

  private static Reading.Post published(Told post) {
    Published published =
        Published.of(post, "id")
            .url(post.text("permalink_url"))
            .caption(post.text("message"))
            .at(post.time("created_time"));
    counts(post).forEach(published::with);
    return published.post();
  }

  /** A post that was never shared says nothing of shares. */
  private static Map<String, Double> counts(Told post) {
    return new Numbers()
        .put("likes", post.at("likes", "summary").number("total_count"))
        .put("comments", post.at("comments", "summary").number("total_count"))
        .put("shares", post.at("shares").number("count"))
        .map();
  }

  /** Insights of a page want the page's own token, which does not end. */
  @Override
  public Optional<String> ownToken(Conversation talk) {
    return talk.tryToAsk(node(talk, page(talk), "").with("fields", "access_token"))
        .map(page -> page.text("access_token"));
  }

  private static String page(Conversation talk) {
    String page = talk.account().pageId();
    return page == null || page.isBlank() ? talk.account().accountId() : page;
  }

  private static Call node(Conversation talk, String id, String edge) {
    return Graph.get(talk, HOST, Graph.VERSION + "/" + Call.encoded(id) + edge);
  }

  @Override
  public Optional<Consent> consent() {
    return Graph.consent("read_insights", "pages_read_engagement", "pages_show_list");
  }
}
