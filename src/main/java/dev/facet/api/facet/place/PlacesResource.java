package dev.facet.api.facet.place;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.User;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.placement.Placement;
import dev.facet.dashboard.placement.Scope;
import dev.facet.form.Fields;
import dev.facet.model.Project;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dashboards of a home, of a segment's page, of a builder's page. */
record PlacesResource(Dashboards dashboards, Accounts accounts) {
  private static final String UNLISTED = "unlisted";

  /** By name; without those that are archived or that nobody ever put anything on. */
  Response list(Request request) {
    Scope scope = scope(request.pathParameter("scope"));
    String id = request.query("id").filter(text -> !text.isEmpty()).orElse(null);
    List<Dashboard> found = found(request, scope, id);
    List<Long> creators =
        found.stream().map(Dashboard::createdBy).filter(Objects::nonNull).distinct().toList();
    Map<Long, User> users = accounts.users(creators);
    ArrayNode results = FacetWire.array();
    found.forEach(each -> results.add(FacetWire.registration(each, users)));
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  private List<Dashboard> found(Request request, Scope scope, @Nullable String id) {
    DashboardSearch search =
        new DashboardSearch()
            .notCreationMode(UNLISTED)
            .archived(false)
            .orderBy(DashboardSearch.Order.NAME, false);
    Actor actor = Actor.of(request.recall(Caller.class), request.recall(Project.class));
    return dashboards.read(actor, reader -> reader.list(search)).items().stream()
        .filter(each -> each.contentRevision() != null)
        .filter(each -> Placement.of(each.registration()).isOn(scope, id))
        .toList();
  }

  private static Scope scope(String word) {
    return Scope.of(word).orElseThrow(() -> Fields.notOneOf("scope", word, Scope.words()));
  }
}
