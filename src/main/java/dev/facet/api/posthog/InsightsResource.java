package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.InsightView.Found;
import dev.facet.api.posthog.export.Files;
import dev.facet.api.posthog.export.ResultCsv;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.InsightInput;
import dev.facet.api.posthog.wire.InsightWire;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.InsightSearch;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code …/insights/}: list, create, retrieve, change, put on dashboards. */
record InsightsResource(Dashboards dashboards, InsightView view) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final String CSV = ".csv";

  Response list(Call call) {
    Paging paging = Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
    InsightSearch search =
        InsightFilters.search(call, view.asker().clock().instant())
            .limit(paging.limit())
            .offset(paging.offset());
    record Listed(Page<Insight> page, Found found) {}
    Listed listed =
        dashboards.read(
            call.actor(),
            reader -> {
              Page<Insight> page = reader.insights(search);
              return new Listed(page, Found.of(reader, page.items()));
            });
    boolean basic = call.request().query("basic").filter("true"::equalsIgnoreCase).isPresent();
    return Response.json(
        200,
        PostHogWire.page(
            listed.page().total(),
            paging.next(call.request(), listed.page().total()).orElse(null),
            paging.previous(call.request()).orElse(null),
            basic
                ? basic(call, listed.found())
                : view.full(call.onlooker(), listed.found(), look(call, null))));
  }

  private List<ObjectNode> basic(Call call, Found found) {
    InsightWire wire = view.wire(call.onlooker(), found, null);
    return found.insights().stream()
        .map(insight -> wire.basic(insight, found.spots(insight)))
        .toList();
  }

  private static InsightView.Look look(Call call, @Nullable Sheet dashboard) {
    return new InsightView.Look(
        dashboard,
        call.override("filters_override"),
        call.override("variables_override"),
        call.refresh());
  }

  private Response one(Call call, int status, Found found, @Nullable Sheet dashboard) {
    return Response.json(
        status, view.full(call.onlooker(), found, look(call, dashboard)).getFirst());
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
              Insight kept =
                  said.input().isOn("deleted") ? editor.insights().delete(insight.id()) : insight;
              return Found.of(editor.read(), List.of(kept));
            });
    return one(call, 201, made, null);
  }

  Response retrieve(Call call) {
    Optional<Long> from =
        call.request()
            .query("from_dashboard")
            .filter(text -> !text.isEmpty())
            .map(text -> Input.number(TextNode.valueOf(text), "from_dashboard"));
    record Seen(Found found, @Nullable Sheet dashboard) {}
    Seen seen =
        dashboards.read(
            call.actor(),
            reader ->
                new Seen(
                    Found.of(reader, List.of(find(call, reader))),
                    from.flatMap(reader::find).orElse(null)));
    Insight insight = seen.found().insights().getFirst();
    dashboards.viewedInsight(call.actor(), insight.id());
    return wantsCsv(call)
        ? csv(call, insight, seen.dashboard())
        : one(call, 200, seen.found(), seen.dashboard());
  }

  private static boolean wantsCsv(Call call) {
    return call.request().pathParameter("id").endsWith(CSV)
        || call.request().query("format").filter("csv"::equals).isPresent();
  }

  private Response csv(Call call, Insight insight, @Nullable Sheet dashboard) {
    InsightView.Look look = look(call, dashboard);
    boolean waits = call.request().query("refresh").isEmpty();
    ObjectNode answer =
        view.answer(
            call.onlooker(),
            insight,
            waits
                ? new InsightView.Look(
                    dashboard, look.filters(), look.variables(), RefreshMode.BLOCKING)
                : look);
    return Files.csv(insight, ResultCsv.bytes(answer));
  }

  /** By number or by short id, with or without {@code .csv} behind it. */
  private static Insight find(Call call, Reader reader) {
    String given = call.request().pathParameter("id");
    String id = given.endsWith(CSV) ? given.substring(0, given.length() - CSV.length()) : given;
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
    boolean deleted = input.isOn("deleted");
    boolean back = input.at("deleted").isBoolean() && !deleted;
    long id = id(call, editor, back);
    Insight insight = editor.insights().edit(id, said::changed);
    said.dashboards().ifPresent(wanted -> InsightPlaces.put(call, editor, insight, wanted));
    Insight after = deleted ? editor.insights().delete(id) : insight;
    return Found.of(editor.read(), List.of(after));
  }

  /**
   * The insight's number; one that is deleted is found, and brought back, only on demand.
   *
   * @param back whether the request says {@code false}, as a truth and not as a word
   */
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
