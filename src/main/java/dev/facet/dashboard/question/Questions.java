package dev.facet.dashboard.question;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.catalog.Json;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.board.ChartTypes;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.Definitions;
import dev.facet.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The charts of a dashboard, or of what stands for one, and what each of them asks.
 *
 * @param title of the dashboard; may be empty
 */
public record Questions(String title, List<Section> sections) {
  public Questions {
    sections = List.copyOf(sections);
  }

  /** A titled grid, with the cards on it that show something. */
  public record Section(String title, List<OfCard> cards) {
    public Section {
      cards = List.copyOf(cards);
    }
  }

  /** A card with what it shows. */
  public record OfCard(Card card, List<Item> items) {
    public OfCard {
      items = List.copyOf(items);
    }
  }

  /**
   * A chart as it is drawn, and what for.
   *
   * @param id of the chart; of the insight where there is no chart, 0 where there is none either
   */
  public record Item(long id, String title, String type, List<String> colors, Shows shows) {}

  /** What a chart is about. */
  public sealed interface Shows {

    /** An answer to a question. */
    record Answer(Query query) implements Shows {}

    /** A text, which is in the dashboard already. */
    record Text(String body) implements Shows {}

    /** Nothing that can be understood. */
    record Nothing(Failure failure) implements Shows {}
  }

  /** All charts in the order of sections, cards, charts. */
  public List<Item> items() {
    return sections.stream()
        .flatMap(section -> section.cards().stream())
        .flatMap(card -> card.items().stream())
        .toList();
  }

  /** The questions, without what lies between them. */
  public List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (Item item : items()) {
      if (item.shows() instanceof Shows.Answer(Query query)) {
        queries.add(query);
      }
    }
    return queries;
  }

  /**
   * Those of a dashboard looked at in this way.
   *
   * @param definitions what words mean in the project
   */
  public static Questions of(Reader reader, long dashboard, View view, Definitions definitions) {
    Sheet sheet = reader.get(dashboard);
    Overlay overlay = Overlay.of(sheet.content(), view, definitions);
    Map<Long, Insight> insights = reader.insights(sheet.content().insights());
    List<Section> sections =
        sheet.content().sections().stream()
            .map(section -> new Section(section.title(), cards(section.cards(), insights, overlay)))
            .toList();
    return new Questions(firstOf(sheet.dashboard().registration().name()), sections);
  }

  /** That of something nobody saved. */
  public static Questions of(JsonNode query, View view, Definitions definitions) {
    Overlay overlay = Overlay.of(view, definitions);
    return alone(item(0, "", query, overlay));
  }

  /** That of an insight by itself. */
  public static Questions of(Insight insight) {
    Insight.Definition said = insight.definition();
    return alone(item(insight.id(), title(said), node(said), Overlay.NONE));
  }

  /** That of one of the charts; empty when there is none of this number. */
  public Optional<Questions> only(long chart) {
    return items().stream().filter(item -> item.id() == chart).findFirst().map(Questions::alone);
  }

  private static Questions alone(Item item) {
    OfCard card = new OfCard(Card.of(null), List.of(item));
    return new Questions(item.title(), List.of(new Section("", List.of(card))));
  }

  /** The filters whose values may be chosen. */
  public static List<AvailableFilter> available(Content content) {
    return content.availableFilters().stream()
        .map(filter -> AvailableFilter.read(filter.json(), "available_filters"))
        .toList();
  }

  /** What an insight is called. */
  public static String title(Insight.Definition insight) {
    return firstOf(insight.name(), insight.derivedName());
  }

  private static List<OfCard> cards(
      List<Card> cards, Map<Long, Insight> insights, Overlay overlay) {
    List<OfCard> shown = new ArrayList<>();
    for (Card card : cards) {
      if (!card.removed()) {
        Overlay over = overlay.on(card);
        List<Item> items =
            card.charts().stream().flatMap(chart -> item(chart, insights, over).stream()).toList();
        shown.add(new OfCard(card, items));
      }
    }
    return shown.stream().filter(each -> !each.items().isEmpty()).toList();
  }

  /** Empty for a chart that is no longer shown, its insight having been deleted. */
  private static Optional<Item> item(Chart chart, Map<Long, Insight> insights, Overlay overlay) {
    return switch (chart.source()) {
      case Chart.Source.OfText(long text, String body) ->
          Optional.of(bare(chart, ChartTypes.TEXT, new Shows.Text(body)));
      case Chart.Source.OfInsight of -> {
        Insight insight = insights.get(of.insight());
        Item item = insight == null ? left(chart, of) : item(chart, insight.definition(), overlay);
        yield Optional.ofNullable(item);
      }
    };
  }

  /** What is left of a chart whose insight has been deleted. */
  private static @Nullable Item left(Chart chart, Chart.Source.OfInsight of) {
    return of.stays() ? bare(chart, ChartTypes.TABLE, new Shows.Nothing(of.gone())) : null;
  }

  private static Item bare(Chart chart, String type, Shows shows) {
    return new Item(chart.id(), firstOf(chart.title()), type, List.of(), shows);
  }

  private static Item item(Chart chart, Insight.Definition insight, Overlay overlay) {
    JsonNode node = node(insight);
    String type = chart.type() == null ? ChartTypes.of(node) : chart.type();
    String title = firstOf(chart.title(), insight.name(), insight.derivedName());
    return new Item(chart.id(), title, type, chart.colors(), shows(node, overlay));
  }

  private static Item item(long id, String title, JsonNode node, Overlay overlay) {
    return new Item(id, title, ChartTypes.of(node), List.of(), shows(node, overlay));
  }

  private static Shows shows(JsonNode node, Overlay overlay) {
    try {
      return new Shows.Answer(overlay.query(node));
    } catch (FailureException e) {
      return new Shows.Nothing(e.failure());
    }
  }

  private static JsonNode node(Insight.Definition insight) {
    String query = insight.query();
    return query == null ? Json.object() : Json.read(query);
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
