package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.Excerpt;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.api.mediarithmics.wire.SavedChart;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.InsightSearch;
import dev.facet.dashboard.InsightSearch.Order;
import dev.facet.dashboard.Page;
import dev.facet.dashboard.Reader;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** {@code /v1/charts}: saved charts, which are saved insights. */
record ChartsResource(Dashboards dashboards) {
  private static final Map<String, Order> ORDERS =
      new TreeMap<>(
          Map.of(
              "id", Order.ID,
              "title", Order.NAME,
              "created_ts", Order.CREATED,
              "last_modified_ts", Order.MODIFIED));

  /** Whether there is a saved chart of this number. */
  static boolean isSaved(Reader reader, long id) {
    return reader.findInsight(id).filter(insight -> insight.definition().saved()).isPresent();
  }

  Response list(Call call) {
    call.requireOrganisation();
    Excerpt excerpt = Excerpt.of(call.request());
    InsightSearch search =
        new InsightSearch().saved(true).limit(excerpt.most()).offset(excerpt.first());
    call.request().query("title").filter(t -> !t.isBlank()).ifPresent(search::nameHas);
    call.request().query("order_by").filter(o -> !o.isEmpty()).ifPresent(o -> order(search, o));
    Page<Insight> page = dashboards.read(call.actor(), reader -> reader.insights(search));
    return MediarithmicsWire.page(
        excerpt, page.total(), page.items().stream().map(item -> shown(call, item)).toList());
  }

  private static void order(InsightSearch search, String by) {
    boolean descending = by.startsWith("-");
    String name = descending ? by.substring(1) : by;
    Order order = ORDERS.get(name);
    if (order == null) {
      throw Fields.notOneOf("order_by", name, ORDERS.keySet().stream().toList());
    }
    search.orderBy(order, descending);
  }

  Response create(Call call) {
    call.checkOrganisation();
    Insight.Definition said = SavedChart.read(owned(call), Insight.Definition.EMPTY);
    return MediarithmicsWire.single(
        shown(call, dashboards.write(call.actor(), editor -> editor.insights().create(said))));
  }

  Response retrieve(Call call) {
    call.checkOrganisation();
    return MediarithmicsWire.single(
        dashboards.read(call.actor(), reader -> shown(call, saved(reader, call.id()))));
  }

  Response replace(Call call) {
    call.checkOrganisation();
    JsonNode body = owned(call);
    return MediarithmicsWire.single(changed(call, before -> SavedChart.read(body, before)));
  }

  private ObjectNode changed(Call call, UnaryOperator<Insight.Definition> change) {
    return dashboards.write(
        call.actor(),
        editor -> {
          saved(editor.read(), call.id());
          return shown(call, editor.insights().edit(call.id(), change));
        });
  }

  Response delete(Call call) {
    call.checkOrganisation();
    dashboards.write(
        call.actor(),
        editor -> {
          saved(editor.read(), call.id());
          return editor.insights().delete(call.id());
        });
    return MediarithmicsWire.done();
  }

  private static JsonNode owned(Call call) {
    JsonNode body = call.body();
    JsonNode organisation = body.path("organisation_id");
    if (!organisation.isMissingNode() && !organisation.isNull()) {
      call.checkOrganisation(MediarithmicsWire.id(organisation, "organisation_id"));
    }
    return body;
  }

  private static Insight saved(Reader reader, long id) {
    return reader
        .findInsight(id)
        .filter(insight -> insight.definition().saved())
        .orElseThrow(
            () ->
                new FailureException(
                    new Failure.NotFound(
                        "chart_not_found", null, "there is no chart " + id + ".")));
  }

  private static ObjectNode shown(Call call, Insight insight) {
    ObjectNode node = MediarithmicsWire.object();
    node.put("id", Long.toString(insight.id()));
    node.setAll(SavedChart.show(insight));
    return node.put("organisation_id", call.organisation())
        .put("created_ts", insight.createdAt().toEpochMilli())
        .put("created_by", MediarithmicsWire.id(insight.createdBy()))
        .put("last_modified_ts", insight.modifiedAt().toEpochMilli())
        .put("last_modified_by", MediarithmicsWire.id(insight.modifiedBy()));
  }
}
