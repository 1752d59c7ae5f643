package dev.facet.ingest.social.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bluesky, by the AT protocol: in public without a token, else at the account's own server.
 *
 * @see <a href="https://github.com/bluesky-social/atproto">its lexicons</a>
 */
final class Bluesky implements Network {
  private static final String PUBLIC = "https://public.api.bsky.app";
  private static final String SERVER = "https://bsky.social";
  private static final int PAGE = 100;

  @Override
  public String platform() {
    return "bluesky";
  }

  @Override
  public String name() {
    return "Bluesky";
  }

  @Override
  public String noun() {
    return "post";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Told profile = talk.ask(call(talk, "app.bsky.actor.getProfile").with("actor", actor(talk)));
    Numbers level =
        new Numbers()
            .put("followers", profile.number("followersCount"))
            .put("following", profile.number("followsCount"));
    Optional<List<Reading.Post>> posts =
        talk.ifGiven(() -> Pages.all(Pages.MOST, cursor -> posts(talk, PAGE, cursor)));
    posts.ifPresent(
        all ->
            level
                .sum("likes", all, "likes")
                .sum("comments", all, "replies")
                .sum("shares", all, "reposts", "quotes"));
    return new Reading(
        level.map(),
        new Days(today).map(),
        List.of("likes", "comments", "shares"),
        posts.orElse(List.of()));
  }

  /** The feed shows what others wrote, too, where the account reposted it. */
  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    Call call =
        call(talk, "app.bsky.feed.getAuthorFeed")
            .with("actor", actor(talk))
            .with("limit", Math.min(limit, PAGE))
            .with("filter", "posts_no_replies");
    Told answer = talk.ask(cursor.map(mark -> call.with("cursor", mark)).orElse(call));
    return new Posts(
        answer.list("feed").stream()
            .filter(item -> !isRepost(item))
            .map(item -> published(item.at("post")))
            .toList(),
        Optional.ofNullable(answer.text("cursor")));
  }

  private static boolean isRepost(Told item) {
    Told reason = item.at("reason");
    String type = reason.isGiven() ? reason.text("$type") : null;
    return reason.isGiven() && (type == null || type.contains("Repost"));
  }

  private static Reading.Post published(Told post) {
    Published published = Published.of(post, "uri");
    return published
        .url(page(post.at("author").text("handle"), published.id()))
        .caption(post.at("record").text("text"))
        .at(post.at("record").time("createdAt"))
        .with("likes", post.number("likeCount"))
        .with("replies", post.number("replyCount"))
        .with("reposts", post.number("repostCount"))
        .with("quotes", post.number("quoteCount"))
        .post();
  }

  private static @Nullable String page(@Nullable String handle, String uri) {
    return handle == null
        ? null
        : "https://bsky.app/profile/%s/post/%s"
            .formatted(handle, uri.substring(uri.lastIndexOf('/') + 1));
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    String uri =
        id.startsWith("at://") ? id : "at://%s/app.bsky.feed.post/%s".formatted(actor(talk), id);
    return talk.ask(call(talk, "app.bsky.feed.getPosts").with("uris", uri)).list("posts").stream()
        .findFirst()
        .map(post -> published(post).metrics());
  }

  private static String actor(Conversation talk) {
    return talk.account().accountId();
  }

  private static Call call(Conversation talk, String method) {
    String token = talk.account().accessToken();
    String path = "/xrpc/" + method;
    return token == null || token.isBlank()
        ? Call.get(PUBLIC, path)
        : talk.bearer(Call.get(SERVER, path));
  }

  /** A dead token may come with any status. */
  @Override
  public Optional<Kind> refusal(Reply reply) {
    return switch (reply.body().path("error").asText("")) {
      case "ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired" ->
          Optional.of(Kind.AUTH);
      case "RateLimitExceeded" -> Optional.of(Kind.RATE_LIMIT);
      default -> Network.byStatus(reply.status());
    };
  }

  @Override
  public String words(JsonNode body) {
    return body.path("message").asText("");
  }

  @Override
  public List<String> resets() {
    return List.of("ratelimit-reset");
  }

  /** Sessions are made with a password for apps, not by a code. */
  @Override
  public Optional<Consent> consent() {
    return Optional.empty();
  }
}
