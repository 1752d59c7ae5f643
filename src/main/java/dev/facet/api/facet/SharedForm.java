package dev.facet.api.facet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Offer;
import dev.facet.access.share.Share;
import dev.facet.api.Readers;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.form.FormView;
import dev.facet.dashboard.question.Questions;
import dev.facet.dashboard.question.View;
import dev.facet.form.QueryForm;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.Project;
import dev.facet.query.Definitions.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dashboards and insights as strangers see them: our own form, of which only what is needed for
 * drawing is left. Questions but for their kind, filters and who made what stay inside.
 */
record SharedForm(Dashboards dashboards, Readers readers) {
  private static final List<String> DASHBOARD =
      List.of("name", "description", "refresh_interval", "sections");
  private static final List<String> CHART =
      List.of("id", "title", "description", "type", "options", "colors");
  private static final List<String> FILTER = List.of("technical_name", "title", "multi_select");
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  /** What a share shows; empty when it is in the trash. */
  Optional<ObjectNode> of(Share share, Project project) {
    long id = share.subject().id();
    Map<String, Variable> defined = readers.of(project).definitions().variables();
    return dashboards.read(
        SharesResource.actor(share),
        reader ->
            switch (share.subject().kind()) {
              case DASHBOARD ->
                  reader.find(id).map(sheet -> of(reader, sheet, share.offers(), defined));
              case INSIGHT -> reader.findInsight(id).map(SharedForm::of);
            });
  }

  /** With what its visitors may choose, as the dashboard has it. */
  private static ObjectNode of(
      Reader reader, Sheet sheet, Set<Offer> offers, Map<String, Variable> defined) {
    ObjectNode whole = FormView.of(reader, sheet).write();
    ObjectNode drawn = drawn(whole.deepCopy());
    for (Offer offer : offers) {
      switch (offer) {
        case DATES -> drawn.set("filters", ((ObjectNode) whole.path("filters")).retain(View.DATES));
        case FILTERS -> drawn.set("available_filters", named(whole.path("available_filters")));
        case VARIABLES -> drawn.set("variables", typed(whole.path("variables"), defined));
        case EXPORT -> {}
      }
    }
    return drawn;
  }

  private static JsonNode named(JsonNode filters) {
    filters.forEach(filter -> ((ObjectNode) filter).retain(FILTER));
    return filters;
  }

  /** By the names that queries call them. */
  private static ArrayNode typed(JsonNode values, Map<String, Variable> defined) {
    ArrayNode variables = FacetWire.array();
    QueryVariables.current(values, defined)
        .forEach(
            value -> {
              Variable variable = defined.get(value.path("code_name").asText());
              if (variable != null) {
                variables
                    .addObject()
                    .put("code_name", variable.codeName())
                    .put("type", variable.kind().word())
                    .set("value", value.path("value"));
              }
            });
    return variables;
  }

  /** A dashboard of one chart. */
  private static ObjectNode of(Insight insight) {
    Insight.Definition said = insight.definition();
    Questions.Item item = Questions.of(insight).items().getFirst();
    ChartForm chart =
        new ChartForm(
            "",
            item.id(),
            item.title(),
            text(said.description()),
            item.type(),
            JsonNodeFactory.instance.objectNode(),
            List.of(),
            null,
            null,
            null,
            null);
    CardForm card = new CardForm(insight.id(), 0, 0, WIDTH, HEIGHT, null, List.of(chart), null);
    return drawn(
        new DashboardForm(
                item.title(),
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new SectionForm("", List.of(card), null)),
                null)
            .write());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static ObjectNode drawn(ObjectNode node) {
    node.retain(DASHBOARD);
    for (JsonNode section : node.path("sections")) {
      section.path("cards").forEach(card -> card.path("charts").forEach(SharedForm::draw));
    }
    return node;
  }

  private static void draw(JsonNode chart) {
    JsonNode kind = QueryForm.source(chart.path("query")).path("kind");
    ((ObjectNode) chart).retain(CHART);
    if (kind.isTextual()) {
      ((ObjectNode) chart).putObject("query").set("kind", kind);
    }
  }
}
