package dev.facet.dashboard;

import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Content;
import dev.facet.model.FailureException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes edited content ready to be kept: what is new gets a number, and so does what comes with a
 * number that another dashboard has or nobody ever gave; each insight's revision is noted. Used for
 * one write.
 */
final class Numbering {
  private final Transaction transaction;
  private final Actor actor;
  private final Texts texts;
  private final Numbers cards;
  private final Numbers charts;
  private final Map<Long, Long> revisions = new HashMap<>();

  Numbering(Transaction transaction, Actor actor, Texts texts) {
    this.transaction = transaction;
    this.actor = actor;
    this.texts = texts;
    this.cards = new Numbers(transaction, Sequence.CARD);
    this.charts = new Numbers(transaction, Sequence.CHART);
  }

  /** Gives out the numbers of one kind. */
  private static final class Numbers {
    private final Transaction transaction;
    private final Sequence sequence;
    private final long last;
    private final Set<Long> taken = new java.util.HashSet<>();

    Numbers(Transaction transaction, Sequence sequence) {
      this.transaction = transaction;
      this.sequence = sequence;
      this.last = sequence.last(transaction);
    }

    void take(Collection<Long> ids) {
      taken.addAll(ids);
    }

    long give(long wished) {
      boolean known = wished > 0 && wished <= last;
      return known && taken.add(wished) ? wished : sequence.next(transaction);
    }
  }

  /** The content with everything numbered. */
  Content number(long dashboard, Content content) {
    List<Card> all = content.cards().toList();
    List<Chart> drawn = all.stream().flatMap(card -> card.charts().stream()).toList();
    CardRows rows = new CardRows(transaction, actor);
    cards.take(rows.cardsElsewhere(dashboard, all.stream().map(Card::id).toList()));
    charts.take(rows.chartsElsewhere(dashboard, drawn.stream().map(Chart::id).toList()));
    List<Source> sources = drawn.stream().map(Chart::source).toList();
    noteRevisions(sources);
    texts.file(sources);
    return content.mapCards(card -> card.withId(cards.give(card.id()))).mapCharts(this::number);
  }

  private void noteRevisions(List<Source> sources) {
    Set<Long> ids =
        sources.stream()
            .filter(Source.OfInsight.class::isInstance)
            .map(source -> ((Source.OfInsight) source).insight())
            .collect(Collectors.toSet());
    for (Insight insight : new InsightRows(transaction, actor).find(ids)) {
      revisions.put(insight.id(), insight.revision());
    }
  }

  private Chart number(Chart chart) {
    return chart
        .withId(charts.give(chart.id()))
        .withSource(
            switch (chart.source()) {
              case Source.OfInsight(long insight, long _, boolean stays) ->
                  new Source.OfInsight(insight, revision(insight), stays);
              case Source.OfText text -> texts.filed(text);
            });
  }

  private long revision(long insight) {
    Long revision = revisions.get(insight);
    if (revision == null) {
      throw FailureException.invalid(
          "unknown_insight", null, "There is no insight " + insight + ".");
    }
    return revision;
  }
}
