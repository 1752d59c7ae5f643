package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.Networks;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.Ordering;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import java.util.List;
import java.util.Map;

/** {@code /v2/post} and {@code /v2/analytics}: posts and what became of them. */
record PostsResource(Asking asking) {
  private static final String COMPLETE = "complete";
  private static final String COLUMNS =
      "post_id, published_at, success, profile, platform, campaign, message, creator, request_id,"
          + " url, caption, error_message";
  private static final List<String> STATUSES =
      List.of(COMPLETE, "error", "pending", "inqueue", "inqueue-draft", "draft", "incomplete");

  /** The names of what is told of a post, by metric. */
  private static final Map<String, String> STATS =
      Map.of(
          "clicks", "LinkClicks",
          "conversions", "Conversions",
          "comments", "Comments",
          "likes", "Likes",
          "shares", "Shares",
          "impressions", "ImpressionsAdded");

  Response list(Call call) {
    Stretch stretch = Stretch.of(call.request(), Stretch.USUAL);
    Ordering order = Ordering.of(call.request(), List.of("created"));
    String direction = order.descending() ? " DESC" : "";
    List<Table> answers =
        asking.ask(
            call.project(),
            chosen(call)
                .rows(
                    COLUMNS,
                    "published_at%s, post_id%s".formatted(direction, direction),
                    stretch.count(),
                    stretch.first()),
            chosen(call).count());
    List<Cells> posts = Cells.of(answers.getFirst()).toList();
    Table figures = figures(call, posts.stream().map(post -> post.text("post_id")).toList());
    long total = Cells.of(answers.getLast()).mapToLong(PostsResource::first).sum();
    return Response.json(
        200, OktopostWire.items(posts.stream().map(post -> shown(post, figures)).toList(), total));
  }

  private static long first(Cells row) {
    return row.row().getFirst() instanceof Long number ? number : 0;
  }

  private static Selection chosen(Call call) {
    Selection posts = new Selection("posts");
    Given.text(call.request(), "campaignId")
        .ifPresent(id -> posts.where("campaign = {campaign}", "campaign", id));
    Given.text(call.request(), "messageId")
        .ifPresent(id -> posts.where("message = {message}", "message", id));
    Given.text(call.request(), "createdBy")
        .ifPresent(id -> posts.where("creator = {creator}", "creator", id));
    Given.choice(call.request(), "source", List.of("api_uploaded", "organic"))
        .ifPresent(
            source ->
                posts.where("request_id IS " + (source.equals("organic") ? "NULL" : "NOT NULL")));
    Given.choice(call.request(), "status", STATUSES)
        .ifPresent(status -> posts.where(condition(status)));
    Given.time(call.request(), "after")
        .ifPresent(
            time ->
                posts.where(
                    "published_at >= fromUnixTimestamp64Milli({after})",
                    "after",
                    time.toEpochMilli()));
    Given.time(call.request(), "before")
        .ifPresent(
            time ->
                posts.where(
                    "published_at < fromUnixTimestamp64Milli({before})",
                    "before",
                    time.toEpochMilli()));
    return posts;
  }

  private static String condition(String status) {
    return switch (status) {
      case COMPLETE -> "coalesce(success, false)";
      case "error" -> "NOT coalesce(success, false)";
      default -> "1 = 0";
    };
  }

  Response retrieve(Call call) {
    Cells post = find(call);
    Table figures = figures(call, List.of(call.id()));
    ObjectNode body = OktopostWire.success();
    body.set("Post", shown(post, figures));
    if (Given.flag(call.request(), "stats")) {
      body.set("Stats", stats(call.id(), figures));
    }
    return Response.json(200, body);
  }

  /** What became of a post. */
  Response analytics(Call call) {
    find(call);
    return OktopostWire.single("Stats", stats(call.id(), figures(call, List.of(call.id()))));
  }

  private Cells find(Call call) {
    Selection post = new Selection("posts").where("post_id = {id}", "id", call.id());
    Table found = asking.ask(call.project(), post.rows(COLUMNS, "post_id", 1, 0)).getFirst();
    return Cells.of(found)
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("There is no such post."));
  }

  private Table figures(Call call, List<String> ids) {
    return asking.ask(call.project(), Figures.ofPosts(ids)).getFirst();
  }

  private static ObjectNode stats(String id, Table figures) {
    ObjectNode stats = OktopostWire.object();
    for (String metric : Figures.OF_POSTS) {
      String name = STATS.get(metric);
      if (name != null) {
        stats.set(name, figure(id, figures, metric));
      }
    }
    return stats;
  }

  private static com.fasterxml.jackson.databind.JsonNode figure(
      String id, Table figures, String metric) {
    return Json.number(Figures.metric(figures, metric).getOrDefault(id, 0.0));
  }

  private static ObjectNode shown(Cells post, Table figures) {
    String id = post.text("post_id");
    ObjectNode node =
        OktopostWire.object()
            .put("Id", id)
            .put("Created", post.time("published_at"))
            .put("StartDateTime", post.time("published_at"))
            .put("Status", Boolean.TRUE.equals(post.value("success")) ? COMPLETE : "error")
            .put("Source", post.value("request_id") == null ? "organic" : "api_uploaded")
            .put("CampaignId", post.text("campaign"))
            .put("MessageId", post.text("message"))
            .put("Message", post.text("caption"))
            .put("CreatedBy", post.text("creator"))
            .put("Network", Networks.name(post.value("platform")))
            .put("Credentials", post.text("profile"))
            .put("RemoteUrl", post.text("url"))
            .put("Error", post.text("error_message"));
    node.set("Clicks", figure(id, figures, "clicks"));
    node.set("Converts", figure(id, figures, "conversions"));
    node.set("Comments", figure(id, figures, "comments"));
    node.set("Likes", figure(id, figures, "likes"));
    return node;
  }
}
