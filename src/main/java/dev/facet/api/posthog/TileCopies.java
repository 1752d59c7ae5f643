package dev.facet.api.posthog;

import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Content;

/** Copies of cards, which show the same insights and texts or, when deep, copies of these too. */
final class TileCopies {
  private TileCopies() {}

  /** All that is shown on a dashboard, for another one. */
  static Content all(Editor editor, Content source, boolean deep) {
    return source.without(Card::removed).mapCards(card -> deep ? deep(editor, card) : card.asNew());
  }

  /** A copy with insights and texts of its own. */
  static Card deep(Editor editor, Card card) {
    Card copy = card.asNew();
    return copy.withCharts(copy.charts().stream().map(chart -> deep(editor, chart)).toList());
  }

  private static Chart deep(Editor editor, Chart chart) {
    return chart.withSource(
        switch (chart.source()) {
          case Source.OfText(long id, String body) -> new Source.OfText(0, body);
          case Source.OfInsight(long id, long _, boolean _) ->
              editor
                  .read()
                  .findInsight(id)
                  .<Source>map(insight -> new Source.OfInsight(copy(editor, insight), 0, false))
                  .orElse(chart.source());
        });
  }

  private static long copy(Editor editor, Insight insight) {
    String name = insight.definition().name();
    Insight.Definition said =
        insight.definition().edit().name(name == null ? null : name + " (Copy)").done();
    return editor.insights().create(said).id();
  }
}
