package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.share.Shares;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.DashboardInput;
import dev.facet.api.posthog.wire.DashboardWire;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.TilePatches;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.template.Templates;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code …/dashboards/}: list, create, retrieve, change, put into the trash and back. */
record DashboardsResource(
    Dashboards dashboards,
    Templates templates,
    Shares shares,
    Accounts accounts,
    DashboardView view,
    ReadyBoards ready) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 10_000;
  private static final int MAX_SEARCH = 200;
  private static final String GENERATED = "Generated Dashboard";
  private static final String UNLISTED = "unlisted";

  /** Fields that are no change of a dashboard by themselves. */
  private static final Set<String> NO_EDIT = Set.of("deleted", "delete_insights");

  Response list(Call call) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    DashboardSearch search = search(call).limit(paging.limit()).offset(paging.offset());
    record Listed(Page<Dashboard> page, Map<Long, Instant> viewed) {}
    Listed listed =
        dashboards.read(
            call.actor(),
            reader -> {
              Page<Dashboard> page = reader.list(search);
              return new Listed(
                  page, reader.viewed(page.items().stream().map(Dashboard::id).toList()));
            });
    Page<Dashboard> page = listed.page();
    DashboardWire wire =
        new DashboardWire(
            creators(page.items()),
            call.rights(),
            shares.dashboards(call.project().id()),
            listed.viewed());
    String match = call.request().query("search").map(text -> "exact").orElse(null);
    List<ObjectNode> results =
        page.items().stream().map(dashboard -> wire.basic(dashboard, match)).toList();
    return Response.json(
        200,
        PostHogWire.page(
            page.total(),
            paging.next(call.request(), page.total()).orElse(null),
            paging.previous(call.request()).orElse(null),
            results));
  }

  private People creators(List<Dashboard> dashboards) {
    return new People(
        accounts.users(
            dashboards.stream()
                .map(Dashboard::createdBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
  }

  private static DashboardSearch search(Call call) {
    DashboardSearch search = new DashboardSearch().archived(false);
    call.request()
        .query("creation_mode")
        .ifPresentOrElse(search::creationMode, () -> search.notCreationMode(UNLISTED));
    if (isTrue(call, "exclude_generated")) {
      search.nameNotFrom(GENERATED);
    }
    if (call.request().query("pinned").isPresent()) {
      search.pinned(isTrue(call, "pinned"));
    }
    List<String> tags =
        call.request().query().all("tags").stream()
            .map(DashboardInput::tag)
            .filter(tag -> !tag.isEmpty())
            .toList();
    if (!tags.isEmpty()) {
      search.anyTag(tags);
    }
    call.request().query("search").ifPresent(text -> search.text(checked(text)));
    return search
        .orderBy(DashboardSearch.Order.PINNED, false)
        .orderBy(DashboardSearch.Order.NAME, false);
  }

  private static boolean isTrue(Call call, String parameter) {
    return call.request().query(parameter).filter(text -> text.matches("(?i)true|1")).isPresent();
  }

  private static String checked(String search) {
    if (search.codePointCount(0, search.length()) > MAX_SEARCH) {
      throw FailureException.invalid(
          "max_length",
          "search",
          "Ensure this field has no more than " + MAX_SEARCH + " characters.");
    }
    return search;
  }

  Response create(Call call) {
    Input input = call.input();
    DashboardInput said = new DashboardInput(input);
    Registration registration = said.registration(Registration.DEFAULT);
    Blueprint blueprint = Blueprint.read(input, templates, call.project().id());
    Sheet made =
        dashboards.write(
            call.actor(),
            editor -> {
              Content content = said.content(blueprint.content(editor, input.isTruthy("filters")));
              Sheet sheet = editor.create(blueprint.registration(registration), content);
              return input.isOn("deleted")
                  ? editor.delete(sheet.dashboard().id(), null, false)
                  : sheet;
            });
    return Response.json(201, view.show(call.onlooker(), made, null, DashboardView.Look.of(call)));
  }

  Response retrieve(Call call) {
    return ready.respond(call, () -> made(call));
  }

  private ReadyBoards.Made made(Call call) {
    Sheet sheet = dashboards.read(call.actor(), reader -> reader.get(call.id()));
    DashboardView.Look look = DashboardView.Look.of(call);
    Instant accessedAt = dashboards.accessed(call.actor(), call.id());
    Instant viewedAt = dashboards.viewed(call.actor(), call.id());
    DashboardView.Shown shown = view.look(call.onlooker(), sheet, look, "sm");
    Response response = Response.json(200, shown.object(accessedAt, shown.tiles()));
    Instant first = accessedAt.isBefore(viewedAt) ? accessedAt : viewedAt;
    return new ReadyBoards.Made(response, shown.outcomes(), Dashboards.notedAgain(first));
  }

  Response update(Call call) {
    Input input = call.input();
    checkAuthors(call, TilePatches.authors(input));
    Sheet after = dashboards.write(call.actor(), editor -> update(call, editor, input));
    return Response.json(
        200,
        view.show(
            call.onlooker(), after, after.dashboard().accessedAt(), DashboardView.Look.of(call)));
  }

  private void checkAuthors(Call call, Set<Long> named) {
    if (named.isEmpty()) {
      return;
    }
    Set<Long> members =
        accounts.members(call.project().organisation()).stream()
            .map(member -> member.user().id())
            .collect(Collectors.toSet());
    if (!members.containsAll(named)) {
      throw FailureException.invalid(
          "invalid_input", "text", "The author of a text must be a user of the organization.");
    }
  }

  private static Sheet update(Call call, Editor editor, Input input) {
    @Nullable Boolean deleted = input.has("deleted") ? (Boolean) input.flag("deleted") : null;
    boolean withInsights = input.isOn("delete_insights");
    boolean back = Boolean.FALSE.equals(deleted);
    Sheet sheet = back ? editor.read().getAlsoInTrash(call.id()) : editor.read().get(call.id());
    requireEdit(call, sheet.dashboard());
    if (back) {
      sheet = editor.restore(call.id(), null, true);
    }
    if (hasEdits(input)) {
      sheet = editor.edit(call.id(), null, before -> edited(call, editor, before, input));
    }
    return Boolean.TRUE.equals(deleted) ? editor.delete(call.id(), null, withInsights) : sheet;
  }

  private static boolean hasEdits(Input input) {
    return input.node().properties().stream().anyMatch(field -> !NO_EDIT.contains(field.getKey()));
  }

  private static Sheet edited(Call call, Editor editor, Sheet before, Input input) {
    DashboardInput said = new DashboardInput(input);
    if (said.restricts() && !call.rights().mayRestrict(before.dashboard())) {
      throw refused(
          "Only the dashboard owner and project admins have the restriction rights required to"
              + " change the dashboard's restriction level.");
    }
    Content content = TilePatches.apply(said.content(before.content()), input);
    return before
        .with(said.registration(before.dashboard().registration()))
        .with(TilePatches.duplicate(content, input, card -> TileCopies.deep(editor, card)));
  }

  /** Fails unless the caller may change the dashboard. */
  static void requireEdit(Call call, Dashboard dashboard) {
    if (!call.rights().mayEdit(dashboard)) {
      throw refused("You don't have edit permissions for this dashboard.");
    }
  }

  static FailureException refused(String message) {
    return new FailureException(new Failure.NotAllowed("restricted", false, message));
  }

  /** Dashboards go by {@code deleted}; deleting one outright is possible nowhere. */
  Response delete(Call call) {
    return Response.empty(405);
  }
}
