package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.InsightInput;
import dev.facet.api.posthog.wire.InsightWire;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.api.posthog.wire.Tile;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.InsightSearch;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.form.DashboardFilters;
import dev.facet.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code …/insights/}: list, create, retrieve, change, put on dashboards. */
record InsightsResource(Dashboards dashboards, Accounts accounts, Asker asker, Supplier<UUID> ids) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  /** Insights as they were found, with where they are shown. */
  private record Found(List<Insight> insights, List<Insight.Spot> spots) {
    List<Insight.Spot> spots(Insight insight) {
      return spots.stream().filter(spot -> spot.insight() == insight.id()).toList();
    }
  }

  private static Found found(Reader reader, List<Insight> insights) {
    return new Found(insights, reader.spots(insights.stream().map(Insight::id).toList()));
  }

  Response list(Call call) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    InsightSearch search =
        InsightFilters.search(call).limit(paging.limit()).offset(paging.offset());
    record Listed(Page<Insight> page, Found found) {}
    Listed listed =
        dashboards.read(
            call.actor(),
            reader -> {
              Page<Insight> page = reader.insights(search);
              return new Listed(page, found(reader, page.items()));
            });
    boolean basic = call.request().query("basic").filter("true"::equalsIgnoreCase).isPresent();
    return Response.json(
        200,
        PostHogWire.page(
            listed.page().total(),
            paging.next(call.request(), listed.page().total()).orElse(null),
            paging.previous(call.request()).orElse(null),
            basic ? basic(call, listed.found()) : full(call, listed.found(), null)));
  }

  private List<ObjectNode> basic(Call call, Found found) {
    InsightWire wire = wire(call, found, RefreshMode.CACHED, null);
    return found.insights().stream()
        .map(insight -> wire.basic(insight, found.spots(insight)))
        .toList();
  }

  /**
   * @param dashboard the dashboard as whose tiles the insights are asked, null for none
   */
  private List<ObjectNode> full(Call call, Found found, @Nullable Sheet dashboard) {
    List<JsonNode> queries =
        found.insights().stream().map(insight -> query(call, insight, dashboard)).toList();
    List<Outcome> outcomes = asker.ask(call.project(), queries, call.refresh().mode());
    Long id = dashboard == null ? null : (Long) dashboard.dashboard().id();
    InsightWire wire = wire(call, found, call.refresh(), id);
    List<ObjectNode> shown = new ArrayList<>();
    for (Insight insight : found.insights()) {
      int i = shown.size();
      shown.add(wire.full(insight, found.spots(insight), queries.get(i), outcomes.get(i)));
    }
    return shown;
  }

  private static JsonNode query(Call call, Insight insight, @Nullable Sheet dashboard) {
    ObjectNode filters = PostHogWire.object();
    JsonNode own = PostHogWire.object();
    if (dashboard != null) {
      filters = dashboard.content().filters().json();
      own =
          Tile.shown(dashboard.content()).stream()
              .filter(tile -> Objects.equals(tile.insight(), insight.id()))
              .findFirst()
              .map(Tile::filters)
              .orElse(own);
    }
    filters.setAll(call.override("filters_override"));
    return DashboardFilters.apply(InsightWire.query(insight), own.isEmpty() ? filters : own);
  }

  private InsightWire wire(Call call, Found found, RefreshMode refresh, @Nullable Long dashboard) {
    Stream<@Nullable Long> users =
        found.insights().stream().flatMap(each -> Stream.of(each.createdBy(), each.modifiedBy()));
    People people = new People(accounts.users(users.filter(Objects::nonNull).distinct().toList()));
    return new InsightWire(call.project(), people, call.rights(), refresh, dashboard, ids);
  }

  private Response one(Call call, int status, Found found, @Nullable Sheet dashboard) {
    return Response.json(status, full(call, found, dashboard).getFirst());
  }

  Response create(Call call) {
    InsightInput said = new InsightInput(Body.jsonInput(call.request()));
    Insight.Definition definition = said.definition(Insight.Definition.EMPTY);
    Found made =
        dashboards.write(
            call.actor(),
            editor -> {
              Insight insight = editor.insights().create(definition);
              said.dashboards().ifPresent(ids -> InsightPlaces.put(call, editor, insight, ids));
              return found(editor.read(), List.of(insight));
            });
    return one(call, 201, made, null);
  }

  Response retrieve(Call call) {
    Optional<Long> from = call.request().query("from_dashboard").flatMap(InsightFilters::number);
    record Seen(Found found, @Nullable Sheet dashboard) {}
    Seen seen =
        dashboards.read(
            call.actor(),
            reader ->
                new Seen(
                    found(reader, List.of(find(call, reader))),
                    from.flatMap(reader::find).orElse(null)));
    return one(call, 200, seen.found(), seen.dashboard());
  }

  /** By number or by short id. */
  private static Insight find(Call call, Reader reader) {
    String id = call.request().pathParameter("id");
    return InsightFilters.number(id)
        .flatMap(reader::findInsight)
        .or(() -> reader.findInsight(id))
        .orElseThrow(() -> FailureException.notFound("There is no insight " + id + "."));
  }

  Response update(Call call) {
    Input input = Body.jsonInput(call.request());
    Found after = dashboards.write(call.actor(), editor -> update(call, editor, input));
    return one(call, 200, after, null);
  }

  private static Found update(Call call, Editor editor, Input input) {
    InsightInput said = new InsightInput(input);
    @Nullable Boolean deleted = input.has("deleted") ? (Boolean) input.flag("deleted") : null;
    long id = id(call, editor, Boolean.FALSE.equals(deleted));
    Insight insight = editor.insights().edit(id, said::changed);
    said.dashboards().ifPresent(wanted -> InsightPlaces.put(call, editor, insight, wanted));
    Insight after = Boolean.TRUE.equals(deleted) ? editor.insights().delete(id) : insight;
    return found(editor.read(), List.of(after));
  }

  /** The insight's number; one that is deleted is found, and brought back, only on demand. */
  private static long id(Call call, Editor editor, boolean back) {
    String id = call.request().pathParameter("id");
    Optional<Insight> deleted =
        InsightFilters.number(id)
            .flatMap(editor.read()::findInsightAlsoDeleted)
            .filter(Insight::deleted);
    return back && deleted.isPresent()
        ? editor.insights().restore(deleted.get().id()).id()
        : find(call, editor.read()).id();
  }

  /** Insights go by {@code deleted}; deleting one outright is possible nowhere. */
  Response delete(Call call) {
    return Response.empty(405);
  }
}
