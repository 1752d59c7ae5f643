package dev.facet.ingest.social.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.Reply;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TikTok, by its Display API. Every answer says whether it is one, whatever its status.
 *
 * @see <a href="https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info">the account</a>
 */
final class TikTok implements Network {
  private static final String HOST = "https://open.tiktokapis.com";

  private static final String USER =
      "open_id,union_id,display_name,username,avatar_url,follower_count,following_count,"
          + "likes_count,video_count";

  private static final String VIDEO =
      "id,create_time,title,video_description,duration,share_url,cover_image_url,view_count,"
          + "like_count,comment_count,share_count";

  private static final int PAGE = 20;

  @Override
  public String platform() {
    return "tiktok";
  }

  @Override
  public String name() {
    return "TikTok";
  }

  @Override
  public String noun() {
    return "video";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Call call = Call.get(HOST, "/v2/user/info/").with("fields", USER);
    Told user = talk.ask(talk.bearer(call)).needed("data").needed("user");
    Numbers level =
        new Numbers()
            .put("followers", user.number("follower_count"))
            .put("following", user.number("following_count"))
            .put("likes", user.number("likes_count"))
            .put("video_count", user.number("video_count"));
    Optional<List<Reading.Post>> videos =
        talk.ifGiven(() -> Pages.all(Pages.MOST, cursor -> posts(talk, PAGE, cursor)));
    videos.ifPresent(
        all -> List.of("views", "comments", "shares").forEach(name -> level.sum(name, all, name)));
    level.also("views", "impressions");
    return new Reading(
        level.map(),
        new Days(today).map(),
        List.of("likes", "views", "impressions", "comments", "shares"),
        videos.orElse(List.of()));
  }

  /** The cursor is a moment in milliseconds; there may be one where there is nothing more. */
  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("max_count", Math.min(limit, PAGE));
    cursor.ifPresent(at -> putCursor(body, at));
    Told data =
        talk.ask(
                talk.bearer(
                    Call.post(HOST, "/v2/video/list/", body.toString()).with("fields", VIDEO)))
            .needed("data");
    Optional<String> next =
        data.isTrue("has_more") ? Optional.ofNullable(data.text("cursor")) : Optional.empty();
    return new Posts(data.listOrNone("videos").stream().map(TikTok::published).toList(), next);
  }

  private static void putCursor(ObjectNode body, String cursor) {
    if (cursor.matches("\\d{1,18}")) {
      body.put("cursor", Long.parseLong(cursor));
    } else {
      body.put("cursor", cursor);
    }
  }

  private static Reading.Post published(Told video) {
    return Published.of(video, "id")
        .url(video.text("share_url"))
        .title(video.text("title"))
        .caption(video.text("video_description"))
        .type("VIDEO")
        .thumbnail(video.text("cover_image_url"))
        .at(video.time("create_time"))
        .with("views", video.number("view_count"))
        .with("likes", video.number("like_count"))
        .with("comments", video.number("comment_count"))
        .with("shares", video.number("share_count"))
        .post();
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("filters").putArray("video_ids").add(id);
    Call call = Call.post(HOST, "/v2/video/query/", body.toString()).with("fields", VIDEO);
    return talk.ask(talk.bearer(call)).needed("data").listOrNone("videos").stream()
        .findFirst()
        .map(video -> published(video).metrics());
  }

  @Override
  public Optional<Kind> refusal(Reply reply) {
    String code = reply.body().path("error").path("code").asText("ok");
    if (code.equals("ok") || code.isEmpty()) {
      return Network.byStatus(reply.status());
    }
    return Optional.of(
        switch (code) {
          case "access_token_invalid", "access_token_expired" -> Kind.AUTH;
          case "scope_not_authorized", "scope_permission_missed" -> Kind.PERMISSION;
          case "rate_limit_exceeded" -> Kind.RATE_LIMIT;
          case "internal_error" -> Kind.TRANSIENT;
          default -> Network.byStatus(reply.status()).orElse(Kind.BAD_REQUEST);
        });
  }

  @Override
  public String words(JsonNode body) {
    return body.path("error").path("message").asText("");
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(
        new Consent(
            URI.create("https://www.tiktok.com/v2/auth/authorize/"),
            URI.create(HOST + "/v2/oauth/token/"),
            List.of("user.info.basic", "user.info.profile", "user.info.stats", "video.list"),
            ",",
            "client_key",
            false,
            false,
            null));
  }
}
