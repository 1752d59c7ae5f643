package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.User;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.OpaqueId;
import dev.facet.api.oktopost.wire.Ordering;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.api.oktopost.wire.Widgets;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Registration.Visibility;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormView;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /v2/dashboard}: which dashboards there are and what is on them. */
record DashboardsResource(Dashboards dashboards, Accounts accounts) {
  private static final String UNLISTED = "unlisted";

  Response list(Call call) {
    Stretch stretch = Stretch.of(call.request(), Stretch.USUAL);
    Ordering order = Ordering.of(call.request(), DashboardOrder.FIELDS);
    DashboardSearch search = search(call);
    Listed listed =
        dashboards.read(
            call.actor(),
            reader -> new Listed(reader.list(search), reader.list(everything().limit(0)).total()));
    Map<Long, User> users = creators(listed.found().items());
    List<ObjectNode> items =
        stretch.of(new DashboardOrder(order, users).sorted(listed.found().items())).stream()
            .map(dashboard -> item(dashboard, users))
            .toList();
    ObjectNode body = OktopostWire.items(items, listed.found().total());
    return Response.json(200, body.put("TotalUnfiltered", listed.all()));
  }

  private record Listed(Page<Dashboard> found, long all) {}

  private static DashboardSearch search(Call call) {
    DashboardSearch search = everything();
    Given.text(call.request(), "search").ifPresent(search::nameHas);
    Given.choice(call.request(), "visibility", List.of("shared", "private"))
        .ifPresent(word -> search.visibility(Visibility.valueOf(word.toUpperCase(Locale.ROOT))));
    return search;
  }

  private static DashboardSearch everything() {
    return new DashboardSearch().notCreationMode(UNLISTED).archived(false);
  }

  private Map<Long, User> creators(List<Dashboard> listed) {
    List<Long> ids =
        listed.stream().map(Dashboard::createdBy).filter(Objects::nonNull).distinct().toList();
    return accounts.users(ids);
  }

  private static ObjectNode item(Dashboard dashboard, Map<Long, User> users) {
    Registration said = dashboard.registration();
    User creator = users.get(dashboard.createdBy());
    return OktopostWire.object()
        .put("Id", OpaqueId.DASHBOARD.of(dashboard.id()))
        .put("Name", name(said.name()))
        .put("Description", said.description())
        .put("Visibility", word(said.visibility()))
        .put("CreatedBy", OktopostWire.userId(dashboard.createdBy()))
        .put("Created", OktopostWire.time(dashboard.createdAt()))
        .put("IsFavorite", said.pinned())
        .put("CreatorName", creator == null ? "" : creator.name())
        .put("LinkSharingVisibility", "none");
  }

  private static String word(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }

  private static String name(@Nullable String name) {
    return name == null ? "" : name;
  }

  Response retrieve(Call call) {
    return dashboards.read(
        call.actor(),
        reader -> {
          Sheet sheet = find(reader, call.id());
          return shown(sheet.dashboard(), FormView.of(reader, sheet));
        });
  }

  private static Response shown(Dashboard dashboard, DashboardForm form) {
    Registration said = dashboard.registration();
    ObjectNode node =
        OktopostWire.object()
            .put("Id", OpaqueId.DASHBOARD.of(dashboard.id()))
            .put("Name", name(said.name()))
            .put("Description", said.description())
            .put("Type", said.type())
            .put("Visibility", word(said.visibility()));
    node.set("Widgets", Widgets.of(form));
    node.putArray("Teams");
    return OktopostWire.single("Dashboard", node);
  }

  /** The dashboard of an id, when the reader may see it. */
  static Sheet find(Reader reader, String id) {
    return OpaqueId.DASHBOARD.number(id).stream()
        .boxed()
        .flatMap(number -> reader.find(number).stream())
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("There is no such dashboard."));
  }
}
