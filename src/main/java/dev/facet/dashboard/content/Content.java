package dev.facet.dashboard.content;

import dev.facet.dashboard.content.Chart.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is on a dashboard.
 *
 * @param filters {@code date_from}, {@code date_to}, {@code properties} and whatever else was sent,
 *     for all charts
 * @param variables values for the queries' variables
 * @param availableFilters which values readers may narrow the charts down to, as {@code
 *     form.AvailableFilter} has them
 * @param extras what only dialects know
 */
public record Content(
    Document filters,
    Document variables,
    List<Document> availableFilters,
    List<Section> sections,
    Document extras) {
  /** Nothing yet. */
  public static final Content EMPTY =
      new Content(Document.EMPTY, Document.EMPTY, List.of(), List.of(), Document.EMPTY);

  public Content {
    availableFilters = List.copyOf(availableFilters);
    sections = List.copyOf(sections);
  }

  /** Content whose only section, untitled, holds these cards. */
  public static Content of(Card... cards) {
    return EMPTY.withSections(List.of(new Section("", List.of(cards), Document.EMPTY)));
  }

  public Content withFilters(Document newFilters) {
    return new Content(newFilters, variables, availableFilters, sections, extras);
  }

  public Content withVariables(Document newVariables) {
    return new Content(filters, newVariables, availableFilters, sections, extras);
  }

  public Content withAvailableFilters(List<Document> newFilters) {
    return new Content(filters, variables, newFilters, sections, extras);
  }

  public Content withSections(List<Section> newSections) {
    return new Content(filters, variables, availableFilters, newSections, extras);
  }

  public Content withExtras(Document newExtras) {
    return new Content(filters, variables, availableFilters, sections, newExtras);
  }

  /** All cards, removed ones too, section by section. */
  public Stream<Card> cards() {
    return sections.stream().flatMap(section -> section.cards().stream());
  }

  /** The cards that are shown. */
  public List<Card> liveCards() {
    return cards().filter(card -> !card.removed()).toList();
  }

  /** The card of this number, removed or not. */
  public Optional<Card> card(long id) {
    return cards().filter(card -> card.id() == id).findFirst();
  }

  /** The numbers of the insights that live cards show, in their order. */
  public Set<Long> insights() {
    Set<Long> ids = new LinkedHashSet<>();
    for (Card card : liveCards()) {
      for (Chart chart : card.charts()) {
        if (chart.source() instanceof Source.OfInsight of) {
          ids.add(of.insight());
        }
      }
    }
    return ids;
  }

  /** The versions that the insights of live cards had when this was written. */
  public Set<Long> versions() {
    Set<Long> ids = new LinkedHashSet<>();
    for (Card card : liveCards()) {
      for (Chart chart : card.charts()) {
        if (chart.source() instanceof Source.OfInsight of) {
          ids.add(of.revision());
        }
      }
    }
    return ids;
  }

  /** This with each card, removed ones too, replaced by what {@code change} makes of it. */
  public Content mapCards(UnaryOperator<Card> change) {
    return withSections(
        sections.stream()
            .map(section -> section.withCards(section.cards().stream().map(change).toList()))
            .toList());
  }

  /** This with each chart replaced by what {@code change} makes of it. */
  public Content mapCharts(UnaryOperator<Chart> change) {
    return mapCards(card -> card.withCharts(card.charts().stream().map(change).toList()));
  }

  /** This with one card replaced; the same when it has no such card. */
  public Content mapCard(long id, UnaryOperator<Card> change) {
    return mapCards(card -> card.id() == id ? change.apply(card) : card);
  }

  /** This with another body for a text, wherever it is. */
  public Content withText(long text, String body) {
    return mapCharts(
        chart ->
            chart.source() instanceof Source.OfText(long id, String before) && id == text
                ? chart.withSource(new Source.OfText(text, body))
                : chart);
  }

  /** This with a further card at the end of the last section. */
  public Content plus(Card card) {
    List<Section> all = new ArrayList<>(sections);
    if (all.isEmpty()) {
      return withSections(List.of(new Section("", List.of(card), Document.EMPTY)));
    }
    Section last = all.removeLast();
    List<Card> cards = new ArrayList<>(last.cards());
    cards.add(card);
    all.add(last.withCards(cards));
    return withSections(all);
  }

  /** This without the cards that match, as if they had never been there. */
  public Content without(Predicate<Card> match) {
    return withSections(
        sections.stream()
            .map(s -> s.withCards(s.cards().stream().filter(match.negate()).toList()))
            .toList());
  }
}
