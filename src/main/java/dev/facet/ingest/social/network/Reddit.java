package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.Reading;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reddit, which does not count who sees a post: its score stands for that. */
final class Reddit implements Network {
  private static final String HOST = "https://oauth.reddit.com";

  /** Calls that do not say who makes them are refused. */
  private static final String AGENT = "server:dev.facet:1.0 (self-hosted analytics)";

  private static final String KIND = "t3_";
  private static final int PAGE = 100;

  @Override
  public String platform() {
    return "reddit";
  }

  @Override
  public String name() {
    return "Reddit";
  }

  @Override
  public String noun() {
    return "post";
  }

  /** Who it is, and how many follow. */
  private record User(String name, @Nullable Double followers) {}

  @Override
  public Reading read(Conversation talk, LocalDate today) {
    User user = user(talk);
    Numbers level = new Numbers().put("followers", user.followers());
    Optional<List<Reading.Post>> posts = talk.ifGiven(() -> all(talk, user.name()));
    posts.ifPresent(
        all ->
            level
                .sum("impressions", all, "score")
                .sum("likes", all, "likes")
                .sum("comments", all, "comments")
                .sum("shares", all, "shares"));
    return new Reading(
        level.map(),
        new Days(today).map(),
        List.of("impressions", "likes", "comments", "shares"),
        posts.orElse(List.of()));
  }

  private static User user(Conversation talk) {
    Optional<Told> me = talk.tryToAsk(call(talk, "/api/v1/me"));
    String name =
        Stream.of(
                me.map(told -> told.text("name")),
                Optional.ofNullable(talk.account().handle()).map(Reddit::plain),
                Optional.of(talk.account().accountId()))
            .flatMap(Optional::stream)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    Call call = call(talk, "/user/" + Call.encoded(name) + "/about");
    Optional<Told> about =
        (me.isPresent() ? talk.tryToAsk(call) : Optional.of(talk.ask(call)))
            .map(told -> told.at("data"));
    Double followers =
        Stream.of(about, me)
            .flatMap(Optional::stream)
            .map(told -> told.at("subreddit").number("subscribers"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new User(name, followers);
  }

  /** Without what people write before a name: {@code u/} or {@code @}. */
  private static String plain(String handle) {
    return handle.strip().replaceFirst("^(/?u/|@)", "");
  }

  private static List<Reading.Post> all(Conversation talk, String name) {
    return Pages.all(Pages.MOST, cursor -> page(talk, name, PAGE, cursor));
  }

  @Override
  public Posts posts(Conversation talk, int limit, Optional<String> cursor) {
    return page(talk, user(talk).name(), Math.min(limit, PAGE), cursor);
  }

  private static Posts page(Conversation talk, String name, int limit, Optional<String> cursor) {
    Call call =
        call(talk, "/user/" + Call.encoded(name) + "/submitted")
            .with("sort", "new")
            .with("limit", limit)
            .with("raw_json", 1);
    Told data =
        talk.ask(cursor.map(after -> call.with("after", after)).orElse(call)).needed("data");
    return new Posts(
        data.list("children").stream().map(child -> published(child.at("data"))).toList(),
        Optional.ofNullable(data.text("after")));
  }

  private static Reading.Post published(Told post) {
    String link = post.text("permalink");
    return Published.of(post, "id")
        .url(link == null ? null : "https://www.reddit.com" + link)
        .title(post.text("title"))
        .caption(post.text("selftext"))
        .at(post.time("created_utc"))
        .with("score", post.number("score"))
        .with("likes", post.number("ups"))
        .with("comments", post.number("num_comments"))
        .with("shares", post.number("num_crossposts"))
        .post();
  }

  /** A post is looked for among those of the account, whose numbers the token may see. */
  @Override
  public Optional<Map<String, Double>> post(Conversation talk, String id, LocalDate today) {
    String wanted = id.startsWith(KIND) ? id.substring(KIND.length()) : id;
    return all(talk, user(talk).name()).stream()
        .filter(post -> post.id().equals(wanted))
        .findFirst()
        .map(Reading.Post::metrics);
  }

  private static Call call(Conversation talk, String path) {
    return Call.get(HOST, path)
        .header("Authorization", "bearer " + talk.token())
        .header("User-Agent", AGENT);
  }

  @Override
  public List<String> resets() {
    return List.of("x-ratelimit-reset");
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(
        new Consent(
            URI.create("https://www.reddit.com/api/v1/authorize?duration=permanent"),
            URI.create("https://www.reddit.com/api/v1/access_token"),
            List.of("identity", "history", "read"),
            " ",
            "client_id",
            false,
            true,
            null));
  }
}
