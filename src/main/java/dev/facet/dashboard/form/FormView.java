package dev.facet.dashboard.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Document;
import dev.facet.dashboard.content.Grid;
import dev.facet.dashboard.content.Place;
import dev.facet.dashboard.content.Section;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows a dashboard in our own form: every card with a place, every chart with its query. */
public final class FormView {
  private final Shown shown;

  private FormView(Shown shown) {
    this.shown = shown;
  }

  /** The form of a dashboard, with the insights as they are for this reader. */
  public static DashboardForm of(Reader reader, Sheet sheet) {
    Shown shown = new Shown(reader.insights(sheet.content().insights()));
    return new FormView(shown).form(sheet);
  }

  /** The form that a dashboard had with an earlier content, its insights as they then were. */
  public static DashboardForm then(Reader reader, Sheet earlier) {
    return new FormView(new Shown(reader.insightsThen(earlier.content()))).form(earlier);
  }

  private DashboardForm form(Sheet sheet) {
    Registration said = sheet.dashboard().registration();
    return new DashboardForm(
        said.name(),
        said.description(),
        said.type(),
        said.visibility().name().toLowerCase(Locale.ROOT),
        said.tags(),
        said.pinned(),
        said.archived(),
        said.refreshInterval(),
        filters(sheet.content().filters().json()),
        sheet.content().variables().json(),
        sheet.content().availableFilters().stream().map(Document::json).toList(),
        sections(sheet.content().sections()),
        sheet.content().extras().json());
  }

  private static ObjectNode filters(ObjectNode filters) {
    ObjectNode whole = filters.objectNode().putNull("date_from").putNull("date_to");
    whole.putArray("properties");
    for (var fields = filters.fields(); fields.hasNext(); ) {
      var field = fields.next();
      if (!field.getValue().isNull()) {
        whole.set(field.getKey(), field.getValue());
      }
    }
    return whole;
  }

  private List<SectionForm> sections(List<Section> sections) {
    List<Section> visible = new ArrayList<>(sections);
    while (!visible.isEmpty() && isLeftover(visible.getLast())) {
      visible.removeLast();
    }
    return visible.stream().map(this::section).toList();
  }

  /** Whether a section is only there to keep what is not shown. */
  private boolean isLeftover(Section section) {
    return section.title().isEmpty()
        && !section.cards().isEmpty()
        && section.cards().stream().noneMatch(shown::isShown);
  }

  private SectionForm section(Section section) {
    List<Card> cards = section.cards().stream().filter(shown::isShown).toList();
    List<@Nullable Place> given = new ArrayList<>();
    cards.forEach(card -> given.add(card.place()));
    List<Place> places = Grid.complete(given);
    List<CardForm> forms = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      forms.add(card(cards.get(i), places.get(i)));
    }
    return new SectionForm(section.title(), forms, section.extras().json());
  }

  private CardForm card(Card card, Place place) {
    return new CardForm(
        card.id(),
        place.x(),
        place.y(),
        place.w(),
        place.h(),
        card.layout(),
        shown.charts(card).stream().map(this::chart).toList(),
        card.extras().json());
  }

  private ChartForm chart(Chart chart) {
    Insight insight = shown.insight(chart);
    JsonNode query = insight == null ? null : Shown.query(insight);
    ObjectNode options = query == null ? chart.options().json() : Shown.options(chart, query);
    if (chart.source() instanceof Source.OfText(long id, String body)) {
      options.put("text", body);
    }
    return new ChartForm(
        "",
        chart.id(),
        Shown.title(chart, insight),
        chart.description(),
        Shown.type(chart, insight),
        options,
        chart.colors(),
        query,
        insight == null ? null : (Long) insight.id(),
        chart.source() instanceof Source.OfInsight of && of.stays(),
        chart.extras().json());
  }
}
