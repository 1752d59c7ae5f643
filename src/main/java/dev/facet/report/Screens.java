package dev.facet.report;

import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.content.Grid;
import dev.facet.dashboard.content.Place;
import dev.facet.dashboard.question.Questions;
import dev.facet.dashboard.question.View;
import dev.facet.form.Fields;
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

/** Asks what a dashboard or an insight shows, all of it together. */
public record Screens(Dashboards dashboards, Answers answers) {
  private static final int ALONE = 7;

  /** A dashboard's page, looked at in a way. */
  Screen dashboard(Actor actor, Reader reader, long id, View view) {
    Questions questions = questions(actor, reader, id, view);
    Iterator<Item> items = answered(reader, questions).iterator();
    List<Screen.Section> sections = new ArrayList<>();
    for (Questions.Section section : questions.sections()) {
      List<Item> here =
          Places.of(section.cards()).stream().map(place -> items.next().at(place)).toList();
      sections.add(new Screen.Section(section.title(), here));
    }
    return new Screen(titled(questions, "Dashboard"), reader.definitions().zone(), sections);
  }

  /** The page of one of its charts. */
  Screen chart(Actor actor, Reader reader, Reports.Subject.OfChart of) {
    Questions one =
        questions(actor, reader, of.dashboard(), of.view())
            .only(of.chart())
            .orElseThrow(() -> missing(of.chart()));
    return alone(reader, one, "Chart");
  }

  /** The page of one insight. */
  Screen insight(Actor actor, Reader reader, long id) {
    Questions one = Questions.of(dashboards.read(actor, look -> look.insight(id)));
    return alone(reader, one, "Insight");
  }

  private Questions questions(Actor actor, Reader reader, long id, View view) {
    return dashboards.read(actor, look -> Questions.of(look, id, view, reader.definitions()));
  }

  private static FailureException missing(long chart) {
    return new FailureException(
        new Failure.NotFound("chart_not_found", null, "The dashboard has no chart " + chart + "."));
  }

  private Screen alone(Reader reader, Questions one, String otherwise) {
    Item item = answered(reader, one).getFirst();
    int rows = ALONE;
    if (item.shows() instanceof Shows.Answered(Exhibit exhibit)) {
      rows = Math.clamp(ScreenLayout.rows(ChartPainter.wish(exhibit)), ALONE, Places.TALLEST);
    }
    Place place = new Place(0, 0, Place.COLUMNS, rows);
    Item whole = new Item(place, "", item.shows(), item.period());
    return new Screen(
        titled(one, otherwise),
        reader.definitions().zone(),
        List.of(new Screen.Section("", List.of(whole))));
  }

  private static String titled(Questions questions, String otherwise) {
    return questions.title().isEmpty() ? otherwise : questions.title();
  }

  /** What its charts show, not placed yet. */
  private List<Item> answered(Reader reader, Questions questions) {
    Iterator<Result> results = answers.answer(reader, questions.queries(), Mode.FRESH).iterator();
    List<Item> items = new ArrayList<>();
    for (Questions.Item item : questions.items()) {
      items.add(
          switch (item.shows()) {
            case Questions.Shows.Answer(Query query) ->
                answered(item, query, results.next(), reader.definitions());
            case Questions.Shows.Text(String body) -> unasked(item, new Shows.Says(body));
            case Questions.Shows.Nothing(Failure failure) -> failed(item, failure);
          });
    }
    return items;
  }

  private static Item unasked(Questions.Item item, Shows shows) {
    return new Item(Grid.DEFAULT_SIZE, item.title(), shows, null);
  }

  private static Item failed(Questions.Item item, Failure failure) {
    return unasked(item, new Shows.Fails(Fields.named(failure)));
  }

  private static Item answered(
      Questions.Item item, Query query, Result result, Definitions definitions) {
    return switch (result) {
      case Result.Answered(Answer answer) ->
          new Item(
              Grid.DEFAULT_SIZE,
              item.title(),
              new Shows.Answered(
                  new Exhibit(
                      item.type(),
                      answer.table(),
                      series(query, definitions),
                      definitions.zone(),
                      item.colors())),
              answer.planned().period());
      case Result.Failed(Failure failure) -> failed(item, failure);
      case Result.Unknown _ -> unasked(item, new Shows.Fails("Not computed."));
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
}
