package dev.facet.ingest.social.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each network's own answers become: unified names, absent where nothing was said. */
class ReadingsTest {
  private static final LocalDate TODAY = Recordings.TODAY;

  private static Reading read(String platform) {
    return Recordings.of(platform).read();
  }

  @ParameterizedTest
  @MethodSource("dev.facet.ingest.social.network.Recordings#platforms")
  void everyPageOfPostsIsRead(String platform) {
    assertThat(read(platform).posts()).hasSize(2);
  }

  @Test
  void instagramGivesTotalsAndReachByDay() {
    Reading reading = read("instagram");
    assertThat(reading.level())
        .isEqualTo(
            Map.of(
                "followers",
                1500.0,
                "following",
                12.0,
                "reach",
                700.0,
                "views",
                900.0,
                "impressions",
                900.0,
                "profileViews",
                50.0,
                "likes",
                40.0,
                "saves",
                0.0));
    assertThat(reading.days())
        .isEqualTo(
            Map.of(
                TODAY.minusDays(3), Map.of("reach", 20.0),
                TODAY.minusDays(1),
                    Map.of("reach", 22.0, "views", 33.0, "impressions", 33.0, "likes", 3.0)));
    assertThat(reading.posts().getFirst().metrics())
        .isEqualTo(Map.of("likes", 5.0, "comments", 1.0));
    assertThat(reading.posts().getFirst().mediaType()).isEqualTo("CAROUSEL_ALBUM");
    assertThat(reading.posts().getFirst().publishedAt()).hasToString("2026-02-15T10:30:00Z");
  }

  @Test
  void facebookAddsUpDaysAndPosts() {
    Reading reading = read("facebook");
    assertThat(reading.level())
        .isEqualTo(
            Map.of(
                "followers",
                200.0,
                "reach",
                11.0,
                "impressions",
                17.0,
                "likes",
                7.0,
                "comments",
                1.0,
                "shares",
                2.0));
    assertThat(reading.days())
        .containsEntry(TODAY.minusDays(1), Map.of("reach", 6.0, "impressions", 9.0))
        .containsOnlyKeys(TODAY.minusDays(3), TODAY.minusDays(1));
    assertThat(reading.differences()).containsExactlyInAnyOrder("likes", "comments", "shares");
  }

  @Test
  void facebookKeepsWhatIsLeftWhenAnOldNameIsGone() {
    String series = "&period=day&since=%s&until=";
    RecordedNetwork network = Recordings.of("facebook");
    network.read();
    String until = network.calls.get(1).query().replaceAll(".*until=(\\d+).*", "$1");
    String window = series.formatted(Recordings.midnight(TODAY.minusDays(30))) + until;
    String gone = "{'error': {'code': 100, 'message': '(#100) invalid insights metric'}}";
    RecordedNetwork again =
        Recordings.of("facebook")
            .answer(
                "GET /v23.0/17/insights?metric=page_media_view,page_total_media_view_unique,page_views_total,page_post_engagements,page_follows,page_daily_follows,page_video_views"
                    + window,
                gone)
            .answer("GET /v23.0/17/insights?metric=page_media_view" + window, gone)
            .answer("GET /v23.0/17/insights?metric=page_views_total" + window, gone)
            .answer(
                "GET /v23.0/17/insights?metric=page_total_media_view_unique" + window,
                "{'data': [{'name': 'page_total_media_view_unique', 'values': [{'value': 6,"
                    + " 'end_time': '2026-03-01T08:00:00+0000'}]}]}");
    assertThat(again.read().level())
        .containsEntry("reach", 6.0)
        .doesNotContainKeys("impressions", "profileViews");
  }

  @Test
  void youtubeReadsNumbersWrittenAsTextAndColumnsInAnyOrder() {
    Reading reading = read("youtube");
    assertThat(reading.level())
        .isEqualTo(
            Map.of(
                "followers",
                1500.0,
                "video_count",
                2.0,
                "views",
                45000.0,
                "impressions",
                45000.0,
                "likes",
                4.0,
                "comments",
                2.0,
                "shares",
                7.0));
    assertThat(reading.days())
        .containsOnlyKeys(TODAY.minusDays(4), TODAY.minusDays(2))
        .containsEntry(
            TODAY.minusDays(2),
            Map.of("views", 120.0, "impressions", 120.0, "shares", 4.0, "watch_time_minutes", 8.0));
  }

  @Test
  void youtubeHidesFollowersWhenTheChannelDoes() {
    RecordedNetwork network =
        Recordings.of("youtube")
            .answer(
                "GET /youtube/v3/channels?mine=true&part=snippet,statistics,contentDetails",
                "{'items': [{'statistics': {'subscriberCount': '0', 'hiddenSubscriberCount': true,"
                    + " 'videoCount': '0'}, 'contentDetails': {'relatedPlaylists': {'uploads':"
                    + " 'UU1'}}}]}");
    assertThat(network.read().level()).doesNotContainKey("followers");
  }

  @Test
  void tiktokAddsUpVideosButNotTheirLikes() {
    Reading reading = read("tiktok");
    assertThat(reading.level())
        .isEqualTo(
            Map.of(
                "followers",
                10.0,
                "following",
                2.0,
                "likes",
                30.0,
                "video_count",
                2.0,
                "views",
                150.0,
                "impressions",
                150.0,
                "comments",
                1.0,
                "shares",
                2.0));
    assertThat(reading.days()).isEmpty();
  }

  @Test
  void linkedinIsReadInBothSpellings() {
    RecordedNetwork network = Recordings.of("linkedin");
    Reading reading = network.read();
    assertThat(reading.level())
        .isEqualTo(
            Map.of(
                "followers",
                300.0,
                "reach",
                60.0,
                "impressions",
                90.0,
                "likes",
                5.0,
                "comments",
                4.0,
                "shares",
                3.0,
                "profileViews",
                77.0));
    assertThat(reading.days())
        .isEqualTo(Map.of(TODAY.minusDays(2), Map.of("reach", 6.0, "impressions", 9.0)));
    Call days =
        network.calls.stream()
            .filter(call -> call.query().contains("time"))
            .findFirst()
            .orElseThrow();
    assertThat(days.query())
        .contains("organizationalEntity=urn%3Ali%3Aorganization%3A17")
        .contains("timeIntervals=(timeRange:(start:");
    assertThat(days.headers()).containsEntry("X-Restli-Protocol-Version", "2.0.0");
    assertThat(days.headers().get("LinkedIn-Version")).isEqualTo("202601");
  }

  @Test
  void xAddsUpPosts() {
    assertThat(read("x").level())
        .isEqualTo(
            Map.of(
                "followers",
                8.0,
                "following",
                7.0,
                "impressions",
                150.0,
                "likes",
                6.0,
                "comments",
                4.0,
                "shares",
                10.0,
                "saves",
                10.0));
  }

  @Test
  void xWithoutDataHasNoPostsAndSumsOfNothing() {
    RecordedNetwork network =
        Recordings.of("x")
            .answer(
                "GET /2/users/99/tweets?exclude=retweets&max_results=100&tweet.fields=created_at,public_metrics,non_public_metrics",
                "{'meta': {'result_count': 0}}");
    assertThat(network.read().level())
        .containsEntry("impressions", 0.0)
        .containsEntry("saves", 0.0)
        .containsEntry("followers", 8.0);
  }

  @Test
  void threadsMixesValuesAndTotals() {
    Reading reading = read("threads");
    assertThat(reading.level())
        .isEqualTo(
            Map.of(
                "followers",
                500.0,
                "views",
                10.0,
                "impressions",
                10.0,
                "likes",
                30.0,
                "shares",
                3.0));
    assertThat(reading.days())
        .isEqualTo(
            Map.of(
                TODAY.minusDays(3), Map.of("views", 4.0, "impressions", 4.0),
                TODAY.minusDays(1), Map.of("views", 6.0, "impressions", 6.0, "likes", 3.0)));
  }

  @Test
  void pinterestCountsOnlyDaysThatAreReady() {
    Reading reading = read("pinterest");
    assertThat(reading.level())
        .isEqualTo(Map.of("followers", 70.0, "following", 6.0, "impressions", 15.0, "saves", 2.0));
    assertThat(reading.days()).containsOnlyKeys(TODAY.minusDays(3), TODAY.minusDays(1));
  }

  @Test
  void redditCountsScoresAlsoBelowZero() {
    RecordedNetwork network = Recordings.of("reddit");
    assertThat(network.read().level())
        .isEqualTo(
            Map.of(
                "followers",
                9.0,
                "impressions",
                6.0,
                "likes",
                12.0,
                "comments",
                3.0,
                "shares",
                1.0));
    assertThat(network.calls)
        .allSatisfy(
            call -> {
              assertThat(call.headers()).containsKey("User-Agent");
              assertThat(call.headers().get("Authorization")).isEqualTo("bearer tok-secret");
            });
  }

  @Test
  void blueskyLeavesOutWhatOthersWrote() {
    assertThat(read("bluesky").level())
        .isEqualTo(
            Map.of(
                "followers", 40.0, "following", 4.0, "likes", 7.0, "comments", 1.0, "shares", 3.0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01",
    "2025-12-31",
    "2026-03-08",
    "2026-03-09",
    "2026-03-29",
    "2026-11-01",
    "2028-02-29"
  })
  void daysKeepTheirLabelsAtEndsOfYearsAndWhenClocksChange(LocalDate today) {
    for (String platform : List.of("instagram", "facebook", "threads")) {
      assertThat(Recordings.of(platform, today).read().days())
          .as(platform)
          .containsOnlyKeys(today.minusDays(3), today.minusDays(1));
    }
    assertThat(Recordings.of("linkedin", today).read().days()).containsOnlyKeys(today.minusDays(2));
    assertThat(Recordings.of("youtube", today).read().days())
        .containsOnlyKeys(today.minusDays(4), today.minusDays(2));
  }

  @Test
  void aPageThatRepeatsItsCursorEndsTheList() {
    RecordedNetwork network =
        Recordings.of("bluesky")
            .answer(
                "GET /xrpc/app.bsky.feed.getAuthorFeed?actor=17&cursor=c1&filter=posts_no_replies&limit=100",
                "{'cursor': 'c1', 'feed': [{'post': {'uri': 'at://did/app.bsky.feed.post/1',"
                    + " 'likeCount': 3}}]}");
    assertThat(network.read().level()).containsEntry("likes", 3.0);
    assertThat(network.calls).hasSize(3);
  }

  @Test
  void blueskyIsAskedInPublicWithoutATokenAndAtTheAccountsServerWithOne() {
    RecordedNetwork open = Recordings.of("bluesky");
    Account nobody = new Account("bluesky", "17", null, null, null, null, null, null);
    open.connector().read(nobody, open, TODAY);
    RecordedNetwork own = Recordings.of("bluesky");
    own.read();

    assertThat(open.calls)
        .allMatch(call -> call.host().equals("https://public.api.bsky.app"))
        .noneMatch(call -> call.headers().containsKey("Authorization"));
    assertThat(own.calls).allMatch(call -> call.host().equals("https://bsky.social"));
  }

  @Test
  void instagramsOwnTokensGoToItsOwnHost() {
    RecordedNetwork network = Recordings.of("instagram");
    Account account = new Account("instagram", "17", "IGQ", null, null, null, null, null);
    network.connector().read(account, network, TODAY);

    assertThat(network.calls).allMatch(call -> call.host().equals("https://graph.instagram.com"));
  }
}
