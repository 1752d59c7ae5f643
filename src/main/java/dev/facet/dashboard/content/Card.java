package dev.facet.dashboard.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on the grid with charts on it.
 *
 * @param id stable across revisions, unique on the server; 0 for a new one
 * @param place null when nobody placed it yet
 * @param layout how its charts lie: {@code vertical} or {@code horizontal}; null when not said
 * @param filters stands in for the dashboard's filters when not empty
 * @param removed taken off, but kept to be brought back; readers use {@link Content#liveCards}
 * @param extras what only dialects know
 */
public record Card(
    long id,
    @Nullable Place place,
    @Nullable String layout,
    @Nullable String color,
    Document filters,
    boolean removed,
    List<Chart> charts,
    Document extras) {

  public Card {
    charts = List.copyOf(charts);
  }

  /** A new card that holds these charts. */
  public static Card of(@Nullable Place place, Chart... charts) {
    return new Card(0, place, null, null, Document.EMPTY, false, List.of(charts), Document.EMPTY);
  }

  public Card withId(long newId) {
    return new Card(newId, place, layout, color, filters, removed, charts, extras);
  }

  public Card withPlace(@Nullable Place newPlace) {
    return new Card(id, newPlace, layout, color, filters, removed, charts, extras);
  }

  public Card withLayout(@Nullable String newLayout) {
    return new Card(id, place, newLayout, color, filters, removed, charts, extras);
  }

  public Card withColor(@Nullable String newColor) {
    return new Card(id, place, layout, newColor, filters, removed, charts, extras);
  }

  public Card withFilters(Document newFilters) {
    return new Card(id, place, layout, color, newFilters, removed, charts, extras);
  }

  public Card withRemoved(boolean newRemoved) {
    return new Card(id, place, layout, color, filters, newRemoved, charts, extras);
  }

  public Card withCharts(List<Chart> newCharts) {
    return new Card(id, place, layout, color, filters, removed, newCharts, extras);
  }

  public Card withExtras(Document newExtras) {
    return new Card(id, place, layout, color, filters, removed, charts, newExtras);
  }

  /** This card as a new one, with new charts of the same insights and texts. */
  public Card asNew() {
    return withId(0).withRemoved(false).withCharts(charts.stream().map(c -> c.withId(0)).toList());
  }

  /** Whether one of its charts shows this insight. */
  public boolean shows(long insight) {
    return charts.stream()
        .anyMatch(
            chart ->
                chart.source() instanceof Chart.Source.OfInsight of && of.insight() == insight);
  }
}
