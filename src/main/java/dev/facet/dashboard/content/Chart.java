package dev.facet.dashboard.content;

import dev.facet.model.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn on a card.
 *
 * @param id stable across revisions, unique on the server; 0 for a new one
 * @param title null for the insight's own name
 * @param type one of the names of {@code form.ChartTypes}; null for what suits the insight's query
 * @param extras what only dialects know
 */
public record Chart(
    long id,
    @Nullable String title,
    String description,
    @Nullable String type,
    Document options,
    List<String> colors,
    Source source,
    Document extras) {

  /** What a chart shows. */
  public sealed interface Source {

    /**
     * An insight in its newest revision.
     *
     * @param revision the one it had when this content was written; the catalog sets it
     * @param stays whether the chart stays, as one that fails, when the insight is deleted; others
     *     are no longer shown
     */
    record OfInsight(long insight, long revision, boolean stays) implements Source {

      /** Why a chart that stays has nothing to show once the insight is deleted. */
      public Failure gone() {
        return new Failure.NotFound(
            "unknown_chart", "chart_id", "There is no saved chart " + insight + ".");
      }
    }

    /**
     * A text; texts of the same number are one and change together.
     *
     * @param text 0 for a new one
     */
    record OfText(long text, String body) implements Source {}
  }

  public Chart {
    colors = List.copyOf(colors);
  }

  /** A new chart of an insight, drawn as the insight says. */
  public static Chart ofInsight(long insight) {
    return plain(new Source.OfInsight(insight, 0, false));
  }

  /** A new chart of a new text. */
  public static Chart ofText(String body) {
    return plain(new Source.OfText(0, body));
  }

  private static Chart plain(Source source) {
    return new Chart(0, null, "", null, Document.EMPTY, List.of(), source, Document.EMPTY);
  }

  public Chart withId(long newId) {
    return new Chart(newId, title, description, type, options, colors, source, extras);
  }

  public Chart withType(@Nullable String newType) {
    return new Chart(id, title, description, newType, options, colors, source, extras);
  }

  public Chart withSource(Source newSource) {
    return new Chart(id, title, description, type, options, colors, newSource, extras);
  }

  public Chart withExtras(Document newExtras) {
    return new Chart(id, title, description, type, options, colors, source, newExtras);
  }
}
