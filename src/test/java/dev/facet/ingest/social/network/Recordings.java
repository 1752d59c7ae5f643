package dev.facet.ingest.social.network;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Each network at its best: an account with two pages of posts, on the first day of a month. */
final class Recordings {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private Recordings() {}

  static Stream<String> platforms() {
    return Stream.of(
        "instagram",
        "facebook",
        "youtube",
        "tiktok",
        "linkedin",
        "x",
        "threads",
        "pinterest",
        "reddit",
        "bluesky");
  }

  static RecordedNetwork of(String platform) {
    return of(platform, TODAY);
  }

  static RecordedNetwork of(String platform, LocalDate today) {
    RecordedNetwork network = new RecordedNetwork(platform, today);
    return switch (platform) {
      case "instagram" -> instagram(network, today);
      case "facebook" -> facebook(network, today);
      case "youtube" -> youtube(network, today);
      case "tiktok" -> tiktok(network);
      case "linkedin" -> linkedin(network, today);
      case "x" -> x(network);
      case "threads" -> threads(network, today);
      case "pinterest" -> pinterest(network, today);
      case "reddit" -> reddit(network);
      case "bluesky" -> bluesky(network);
      default -> throw new IllegalArgumentException(platform);
    };
  }

  static String midnight(LocalDate day) {
    return String.valueOf(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
  }

  private static String noon(LocalDate day) {
    return String.valueOf(day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC));
  }

  /** Between the first call of a reading and the next no time goes by here. */
  private static RecordedNetwork instagram(RecordedNetwork network, LocalDate today) {
    String user = "/v23.0/17";
    String totals =
        "GET %s/insights?metric=reach,views,accounts_engaged,likes,comments,shares,saves,total_interactions&metric_type=total_value&period=day&since=%s&until=%s";
    String media =
        "GET %s/media?%sfields=id,caption,media_type,media_product_type,media_url,permalink,thumbnail_url,timestamp,like_count,comments_count&limit=100";
    return network
        .answer(
            "GET "
                + user
                + "?fields=username,name,followers_count,follows_count,media_count,profile_picture_url",
            "{'later': {}, 'follows_count': 12, 'id': '17', 'followers_count': 1500}")
        .answer(
            totals.formatted(user, midnight(today.minusDays(30)), midnight(today)),
            "{'data': [{'total_value': {'value': 900}, 'name': 'views'}, {'name': 'reach',"
                + " 'total_value': {'value': 700}}, {'name': 'accounts_engaged', 'total_value':"
                + " {'value': 50}}, {'name': 'likes', 'total_value': {'value': 40}}, {'name':"
                + " 'saves', 'total_value': {'value': 0}}]}")
        .answer(
            totals.formatted(user, midnight(today.minusDays(1)), midnight(today)),
            "{'data': [{'name': 'reach', 'total_value': {'value': 1}}, {'name': 'views',"
                + " 'total_value': {'value': 33}}, {'name': 'likes', 'total_value': {'value':"
                + " 3}}]}")
        .answer(
            "GET %s/insights?metric=reach&period=day&since=%s&until=%s"
                .formatted(user, midnight(today.minusDays(29)), noon(today)),
            "{'data': [{'name': 'reach', 'period': 'day', 'values': [{'value': 20, 'end_time':"
                + " '%sT08:00:00+0000'}, {'end_time': '%sT08:00:00+0000', 'value': 22}]}]}"
                    .formatted(today.minusDays(2), today))
        .answer(
            media.formatted(user, ""),
            "{'data': [{'id': 'm1', 'like_count': 5, 'comments_count': 1, 'media_type':"
                + " 'CAROUSEL_ALBUM', 'caption': 'Ünïcode', 'permalink': 'https://i/m1',"
                + " 'timestamp': '2026-02-15T10:30:00+0000'}], 'paging': {'next':"
                + " 'https://graph.facebook.com/v23.0/17/media?limit=1&after=c%3D1'}}")
        .answer(
            media.formatted(user, "after=c=1&"),
            "{'data': [{'id': 'm2', 'media_type': 'IMAGE'}], 'paging': {'cursors': {'after':"
                + " 'end'}}}");
  }

  private static RecordedNetwork facebook(RecordedNetwork network, LocalDate today) {
    String posts =
        "GET /v23.0/17/posts?%sfields=id,message,created_time,permalink_url,shares,likes.summary(true).limit(0),comments.summary(true).limit(0)&limit=100";
    String value = "{'value': %d, 'end_time': '%sT08:00:00+0000'}";
    String series = "{'name': '%s', 'period': 'day', 'values': [" + value + ", " + value + "]}";
    return network
        .answer(
            "GET /v23.0/17?fields=name,followers_count,fan_count",
            "{'name': 'Acme', 'followers_count': 200, 'id': '17'}")
        .answer(
            "GET /v23.0/17/insights?metric=page_media_view,page_total_media_view_unique,page_views_total,page_post_engagements,page_follows,page_daily_follows,page_video_views&period=day&since=%s&until=%s"
                .formatted(midnight(today.minusDays(30)), noon(today)),
            "{'data': ["
                + series.formatted("page_total_media_view_unique", 5, today.minusDays(2), 6, today)
                + ", "
                + series.formatted("page_media_view", 8, today.minusDays(2), 9, today)
                + "], 'paging': {'next': 'https://graph.facebook.com/more'}}")
        .answer(
            posts.formatted(""),
            "{'data': [{'id': '17_1', 'shares': {'count': 2}, 'likes': {'summary':"
                + " {'total_count': 3}}, 'comments': {'summary': {'total_count': 1}}}], 'paging':"
                + " {'cursors': {'after': 'c1'}, 'next': 'https://x/?after=c1'}}")
        .answer(
            posts.formatted("after=c1&"),
            "{'data': [{'id': '17_2', 'likes': {'summary': {'total_count': 4}}}]}");
  }

  private static RecordedNetwork youtube(RecordedNetwork network, LocalDate today) {
    String list =
        "GET /youtube/v3/playlistItems?maxResults=50&%spart=contentDetails,snippet&playlistId=UU1";
    String videos = "GET /youtube/v3/videos?id=%s&part=snippet,statistics,contentDetails";
    return network
        .answer(
            "GET /youtube/v3/channels?mine=true&part=snippet,statistics,contentDetails",
            "{'items': [{'statistics': {'viewCount': '45000', 'subscriberCount': '1500',"
                + " 'hiddenSubscriberCount': false, 'videoCount': '2'}, 'contentDetails':"
                + " {'relatedPlaylists': {'uploads': 'UU1'}}}]}")
        .answer(
            "GET /v2/reports?dimensions=day&endDate=%s&ids=channel==MINE&metrics=views,likes,comments,shares,subscribersGained,subscribersLost,estimatedMinutesWatched,averageViewDuration&sort=day&startDate=%s"
                .formatted(today, today.minusDays(30)),
            "{'rows': [[3, '%s', 100, 7], [4, '%s', 120, 8]], 'columnHeaders': [{'name':"
                    .formatted(today.minusDays(4), today.minusDays(2))
                + " 'shares'}, {'name': 'day'}, {'name': 'views'}, {'name':"
                + " 'estimatedMinutesWatched'}]}")
        .answer(
            list.formatted(""),
            "{'items': [{'contentDetails': {'videoId': 'v1'}}], 'nextPageToken': 'p2'}")
        .answer(
            list.formatted("pageToken=p2&"), "{'items': [{'contentDetails': {'videoId': 'v2'}}]}")
        .answer(
            videos.formatted("v1"),
            "{'items': [{'id': 'v1', 'statistics': {'viewCount': '10', 'likeCount': '4',"
                + " 'commentCount': '2', 'favoriteCount': '0'}, 'snippet': {'title': 'One',"
                + " 'publishedAt': '2026-02-01T00:00:00Z'}}]}")
        .answer(
            videos.formatted("v2"), "{'items': [{'id': 'v2', 'statistics': {'viewCount': '20'}}]}");
  }

  private static RecordedNetwork tiktok(RecordedNetwork network) {
    String fields =
        "?fields=id,create_time,title,video_description,duration,share_url,cover_image_url,view_count,like_count,comment_count,share_count";
    String ok = ", 'error': {'code': 'ok', 'message': ''}}";
    return network
        .answer(
            "GET /v2/user/info/?fields=open_id,union_id,display_name,username,avatar_url,follower_count,following_count,likes_count,video_count",
            "{'data': {'user': {'follower_count': 10, 'following_count': 2, 'likes_count': 30,"
                + " 'video_count': 2}}"
                + ok)
        .answer(
            "POST /v2/video/list/" + fields + " {\"max_count\":20}",
            "{'data': {'videos': [{'id': 'v1', 'view_count': 100, 'like_count': 9,"
                + " 'comment_count': 1, 'share_count': 2, 'create_time': 1767225600}], 'cursor':"
                + " 1767225600000, 'has_more': true}"
                + ok)
        .answer(
            "POST /v2/video/list/" + fields + " {\"max_count\":20,\"cursor\":1767225600000}",
            "{'data': {'videos': [{'id': 'v2', 'view_count': 50, 'like_count': 1}], 'has_more':"
                + " false, 'cursor': 1}"
                + ok)
        .answer(
            "POST /v2/video/query/" + fields + " {\"filters\":{\"video_ids\":[\"v1\"]}}",
            "{'data': {'videos': [{'id': 'v1', 'view_count': 100, 'like_count': 9}]}" + ok)
        .answer(
            "POST /v2/video/query/" + fields + " {\"filters\":{\"video_ids\":[\"7123456789\"]}}",
            "{'data': {'videos': []}" + ok);
  }

  private static RecordedNetwork linkedin(RecordedNetwork network, LocalDate today) {
    String urn = "urn:li:organization:17";
    String statistics = "GET /rest/organizationalEntityShareStatistics?organizationalEntity=" + urn;
    String start = midnight(today.minusDays(2)) + "000";
    return network
        .answer(
            "GET /rest/networkSizes/urn%3Ali%3Aorganization%3A17?edgeType=COMPANY_FOLLOWED_BY_MEMBER",
            "{'firstDegreeSize': 300}")
        .answer(
            statistics + "&q=organizationalEntity",
            "{'elements': [{'totalShareStatistics': {'uniqueImpressionsCounts': 60,"
                + " 'impressionCount': 90, 'likeCount': 5, 'commentCount': 4, 'shareCount': 3}}]}")
        .answer(
            statistics
                + "&q=organizationalEntity&timeIntervals=(timeRange:(start:%s000,end:%s000),timeGranularityType:DAY)"
                    .formatted(midnight(today.minusDays(30)), midnight(today)),
            "{'elements': [{'timeRange': {'end': 1, 'start': %s}, 'totalShareStatistics':"
                    .formatted(start)
                + " {'uniqueImpressionsCount': 6, 'impressionCount': 9}}]}")
        .answer(
            "GET /rest/organizationPageStatistics?organization=" + urn + "&q=organization",
            "{'elements': [{'totalPageStatistics': {'views': {'allPageViews': {'pageViews':"
                + " 77}}}}]}")
        .answer(
            "GET /rest/posts?author=" + urn + "&count=100&q=author&start=0",
            "{'elements': [{'id': 'urn:li:share:1', 'commentary': 'Hi', 'publishedAt':"
                + " 1767225600000}], 'paging': {'start': 0, 'count': 1, 'total': 2}}")
        .answer(
            "GET /rest/posts?author=" + urn + "&count=100&q=author&start=1",
            "{'elements': [{'id': 'urn:li:ugcPost:2'}], 'paging': {'start': 1, 'total': 2}}")
        .answer(
            statistics + "&q=organizationalEntity&shares=List(urn:li:share:1)",
            "{'elements': [{'share': 'urn:li:share:1', 'totalShareStatistics':"
                + " {'uniqueImpressionsCount': 6, 'impressionCount': 9, 'clickCount': 2}}]}");
  }

  private static RecordedNetwork x(RecordedNetwork network) {
    String tweets =
        "GET /2/users/99/tweets?exclude=retweets&max_results=100&%stweet.fields=created_at,public_metrics,non_public_metrics";
    String counts =
        "{'impression_count': %d, 'like_count': 3, 'reply_count': 2, 'retweet_count': 1,"
            + " 'quote_count': 4, 'bookmark_count': 5}";
    return network
        .answer(
            "GET /2/users/me?user.fields=public_metrics,username",
            "{'data': {'id': '99', 'username': 'ada', 'public_metrics': {'followers_count': 8,"
                + " 'following_count': 7}}}")
        .answer(
            tweets.formatted(""),
            "{'meta': {'result_count': 1, 'next_token': 'n2'}, 'data': [{'id': '1', 'text': 'a',"
                + " 'public_metrics': "
                + counts.formatted(100)
                + "}]}")
        .answer(
            tweets.formatted("pagination_token=n2&"),
            "{'meta': {'result_count': 1}, 'data': [{'id': '2', 'public_metrics': "
                + counts.formatted(50)
                + "}], 'errors': [{'title': 'Field Authorization Error'}]}")
        .answer(
            "GET /2/tweets?ids=404&tweet.fields=created_at,public_metrics,non_public_metrics",
            "{'errors': [{'type': 'https://api.x.com/2/problems/resource-not-found'}]}");
  }

  private static RecordedNetwork threads(RecordedNetwork network, LocalDate today) {
    String insights =
        "GET /v1.0/55/threads_insights?metric=views,likes,replies,reposts,quotes,clicks,followers_count&since=%s&until=%s";
    String list = "GET /v1.0/me/threads?%sfields=id,text,media_type,permalink,timestamp&limit=100";
    return network
        .answer("GET /v1.0/me?fields=id,username,name", "{'id': '55', 'username': 'ada'}")
        .answer(
            insights.formatted(midnight(today.minusDays(29)), noon(today)),
            "{'data': [{'name': 'likes', 'total_value': {'value': 30}}, {'name': 'views', 'values':"
                + " [{'value': 4, 'end_time': '%sT08:00:00+0000'}, {'value': 6, 'end_time':"
                    .formatted(today.minusDays(2))
                + " '%sT08:00:00+0000'}]}, {'name': 'followers_count', 'total_value': {'value':"
                    .formatted(today)
                + " 500}}, {'name': 'reposts', 'total_value': {'value': 2}}, {'name': 'quotes',"
                + " 'values': [{'value': 1}]}]}")
        .answer(
            insights.formatted(midnight(today.minusDays(1)), midnight(today)),
            "{'data': [{'name': 'likes', 'total_value': {'value': 3}}]}")
        .answer(
            list.formatted(""), "{'data': [{'id': 't1'}], 'paging': {'cursors': {'after': 'c1'}}}")
        .answer(list.formatted("after=c1&"), "{'data': [{'id': 't2', 'media_type': 'TEXT_POST'}]}");
  }

  private static RecordedNetwork pinterest(RecordedNetwork network, LocalDate today) {
    String row = "{'date': '%s', 'data_status': '%s', 'metrics': {'IMPRESSION': %d, 'SAVE': 1}}";
    return network
        .answer("GET /v5/user_account", "{'follower_count': 70, 'following_count': 6}")
        .answer(
            "GET /v5/user_account/analytics?end_date=%s&metric_types=IMPRESSION,SAVE,PIN_CLICK,OUTBOUND_CLICK,ENGAGEMENT&start_date=%s"
                .formatted(today, today.minusDays(30)),
            "{'all': {'summary_metrics': {'IMPRESSION': 999}, 'daily_metrics': ["
                + row.formatted(today.minusDays(3), "READY", 10)
                + ", "
                + row.formatted(today.minusDays(1), "READY", 5)
                + ", "
                + row.formatted(today, "PROCESSING", 100)
                + "]}}")
        .answer("GET /v5/pins?page_size=250", "{'items': [{'id': 'p1'}], 'bookmark': 'b2'}")
        .answer(
            "GET /v5/pins?bookmark=b2&page_size=250",
            "{'items': [{'id': 'p2'}], 'bookmark': null}");
  }

  private static RecordedNetwork reddit(RecordedNetwork network) {
    String list = "GET /user/ada_l/submitted?%slimit=100&raw_json=1&sort=new";
    return network
        .answer("GET /api/v1/me", "{'name': 'ada_l', 'subreddit': {'subscribers': 1}}")
        .answer(
            "GET /user/ada_l/about", "{'kind': 't2', 'data': {'subreddit': {'subscribers': 9}}}")
        .answer(
            list.formatted(""),
            "{'data': {'after': 't3_1', 'children': [{'kind': 't3', 'data': {'id': '1', 'score':"
                + " 10, 'ups': 12, 'num_comments': 3, 'num_crossposts': 1, 'view_count': null}}]}}")
        .answer(
            list.formatted("after=t3_1&"),
            "{'data': {'after': null, 'children': [{'kind': 't3', 'data': {'id': '2', 'score':"
                + " -4, 'ups': 0, 'num_comments': 0}}]}}");
  }

  private static RecordedNetwork bluesky(RecordedNetwork network) {
    String feed =
        "GET /xrpc/app.bsky.feed.getAuthorFeed?actor=17&%sfilter=posts_no_replies&limit=100";
    return network
        .answer(
            "GET /xrpc/app.bsky.actor.getProfile?actor=17",
            "{'did': 'did:plc:1', 'followersCount': 40, 'followsCount': 4, 'postsCount': 2}")
        .answer(
            feed.formatted(""),
            "{'cursor': 'c1', 'feed': [{'post': {'uri': 'at://did/app.bsky.feed.post/1',"
                + " 'likeCount': 3, 'replyCount': 1, 'repostCount': 2, 'quoteCount': 1}}, {'post':"
                + " {'uri': 'at://other/app.bsky.feed.post/9', 'likeCount': 1000}, 'reason':"
                + " {'$type': 'app.bsky.feed.defs#reasonRepost'}}]}")
        .answer(
            feed.formatted("cursor=c1&"),
            "{'feed': [{'post': {'uri': 'at://did/app.bsky.feed.post/2', 'likeCount': 4}}]}");
  }
}
