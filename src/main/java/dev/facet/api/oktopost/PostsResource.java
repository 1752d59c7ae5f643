package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.Figures.Figure;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.Networks;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import java.util.List;

/** {@code /v2/post} and {@code /v2/analytics}: posts and what became of them. */
record PostsResource(Asking asking) {
  private static final String COMPLETE = "complete";
  private static final String COLUMNS =
      "post_id, published_at, success, profile, platform, campaign, message, creator, request_id,"
          + " url, caption, error_message";
  private static final Listing POSTS =
      new Listing(COLUMNS, "published_at", "post_id", Stretch.USUAL);
  private static final List<String> STATUSES =
      List.of(COMPLETE, "error", "pending", "inqueue", "inqueue-draft", "draft", "incomplete");

  private static final List<Figure> STATS =
      List.of(
          new Figure("LinkClicks", "clicks"),
          new Figure("Conversions", "conversions"),
          new Figure("Comments", "comments"),
          new Figure("Likes", "likes"),
          new Figure("Shares", "shares"),
          new Figure("ImpressionsAdded", "impressions"));
  private static final List<Figure> SHOWN =
      List.of(
          new Figure("Clicks", "clicks"),
          new Figure("Converts", "conversions"),
          new Figure("Comments", "comments"),
          new Figure("Likes", "likes"));

  Response list(Call call) {
    Listing.Page page = POSTS.page(call, asking, () -> chosen(call));
    Figures figures =
        figures(call, page.rows().stream().map(post -> post.text("post_id")).toList());
    return Response.json(
        200,
        OktopostWire.items(
            page.rows().stream().map(post -> shown(post, figures)).toList(), page.total()));
  }

  private static Selection chosen(Call call) {
    Selection posts = new Selection("posts");
    new Narrowing(posts, call.request())
        .equal("campaignId", "campaign")
        .equal("messageId", "message")
        .equal("createdBy", "creator")
        .within("published_at");
    Given.choice(call.request(), "source", List.of("api_uploaded", "organic"))
        .ifPresent(
            source ->
                posts.where("request_id IS " + (source.equals("organic") ? "NULL" : "NOT NULL")));
    Given.choice(call.request(), "status", STATUSES)
        .ifPresent(status -> posts.where(condition(status)));
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
    Figures figures = figures(call, List.of(call.id()));
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

  private Figures figures(Call call, List<String> ids) {
    return Figures.of(asking, call.project(), "post_id", ids);
  }

  private static ObjectNode stats(String id, Figures figures) {
    ObjectNode stats = OktopostWire.object();
    figures.put(stats, id, STATS);
    return stats;
  }

  private static ObjectNode shown(Cells post, Figures figures) {
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
    figures.put(node, id, SHOWN);
    return node;
  }
}
