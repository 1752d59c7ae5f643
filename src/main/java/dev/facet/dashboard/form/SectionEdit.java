package dev.facet.dashboard.form;

import dev.facet.dashboard.Editor;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.dashboard.content.Grid;
import dev.facet.dashboard.content.Place;
import dev.facet.dashboard.content.Section;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.SectionForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings sections from their forms into a content; what was not shown there stays where it was. */
final class SectionEdit {
  private final Content before;
  private final Shown shown;
  private final Map<Long, Card> cards = new HashMap<>();
  private final Map<Long, Chart> charts = new HashMap<>();
  private final ChartEdit chartEdit;

  SectionEdit(Editor editor, Content before) {
    this.before = before;
    this.shown = new Shown(editor.read().insights(before.insights()));
    before.cards().filter(shown::isShown).forEach(this::remember);
    this.chartEdit = new ChartEdit(editor, charts);
  }

  private void remember(Card card) {
    cards.put(card.id(), card);
    card.charts().forEach(chart -> charts.put(chart.id(), chart));
  }

  Content apply(List<SectionForm> forms) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      SectionForm form = forms.get(i);
      sections.add(new Section(form.title(), cards(form.cards()), extras(form, i)));
    }
    for (int i = 0; i < before.sections().size(); i++) {
      List<Card> hidden =
          before.sections().get(i).cards().stream().filter(card -> !shown.isShown(card)).toList();
      keep(sections, i, hidden);
    }
    return before.withSections(sections);
  }

  private Document extras(SectionForm form, int index) {
    if (form.extras() != null) {
      return new Document(form.extras());
    }
    List<Section> old = before.sections();
    return index < old.size() ? old.get(index).extras() : Document.EMPTY;
  }

  /** Puts what was not shown back into its section, or the last one, or one of its own. */
  private static void keep(List<Section> sections, int index, List<Card> hidden) {
    if (hidden.isEmpty()) {
      return;
    }
    if (sections.isEmpty()) {
      sections.add(new Section("", hidden, Document.EMPTY));
      return;
    }
    int target = Math.min(index, sections.size() - 1);
    List<Card> all = new ArrayList<>(sections.get(target).cards());
    all.addAll(hidden);
    sections.set(target, sections.get(target).withCards(all));
  }

  private List<Card> cards(List<CardForm> forms) {
    List<Place> taken = new ArrayList<>();
    for (CardForm form : forms) {
      if (form.x() != null && form.y() != null) {
        taken.add(new Place(form.x(), form.y(), form.w(), form.h()));
      }
    }
    return forms.stream().map(form -> card(form, taken)).toList();
  }

  private Card card(CardForm form, List<Place> taken) {
    Card old = form.id() == null ? null : cards.get(form.id());
    Card base = old == null ? Card.of(null) : old;
    List<Chart> drawn = new ArrayList<>(form.charts().stream().map(chartEdit::apply).toList());
    base.charts().stream().filter(chart -> !shown.charts(base).contains(chart)).forEach(drawn::add);
    return base.withPlace(place(form, taken))
        .withLayout(layout(form, old))
        .withCharts(drawn)
        .withExtras(form.extras() == null ? base.extras() : new Document(form.extras()));
  }

  /** Unsaid layouts stay unsaid when the one shown for them comes back. */
  private static @Nullable String layout(CardForm form, @Nullable Card old) {
    String given = form.layout() == null ? CardForm.DEFAULT_LAYOUT : form.layout();
    if (old == null) {
      return given;
    }
    boolean unsaid =
        form.layout() == null || old.layout() == null && given.equals(CardForm.DEFAULT_LAYOUT);
    return unsaid ? old.layout() : given;
  }

  private static Place place(CardForm form, List<Place> taken) {
    if (form.x() != null && form.y() != null) {
      return new Place(form.x(), form.y(), form.w(), form.h());
    }
    Place place = Grid.below(taken, form.w(), form.h());
    taken.add(place);
    return place;
  }
}
