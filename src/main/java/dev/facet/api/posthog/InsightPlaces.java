package dev.facet.api.posthog;

import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.List;

/** Puts an insight on dashboards and takes it off others. */
final class InsightPlaces {
  private InsightPlaces() {}

  /** The insight is on these dashboards afterwards, and on no others. */
  static void put(Call call, Editor editor, Insight insight, List<Long> wanted) {
    List<Long> current =
        editor.read().spots(List.of(insight.id())).stream()
            .map(Insight.Spot::dashboard)
            .distinct()
            .toList();
    wanted.forEach(id -> check(call, editor, id, current.contains(id)));
    wanted.stream()
        .filter(id -> !current.contains(id))
        .forEach(id -> editor.editContent(id, content -> with(content, insight.id())));
    current.stream()
        .filter(id -> !wanted.contains(id))
        .forEach(id -> editor.editContent(id, content -> without(content, insight.id())));
  }

  private static void check(Call call, Editor editor, long dashboard, boolean already) {
    Sheet sheet =
        editor
            .read()
            .find(dashboard)
            .orElseThrow(
                () ->
                    FailureException.invalid("invalid_input", "dashboards", "Dashboard not found"));
    if (!already && !call.rights().mayEdit(sheet.dashboard())) {
      throw new FailureException(
          new Failure.NotAllowed(
              "restricted",
              false,
              "You don't have permission to add insights to dashboard: " + dashboard));
    }
  }

  /** With a new card, or the one that was taken off before. */
  private static Content with(Content content, long insight) {
    boolean before = content.cards().anyMatch(card -> card.shows(insight));
    return before
        ? content.mapCards(card -> card.shows(insight) ? card.withRemoved(false) : card)
        : content.plus(Card.of(null, Chart.ofInsight(insight)));
  }

  private static Content without(Content content, long insight) {
    return content.mapCards(
        card -> {
          if (!card.shows(insight)) {
            return card;
          }
          return card.charts().size() == 1
              ? card.withRemoved(true)
              : card.withCharts(card.charts().stream().filter(c -> !shows(c, insight)).toList());
        });
  }

  private static boolean shows(Chart chart, long insight) {
    return chart.source() instanceof Chart.Source.OfInsight of && of.insight() == insight;
  }
}
