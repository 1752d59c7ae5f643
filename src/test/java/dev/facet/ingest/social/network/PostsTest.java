package dev.facet.ingest.social.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single posts, pages of posts, and how accounts are opened. */
class PostsTest {
  private static final String ALL = "dev.facet.ingest.social.network.Recordings#platforms";

  private static final String COUNTS =
      "?fields=shares,likes.summary(true).limit(0),comments.summary(true).limit(0)";

  private static final String FACEBOOK_INSIGHTS =
      "GET /v23.0/17_1/insights?metric=post_media_view,post_total_media_view_unique,post_clicks,post_reactions_by_type_total";

  private static RecordedNetwork none(String platform) {
    return new RecordedNetwork(platform, Recordings.TODAY);
  }

  private static String value(String name, int value) {
    return "{'name': '%s', 'values': [{'value': %d}]}".formatted(name, value);
  }

  @Test
  void instagramSaysSavedForSaves() {
    RecordedNetwork network =
        none("instagram")
            .answer(
                "GET /v23.0/m1/insights?metric=views,reach,likes,comments,shares,saved,total_interactions",
                "{'data': [%s, %s, %s, %s]}"
                    .formatted(
                        value("views", 9),
                        value("reach", 8),
                        value("saved", 4),
                        value("total_interactions", 7)));

    assertThat(network.post("m1")).isEqualTo(Map.of("views", 9.0, "reach", 8.0, "saves", 4.0));
  }

  private static RecordedNetwork facebook() {
    return Recordings.of("facebook")
        .answer(
            FACEBOOK_INSIGHTS,
            "{'data': [%s, %s, {'name': 'post_reactions_by_type_total', 'values': [{'value': {'like': 5}}]}]}"
                .formatted(
                    value("post_media_view", 44), value("post_total_media_view_unique", 33)));
  }

  @Test
  void facebookAddsInsightsToCounts() {
    RecordedNetwork network =
        facebook()
            .answer(
                "GET /v23.0/17_1" + COUNTS,
                "{'id': '17_1', 'likes': {'summary': {'total_count': 5}}, 'shares': {'count': 1}}");

    assertThat(network.post("17_1"))
        .isEqualTo(Map.of("impressions", 44.0, "reach", 33.0, "likes", 5.0, "shares", 1.0));
  }

  @Test
  void facebookFindsInTheListWhatItDoesNotGiveAlone() {
    RecordedNetwork network =
        facebook()
            .answer("GET /v23.0/17_1" + COUNTS, "{'error': {'code': 100, 'error_subcode': 33}}");

    assertThat(network.post("17_1"))
        .isEqualTo(
            Map.of(
                "impressions", 44.0, "reach", 33.0, "likes", 3.0, "comments", 1.0, "shares", 2.0));
  }

  @Test
  void threadsKeepsItsOwnNames() {
    String call = "GET /v1.0/t1/insights?metric=views,likes,replies,reposts,quotes,shares";
    RecordedNetwork network =
        none("threads")
            .answer(
                call,
                "{'data': [%s, %s, %s]}"
                    .formatted(value("views", 9), value("replies", 2), value("quotes", 0)));

    assertThat(network.post("t1")).isEqualTo(Map.of("views", 9.0, "replies", 2.0, "quotes", 0.0));
    assertThat(none("threads").answer(call, "{'data': []}").post("t1"))
        .as("a repost of somebody else's")
        .isEmpty();
  }

  @Test
  void pinterestAddsUpReadyDays() {
    String row = "{'date': '%s', 'data_status': '%s', 'metrics': {'IMPRESSION': %d, 'SAVE': 1}}";
    RecordedNetwork network =
        none("pinterest")
            .answer(
                "GET /v5/pins/81/analytics?end_date=2026-03-01&metric_types=IMPRESSION,SAVE,PIN_CLICK,OUTBOUND_CLICK&start_date=2025-12-02",
                "{'all': {'lifetime_metrics': {'COMMENT': 5}, 'daily_metrics': [%s, %s, %s]}}"
                    .formatted(
                        row.formatted("2025-12-30", "READY", 7),
                        row.formatted("2026-02-26", "READY", 3),
                        row.formatted("2026-02-28", "ESTIMATE", 99)));

    assertThat(network.post("81")).isEqualTo(Map.of("impressions", 10.0, "saves", 2.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at://17/app.bsky.feed.post/1", "1"})
  void blueskyKnowsAPostByItsAddressOrTheEndOfIt(String id) {
    RecordedNetwork network =
        none("bluesky")
            .answer(
                "GET /xrpc/app.bsky.feed.getPosts?uris=at://17/app.bsky.feed.post/1",
                "{'posts': [{'uri': 'at://did/app.bsky.feed.post/1', 'likeCount': 3, 'quoteCount': 0}]}");

    assertThat(network.post(id)).isEqualTo(Map.of("likes", 3.0, "quotes", 0.0));
  }

  @Test
  void linkedinTellsSharesFromOtherPosts() {
    RecordedNetwork network =
        none("linkedin")
            .answer(
                "GET /rest/organizationalEntityShareStatistics?organizationalEntity=urn:li:organization:17&q=organizationalEntity&ugcPosts=List(urn:li:ugcPost:2)",
                "{'elements': [{'totalShareStatistics': {'clickCount': 2}}]}");

    assertThat(network.post("urn:li:ugcPost:2")).isEqualTo(Map.of("clicks", 2.0));
    assertThat(network.calls.getFirst().query()).contains("List(urn%3Ali%3AugcPost%3A2)");
  }

  @Test
  void redditDoesNotCallMissingWhatItMayNotRead() {
    RecordedNetwork network = Recordings.of("reddit").breakAt(3, 403);

    assertThat(catchThrowableOfType(NetworkException.class, () -> network.post("1")).kind())
        .isEqualTo(Kind.PERMISSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada_l", "u/ada_l", "/u/ada_l", "@ada_l"})
  void redditTakesAHandleForTheNameItMayNotAsk(String handle) {
    RecordedNetwork network = Recordings.of("reddit").fault(403, Map.of(), "{}");
    Account account =
        new Account("reddit", "t2_7", RecordedNetwork.TOKEN, null, handle, null, null, null);

    Reading reading = network.connector().read(account, network, Recordings.TODAY);

    assertThat(reading.posts()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anIdOfOddLettersIsAskedForWellFormedAndNamedAsGiven(String platform) {
    for (String id : List.of("a/b?c=d&e#f", "ünï ☃", "%2e%2e", "1\r\nHost: x", "'\"")) {
      RecordedNetwork network = none(platform).elsewhere(404);

      NetworkException refusal =
          catchThrowableOfType(NetworkException.class, () -> network.post(id));

      assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
      assertThat(refusal)
          .hasMessageStartingWith(network.connector().name() + " ")
          .hasMessageEndingWith(" not found (ID: " + id + "). The token may need to be refreshed.");
      assertThat(network.calls)
          .isNotEmpty()
          .allMatch(call -> call.target().matches("[A-Za-z0-9/._~%?=&,:()-]*"));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void pagesFollowOneAnotherByTheirCursors(String platform) {
    RecordedNetwork network = Recordings.of(platform);
    Account account = RecordedNetwork.account(platform);
    int most = 250;

    Posts first = network.connector().posts(account, network, most, Optional.empty());
    Posts second = network.connector().posts(account, network, most, first.next());

    assertThat(first.next()).isPresent();
    assertThat(List.of(first.posts().size(), second.posts().size())).containsExactly(1, 1);
    assertThat(second.posts().getFirst().id()).isNotEqualTo(first.posts().getFirst().id());
  }

  @ParameterizedTest
  @CsvSource({
    "instagram, www.facebook.com",
    "facebook, www.facebook.com",
    "youtube, accounts.google.com",
    "tiktok, www.tiktok.com",
    "linkedin, www.linkedin.com",
    "x, x.com",
    "threads, threads.net",
    "pinterest, www.pinterest.com",
    "reddit, www.reddit.com"
  })
  void aPersonGivesLeaveAtTheNetworkItself(String platform, String host) {
    assertThat(none(platform).connector().consent())
        .hasValueSatisfying(
            consent -> {
              assertThat(consent.authorize()).hasScheme("https").hasHost(host);
              assertThat(consent.token()).hasScheme("https");
              assertThat(consent.scopes()).isNotEmpty();
            });
  }

  @Test
  void blueskyHasNoCodeFlow() {
    assertThat(none("bluesky").connector().consent()).isEmpty();
  }
}
