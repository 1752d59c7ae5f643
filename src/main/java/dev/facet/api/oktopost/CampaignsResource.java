package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.Figures.Figure;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.Ordering;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.catalog.SearchText;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v2/campaign}: what posts say they belong to. A campaign's id is its name. */
record CampaignsResource(Asking asking) {
  private static final String ACTIVE = "active";
  private static final List<String> STATUSES = List.of(ACTIVE, "paused", "archived", "complete");
  private static final List<Figure> SHOWN =
      List.of(
          new Figure("TotalPosts", "posts"),
          new Figure("Clicks", "clicks"),
          new Figure("Converts", "conversions"),
          new Figure("Comments", "comments"),
          new Figure("Likes", "likes"));

  /**
   * A campaign.
   *
   * @param since when its first post came out, in microseconds; null when none has a time
   */
  private record Campaign(String name, @Nullable Long since) {
    long sinceOrZero() {
      return since == null ? 0 : since;
    }
  }

  Response list(Call call) {
    Stretch stretch = Stretch.of(call.request(), Stretch.USUAL);
    Ordering order = Ordering.of(call.request(), List.of("created", "name"));
    Given.flag(call.request(), "withTags");
    List<Campaign> all =
        chosen(call, campaigns(call, new Selection("posts"))).stream()
            .sorted(comparator(order))
            .toList();
    List<Campaign> page = stretch.of(all);
    Figures figures = figures(call, page);
    return Response.json(
        200,
        OktopostWire.items(
            page.stream().map(campaign -> shown(campaign, figures)).toList(), all.size()));
  }

  Response retrieve(Call call) {
    Selection own = new Selection("posts").where("campaign = {campaign}", "campaign", call.id());
    Campaign campaign =
        campaigns(call, own).stream()
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("There is no such campaign."));
    return OktopostWire.single("Campaign", shown(campaign, figures(call, List.of(campaign))));
  }

  private List<Campaign> campaigns(Call call, Selection posts) {
    Table groups =
        asking
            .ask(
                call.project(),
                posts
                    .where("campaign IS NOT NULL")
                    .groups("campaign, min(published_at) AS since", "campaign"))
            .getFirst();
    return Cells.of(groups)
        .map(row -> new Campaign(row.text("campaign"), (Long) row.value("since")))
        .toList();
  }

  private static List<Campaign> chosen(Call call, List<Campaign> all) {
    String part = SearchText.fold(Given.text(call.request(), "q").orElse(""));
    boolean none =
        Given.choice(call.request(), "status", STATUSES)
            .filter(status -> !status.equals(ACTIVE))
            .isPresent();
    return none
        ? List.of()
        : all.stream().filter(c -> SearchText.fold(c.name()).contains(part)).toList();
  }

  private static Comparator<Campaign> comparator(Ordering order) {
    Comparator<Campaign> byName = Comparator.comparing(Campaign::name);
    Comparator<Campaign> ascending =
        order.field().equals("name")
            ? byName
            : Comparator.comparingLong(Campaign::sinceOrZero).thenComparing(byName);
    return order.descending() ? ascending.reversed() : ascending;
  }

  private Figures figures(Call call, List<Campaign> campaigns) {
    List<String> names = campaigns.stream().map(Campaign::name).toList();
    return Figures.of(asking, call.project(), "campaign", names);
  }

  private static ObjectNode shown(Campaign campaign, Figures figures) {
    ObjectNode node =
        OktopostWire.object()
            .put("Id", campaign.name())
            .put("Name", campaign.name())
            .put("Created", OktopostWire.time((Object) campaign.since()))
            .put("Status", ACTIVE);
    figures.put(node, campaign.name(), SHOWN);
    return node.put("TotalPendingPosts", 0).put("TotalDraftPosts", 0);
  }
}
