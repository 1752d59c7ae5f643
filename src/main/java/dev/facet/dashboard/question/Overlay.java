package dev.facet.dashboard.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.form.DashboardFilters;
import dev.facet.form.QueryForm;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.query.DatasetTree;
import dev.facet.query.Definitions;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.Query;
import dev.facet.query.choice.Choices;
import java.util.Map;

/** What lies over the queries of a card. */
record Overlay(
    ObjectNode filters,
    ObjectNode variables,
    Map<String, Variable> defined,
    Choices choices,
    View view) {

  /** Nothing. */
  static final Overlay NONE =
      new Overlay(Json.object(), Json.object(), Map.of(), Choices.NONE, View.OWN);

  /** Of a question that lies on no dashboard. */
  static Overlay of(View view, Definitions definitions) {
    Map<String, Variable> defined = definitions.variables();
    return new Overlay(
        view.over(Json.object()), view.over(Json.object(), defined), defined, Choices.NONE, view);
  }

  /** Of the cards of a dashboard; {@link #on} adapts it to each. */
  static Overlay of(Content content, View view, Definitions definitions) {
    Map<String, Variable> defined = definitions.variables();
    ObjectNode filters = content.filters().json();
    return new Overlay(
        view.over(filters),
        view.over(content.variables().json(), defined),
        defined,
        view.choices(filters, Questions.available(content), definitions),
        view);
  }

  /** A card's own filters stand in for the dashboard's. */
  Overlay on(Card card) {
    Document own = card.filters();
    return own.isEmpty()
        ? this
        : new Overlay(view.over(own.json()), variables, defined, choices, view);
  }

  /** What a stored query asks under all this. */
  Query query(JsonNode node) {
    JsonNode filtered = view.compared(DashboardFilters.apply(node, filters));
    Query query = QueryForm.read(QueryVariables.apply(filtered, variables, defined), "query");
    return query instanceof DatasetTree tree ? tree.with(choices) : query;
  }
}
