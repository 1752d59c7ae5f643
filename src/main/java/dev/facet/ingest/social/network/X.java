package dev.facet.ingest.social.network;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jspecify.annotations.Nullable;

/**
 * X. What it cannot give stands in {@code errors} beside the data; without posts there is no data.
 *
 * @see <a href="https://docs.x.com/x-api/fundamentals/data-dictionary">its data dictionary</a>
 */
final class X implements Network {
  private static final String HOST = "https://api.x.com";
  private static final String FIELDS = "created_at,public_metrics,non_public_metrics";
  private static final int LEAST = 5;
  private static final int PAGE = 100;

  @Override
  public String platform() {
    return "x";
  }

  @Override
  public String name() {
    return "X";
  }

  @Override
  public String noun() {
    return "post";
  }

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    Told user = me(talk);
    Told counts = user.at("public_metrics");
    Numbers level =
        new Numbers()
            .put("followers", counts.number("followers_count"))
            .put("following", counts.number("following_count"));
    Optional<List<Reading.Post>> posts =
        talk.ifGiven(() -> Pages.all(Pages.MOST, cursor -> page(talk, user, PAGE, cursor)));
    posts.ifPresent(
        all ->
            level
                .sum("impressions", all, "impressions")
                .sum("likes", all, "likes")
                .sum("comments", all, "replies")
                .sum("shares", all, "reposts", "quotes")
                .sum("saves", all, "bookmarks"));
    return new Reading(
        level.map(),
        new Days(today).map(),
        List.of("impressions", "likes", "comments", "shares", "saves"),
        posts.orElse(List.of()));
  }

  private static Told me(Conversation talk) {
    Call call = Call.get(HOST, "/2/users/me").with("user.fields", "public_metrics,username");
    return talk.ask(talk.bearer(call)).needed("data");
  }

  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    return page(talk, me(talk), Math.clamp(limit, LEAST, PAGE), cursor);
  }

  private static Posts page(Conversation talk, Told user, int limit, Optional<String> cursor) {
    String id = user.text("id");
    Call call =
        Call.get(
                HOST,
                "/2/users/%s/tweets"
                    .formatted(Call.encoded(id == null ? talk.account().accountId() : id)))
            .with("max_results", limit)
            .with("exclude", "retweets")
            .with("tweet.fields", FIELDS);
    Call page = cursor.map(token -> call.with("pagination_token", token)).orElse(call);
    Told answer = talk.ask(talk.bearer(page));
    String name = user.text("username");
    return new Posts(
        answer.listOrNone("data").stream().map(post -> published(post, name)).toList(),
        Optional.ofNullable(answer.at("meta").text("next_token")));
  }

  private static Reading.Post published(Told post, @Nullable String name) {
    Told counts = post.at("public_metrics");
    Published published = Published.of(post, "id");
    return published
        .url("https://x.com/%s/status/%s".formatted(name == null ? "i" : name, published.id()))
        .caption(post.text("text"))
        .at(post.time("created_at"))
        .with("impressions", counts.number("impression_count"))
        .with("likes", counts.number("like_count"))
        .with("replies", counts.number("reply_count"))
        .with("reposts", counts.number("retweet_count"))
        .with("quotes", counts.number("quote_count"))
        .with("bookmarks", counts.number("bookmark_count"))
        .post();
  }

  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    Call call = Call.get(HOST, "/2/tweets").with("ids", id).with("tweet.fields", FIELDS);
    return talk.ask(talk.bearer(call)).listOrNone("data").stream()
        .findFirst()
        .map(post -> published(post, null).metrics());
  }

  /** Errors beside data are of single fields; errors instead of data are the answer. */
  @Override
  public Optional<Kind> refusal(Reply reply) {
    JsonNode body = reply.body();
    String type = body.path("errors").path(0).path("type").asText("");
    if (!body.path("errors").path(0).isObject() || body.has("data") || reply.status() >= 300) {
      return Network.byStatus(reply.status());
    }
    if (type.endsWith("resource-not-found")) {
      return Optional.of(Kind.NOT_FOUND);
    }
    return Optional.of(type.contains("not-authorized") ? Kind.PERMISSION : Kind.BAD_REQUEST);
  }

  @Override
  public String words(JsonNode body) {
    return body.path("detail").asText(body.path("title").asText(""));
  }

  @Override
  public List<String> resets() {
    return List.of("x-rate-limit-reset");
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(
        new Consent(
            URI.create("https://x.com/i/oauth2/authorize"),
            URI.create(HOST + "/2/oauth2/token"),
            List.of("tweet.read", "users.read", "offline.access"),
            " ",
            "client_id",
            true,
            true,
            null));
  }
}
