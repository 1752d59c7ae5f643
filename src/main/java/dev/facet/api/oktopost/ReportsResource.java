package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.OpaqueId;
import dev.facet.api.oktopost.wire.ReportFilter;
import dev.facet.api.oktopost.wire.ReportRows;
import dev.facet.api.oktopost.wire.Widgets;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Document;
import dev.facet.form.DashboardFilters;
import dev.facet.form.QueryForm;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.query.ReportQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /v2/dashboard/{id}/report}: the rows of one of a dashboard's reports. */
record ReportsResource(Dashboards dashboards, Asking asking) {
  private static final String NETWORK = "network";

  Response retrieve(Call call) {
    JsonNode node = dashboards.read(call.actor(), reader -> asked(call, reader));
    ReportFilter filter =
        call.request().query("filter").map(ReportFilter::read).orElse(ReportFilter.NOTHING);
    ReportQuery report = filter.over(report(node));
    Table table = asking.ask(call.project(), report).getFirst();
    ObjectNode body = OktopostWire.success();
    body.set("Data", ReportRows.of(table, networks(report)));
    body.putObject("Entities");
    return Response.json(200, body);
  }

  private static ReportQuery report(JsonNode node) {
    if (QueryForm.read(node, "query") instanceof ReportQuery report) {
      return report;
    }
    throw new IllegalStateException("No report: " + node.path("kind"));
  }

  private static List<Integer> networks(ReportQuery report) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < report.dimensions().size(); i++) {
      if (report.dimensions().get(i).name().equals(NETWORK)) {
        places.add(i);
      }
    }
    return places;
  }

  /** The query of the widget asked for, with the filters of its dashboard. */
  private static JsonNode asked(Call call, Reader reader) {
    Sheet sheet = DashboardsResource.find(reader, call.id());
    String id =
        Given.text(call.request(), "id")
            .orElseThrow(
                () -> FailureException.invalid("required", "id", "Missing value for parameter id"));
    for (Card card : sheet.content().liveCards()) {
      for (Chart chart : card.charts()) {
        if (OpaqueId.WIDGET.of(chart.id()).equals(id)) {
          Document filters = card.filters().isEmpty() ? sheet.content().filters() : card.filters();
          return DashboardFilters.apply(query(reader, chart), filters.json());
        }
      }
    }
    throw noReport();
  }

  private static JsonNode query(Reader reader, Chart chart) {
    return chart.source() instanceof Chart.Source.OfInsight insight
        ? reader
            .findInsight(insight.insight())
            .flatMap(ReportsResource::node)
            .filter(node -> Widgets.source(node).isPresent())
            .orElseThrow(ReportsResource::noReport)
        : noQuery();
  }

  private static JsonNode noQuery() {
    throw noReport();
  }

  private static Optional<JsonNode> node(Insight insight) {
    return Optional.ofNullable(insight.definition().query())
        .map(query -> Json.read(query.getBytes(StandardCharsets.UTF_8)));
  }

  private static FailureException noReport() {
    return FailureException.notFound("The dashboard has no such report.");
  }
}
