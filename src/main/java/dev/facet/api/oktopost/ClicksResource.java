package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.Networks;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.model.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /v2/click}: clicks on links in posts, one by one. */
record ClicksResource(Asking asking) {
  private static final Listing CLICKS =
      new Listing(
          "click_id, at, post_id, profile, network, campaign, link_url, visitor_id, geo_country,"
              + " geo_city, geo_organization, converted_at, conversion_tag",
          "at",
          "click_id",
          Stretch.OF_CLICKS);

  Response list(Call call) {
    Listing.Page page = CLICKS.page(call, asking, () -> chosen(call));
    Map<String, Cells> posts = posts(call, page.rows());
    return Response.json(
        200,
        OktopostWire.items(
            page.rows().stream()
                .map(click -> shown(click, posts.get(click.text("post_id"))))
                .toList(),
            page.total()));
  }

  private static Selection chosen(Call call) {
    Selection clicks = new Selection("clicks");
    if (Given.flag(call.request(), "convertsOnly")) {
      clicks.where("converted_at IS NOT NULL");
    }
    // Who clicked is known as a visitor at most, never as a lead.
    Given.text(call.request(), "leadId").ifPresent(id -> clicks.where("1 = 0"));
    new Narrowing(clicks, call.request())
        .equal("campaignId", "campaign")
        .equal("visitorId", "visitor_id")
        .when(
            "messageId",
            "post_id IN (SELECT post_id FROM posts WHERE message = {message})",
            "message")
        .within("at");
    return clicks;
  }

  /** The posts that were clicked, by id. */
  private Map<String, Cells> posts(Call call, List<Cells> clicks) {
    List<String> ids =
        clicks.stream()
            .map(click -> click.text("post_id"))
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    Selection posts = new Selection("posts").where("post_id IN {ids}", "ids", ids);
    Table found =
        asking
            .ask(
                call.project(),
                posts.rows("post_id, message, caption, title, url", "post_id", ids.size(), 0))
            .getFirst();
    return Cells.of(found).collect(Collectors.toMap(post -> post.text("post_id"), post -> post));
  }

  private static ObjectNode shown(Cells click, @Nullable Cells post) {
    return OktopostWire.object()
        .put("Id", click.text("click_id"))
        .put("Created", click.time("at"))
        .put("CampaignId", click.text("campaign"))
        .put("MessageId", post == null ? "" : post.text("message"))
        .put("PostId", click.text("post_id"))
        .put("PostlogId", "")
        .put("LeadId", "")
        .put("VisitorId", click.text("visitor_id"))
        .put("ConversionTagId", (String) click.value("conversion_tag"))
        .put("CredentialId", click.text("profile"))
        .put("CampaignName", click.text("campaign"))
        .put("CredentialName", click.text("profile"))
        .put("Message", post == null ? "" : post.text("caption"))
        .put("LinkUrl", click.text("link_url"))
        .put("LinkTitle", post == null ? "" : post.text("title"))
        .put("ImageUrl", "")
        .put("Picture", 0)
        .put("RemoteUrl", post == null ? "" : post.text("url"))
        .put("ConvertedDate", click.time("converted_at"))
        .put("Network", Networks.name(click.value("network")))
        .put("UserAgent", "")
        .put("GeoCountry", click.text("geo_country"))
        .put("GeoCity", click.text("geo_city"))
        .put("GeoOrganization", click.text("geo_organization"))
        .putNull("GeoLongitude")
        .putNull("GeoLatitude");
  }
}
