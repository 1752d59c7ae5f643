package dev.facet.api.facet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Document;
import dev.facet.form.DashboardFilters;
import dev.facet.form.QueryForm;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.board.ChartTypes;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree;
import dev.facet.query.Definitions;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.Query;
import dev.facet.query.choice.Choices;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The charts of a dashboard, in the order of sections, cards, charts, and what each of them asks.
 */
record Screen(List<Item> items) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  Screen {
    items = List.copyOf(items);
  }

  /** A chart as it is drawn, and what for. */
  record Item(long id, String title, String type, Content content) {}

  /** What a chart is about. */
  sealed interface Content {

    /** An answer to a question. */
    record Asks(Query query) implements Content {}

    /** A text, which is in the dashboard already. */
    record Says() implements Content {}

    /** Nothing that can be understood. */
    record Fails(Failure failure) implements Content {}
  }

  /** The questions, without what lies between them. */
  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (Item item : items) {
      if (item.content() instanceof Content.Asks(Query query)) {
        queries.add(query);
      }
    }
    return queries;
  }

  /**
   * The screen of a dashboard looked at in this way.
   *
   * @param definitions what words mean in the project
   */
  static Screen of(Reader reader, long dashboard, View view, Definitions definitions) {
    Sheet sheet = reader.get(dashboard);
    Map<String, Variable> defined = definitions.variables();
    ObjectNode variables = view.over(sheet.content().variables().json(), defined);
    Choices choices =
        view.choices(sheet.content().filters().json(), available(sheet.content()), definitions);
    Map<Long, Insight> insights = reader.insights(sheet.content().insights());
    List<Item> items = new ArrayList<>();
    for (Card card : sheet.content().liveCards()) {
      Document filters = card.filters().isEmpty() ? sheet.content().filters() : card.filters();
      ObjectNode laid = view.over(filters.json());
      Over over = new Over(laid, variables, defined, choices, view);
      card.charts().forEach(chart -> item(chart, insights, over).ifPresent(items::add));
    }
    return new Screen(items);
  }

  /** The filters whose values readers may choose. */
  static List<AvailableFilter> available(dev.facet.dashboard.content.Content content) {
    return content.availableFilters().stream()
        .map(filter -> AvailableFilter.read(filter.json(), "available_filters"))
        .toList();
  }

  /** What lies over the queries of a card. */
  private record Over(
      ObjectNode filters,
      ObjectNode variables,
      Map<String, Variable> defined,
      Choices choices,
      View view) {
    static final Over NOTHING =
        new Over(NODES.objectNode(), NODES.objectNode(), Map.of(), Choices.NONE, View.own());

    Query query(JsonNode node) {
      JsonNode filtered = view.compared(DashboardFilters.apply(node, filters));
      Query query = QueryForm.read(QueryVariables.apply(filtered, variables, defined), "query");
      return query instanceof DatasetTree tree ? tree.with(choices) : query;
    }
  }

  /** The screen of a question that nobody saved. */
  static Screen of(JsonNode query, View view, Definitions definitions) {
    Map<String, Variable> defined = definitions.variables();
    ObjectNode laid = view.over(NODES.objectNode());
    ObjectNode variables = view.over(NODES.objectNode(), defined);
    Over over = new Over(laid, variables, defined, Choices.NONE, view);
    return new Screen(List.of(new Item(0, "", ChartTypes.of(query), content(query, over))));
  }

  /** The screen of an insight by itself. */
  static Screen of(Insight insight) {
    Insight.Definition said = insight.definition();
    JsonNode node = node(said);
    Content content = content(node, Over.NOTHING);
    return new Screen(List.of(new Item(insight.id(), title(said), ChartTypes.of(node), content)));
  }

  /** What an insight is called. */
  static String title(Insight.Definition insight) {
    return firstOf(insight.name(), insight.derivedName());
  }

  /** Empty for a chart that is no longer shown, its insight having been deleted. */
  private static Optional<Item> item(Chart chart, Map<Long, Insight> insights, Over over) {
    return switch (chart.source()) {
      case Chart.Source.OfText text ->
          Optional.of(
              new Item(chart.id(), firstOf(chart.title()), ChartTypes.TEXT, new Content.Says()));
      case Chart.Source.OfInsight of -> {
        Insight insight = insights.get(of.insight());
        Item item = insight == null ? left(chart, of) : item(chart, insight.definition(), over);
        yield Optional.ofNullable(item);
      }
    };
  }

  /** What is left of a chart whose insight has been deleted. */
  private static @Nullable Item left(Chart chart, Chart.Source.OfInsight of) {
    return of.stays()
        ? new Item(
            chart.id(), firstOf(chart.title()), ChartTypes.TABLE, new Content.Fails(of.gone()))
        : null;
  }

  private static Item item(Chart chart, Insight.Definition insight, Over over) {
    JsonNode node = node(insight);
    String type = chart.type() == null ? ChartTypes.of(node) : chart.type();
    String title = firstOf(chart.title(), insight.name(), insight.derivedName());
    return new Item(chart.id(), title, type, content(node, over));
  }

  private static Content content(JsonNode node, Over over) {
    try {
      return new Content.Asks(over.query(node));
    } catch (FailureException e) {
      return new Content.Fails(e.failure());
    }
  }

  private static JsonNode node(Insight.Definition insight) {
    String query = insight.query();
    return query == null ? NODES.objectNode() : Json.read(query.getBytes(StandardCharsets.UTF_8));
  }

  private static String firstOf(@Nullable String... names) {
    for (String name : names) {
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return "";
  }
}
