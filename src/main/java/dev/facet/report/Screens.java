package dev.facet.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.catalog.Json;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Document;
import dev.facet.dashboard.content.Grid;
import dev.facet.dashboard.content.Place;
import dev.facet.dashboard.content.Section;
import dev.facet.form.DashboardFilters;
import dev.facet.form.Fields;
import dev.facet.form.QueryForm;
import dev.facet.form.board.ChartTypes;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.Definitions;
import dev.facet.query.Query;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import dev.facet.query.TrendQuery.Formula;
import dev.facet.report.Screen.Item;
import dev.facet.report.Screen.Shows;
import dev.facet.report.chart.ChartPainter;
import dev.facet.report.chart.Exhibit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks what a dashboard or an insight shows, all of it together. */
public record Screens(Dashboards dashboards, Answers answers) {
  private static final int ALONE = 7;
  private static final int TALLEST = 100;

  /** A dashboard's page, with the dashboard's filters and variables. */
  public Screen dashboard(Actor actor, Reader reader, long id) {
    record Found(Sheet sheet, Map<Long, Insight> insights) {}
    Found found =
        dashboards.read(
            actor,
            look -> {
              Sheet sheet = look.get(id);
              return new Found(sheet, look.insights(sheet.content().insights()));
            });
    Sheet sheet = found.sheet();
    JsonNode variables = sheet.content().variables().json();
    Asked asked = new Asked(reader.definitions(), found.insights(), variables);
    List<List<Open>> sections =
        sheet.content().sections().stream()
            .map(section -> asked.section(section, sheet.content().filters()))
            .toList();
    Iterator<Item> items =
        answered(reader, sections.stream().flatMap(List::stream).toList()).iterator();
    List<Screen.Section> shown = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      List<Item> here = sections.get(i).stream().map(each -> items.next()).toList();
      shown.add(new Screen.Section(sheet.content().sections().get(i).title(), here));
    }
    String name = sheet.dashboard().registration().name();
    return new Screen(firstOf(name, "Dashboard"), reader.definitions().zone(), shown);
  }

  /** The page of one insight. */
  public Screen insight(Actor actor, Reader reader, long id) {
    Insight insight = dashboards.read(actor, look -> look.insight(id));
    Asked asked = new Asked(reader.definitions(), Map.of(id, insight), Json.object());
    Open open = asked.open(Chart.ofInsight(id), insight, Json.object()).at(new Place(0, 0, 12, 1));
    Item item = answered(reader, List.of(open)).getFirst();
    int rows = ALONE;
    if (item.shows() instanceof Shows.Answered(Exhibit exhibit)) {
      rows = Math.clamp(ScreenLayout.rows(ChartPainter.wish(exhibit)), ALONE, TALLEST);
    }
    Place place = new Place(0, 0, Place.COLUMNS, rows);
    Item whole = new Item(place, "", item.shows(), item.period());
    return new Screen(
        firstOf(item.title(), "Insight"),
        reader.definitions().zone(),
        List.of(new Screen.Section("", List.of(whole))));
  }

  /**
   * Something on the page that is not answered yet.
   *
   * @param query null when there is nothing to ask; then {@code shows} is known
   */
  private record Open(
      Place place,
      String title,
      String type,
      List<String> colors,
      @Nullable Query query,
      @Nullable Shows shows) {
    Open at(Place other) {
      return new Open(other, title, type, colors, query, shows);
    }
  }

  /** What the questions of a page depend on. */
  private record Asked(Definitions definitions, Map<Long, Insight> insights, JsonNode variables) {

    List<Open> section(Section section, Document filters) {
      List<Card> cards = section.cards().stream().filter(this::isShown).toList();
      List<Place> places =
          Grid.compact(
              Grid.complete(cards.stream().map(Card::place).toList()).stream()
                  .map(Asked::clamped)
                  .toList());
      List<Open> all = new ArrayList<>();
      for (int i = 0; i < cards.size(); i++) {
        Card card = cards.get(i);
        Document laid = card.filters().isEmpty() ? filters : card.filters();
        List<Chart> charts = card.charts().stream().filter(this::isShown).toList();
        for (int k = 0; k < charts.size(); k++) {
          Place part = part(places.get(i), card.layout(), k, charts.size());
          all.add(open(charts.get(k), laid.json()).at(part));
        }
      }
      return all;
    }

    private boolean isShown(Card card) {
      return !card.removed() && card.charts().stream().anyMatch(this::isShown);
    }

    /** Most charts whose insight has been deleted are no longer shown. */
    private boolean isShown(Chart chart) {
      return switch (chart.source()) {
        case Chart.Source.OfText _ -> true;
        case Chart.Source.OfInsight of -> of.stays() || insights.containsKey(of.insight());
      };
    }

    private static Place clamped(Place place) {
      int w = Math.clamp(place.w(), 1, Place.COLUMNS);
      int x = Math.clamp(place.x(), 0, Place.COLUMNS - w);
      return new Place(x, Math.max(0, place.y()), w, Math.clamp(place.h(), 1, TALLEST));
    }

    /** The part of a card's place that falls to one of its charts. */
    private static Place part(Place place, @Nullable String layout, int i, int count) {
      if ("horizontal".equals(layout)) {
        int width = Math.max(1, place.w() / count);
        int left = Math.min(place.x() + i * width, Place.COLUMNS - width);
        return new Place(left, place.y(), width, place.h());
      }
      int height = Math.max(1, place.h() / count);
      return new Place(place.x(), place.y() + i * height, place.w(), height);
    }

    private Open open(Chart chart, ObjectNode filters) {
      return switch (chart.source()) {
        case Chart.Source.OfText(long _, String body) ->
            known(firstOf(chart.title(), ""), ChartTypes.TEXT, new Shows.Says(body));
        case Chart.Source.OfInsight of -> open(chart, of, filters);
      };
    }

    private Open open(Chart chart, Chart.Source.OfInsight of, ObjectNode filters) {
      Insight insight = insights.get(of.insight());
      return insight == null
          ? known(
              firstOf(chart.title(), ""), ChartTypes.TABLE, new Shows.Fails(of.gone().message()))
          : open(chart, insight, filters);
    }

    Open open(Chart chart, Insight insight, ObjectNode filters) {
      Insight.Definition said = insight.definition();
      String stored = said.query();
      JsonNode node = stored == null ? Json.object() : Json.read(stored);
      String type = chart.type() == null ? ChartTypes.of(node) : chart.type();
      String title = firstOf(chart.title(), firstOf(said.name(), firstOf(said.derivedName(), "")));
      try {
        JsonNode laid = DashboardFilters.apply(node, filters);
        JsonNode asked = QueryVariables.apply(laid, variables, definitions.variables());
        return new Open(
            Grid.DEFAULT_SIZE, title, type, chart.colors(), QueryForm.read(asked, "query"), null);
      } catch (FailureException e) {
        return known(title, type, new Shows.Fails(Fields.named(e.failure())));
      }
    }

    private static Open known(String title, String type, Shows shows) {
      return new Open(Grid.DEFAULT_SIZE, title, type, List.of(), null, shows);
    }
  }

  private List<Item> answered(Reader reader, List<Open> all) {
    List<Query> queries = new ArrayList<>();
    for (Open open : all) {
      Query query = open.query();
      if (query != null) {
        queries.add(query);
      }
    }
    Iterator<Result> results = answers.answer(reader, queries, Mode.FRESH).iterator();
    List<Item> items = new ArrayList<>();
    for (Open open : all) {
      Query query = open.query();
      Shows shows = open.shows();
      items.add(
          query != null
              ? item(open, query, results.next(), reader.definitions())
              : new Item(
                  open.place(), open.title(), shows == null ? new Shows.Says("") : shows, null));
    }
    return items;
  }

  private static Item item(Open open, Query query, Result result, Definitions definitions) {
    return switch (result) {
      case Result.Answered(Answer answer) ->
          new Item(
              open.place(),
              open.title(),
              new Shows.Answered(
                  new Exhibit(
                      open.type(),
                      answer.table(),
                      series(query, definitions),
                      definitions.zone(),
                      open.colors())),
              answer.planned().period());
      case Result.Failed(Failure failure) ->
          new Item(open.place(), open.title(), new Shows.Fails(Fields.named(failure)), null);
      case Result.Unknown _ ->
          new Item(open.place(), open.title(), new Shows.Fails("Not computed."), null);
    };
  }

  /** The names that rows mean by the numbers of their series. */
  private static List<String> series(Query query, Definitions definitions) {
    if (query instanceof TrendQuery trend && !trend.formulas().isEmpty()) {
      return trend.formulas().stream().map(Formula::label).toList();
    }
    List<Series> series =
        query instanceof TrendQuery trend
            ? trend.series()
            : query instanceof StickinessQuery stickiness ? stickiness.series() : List.of();
    return series.stream().map(each -> each.label(definitions)).toList();
  }

  private static String firstOf(@Nullable String name, String otherwise) {
    return name == null || name.isBlank() ? otherwise : name;
  }
}
