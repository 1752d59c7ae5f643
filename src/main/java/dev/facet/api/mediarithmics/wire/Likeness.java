package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a content that was sent what was on the dashboard before, so that it keeps its numbers:
 * a chart that looks the same, wherever it lies now, else what lay at the same place. A saved chart
 * is never changed by what takes its place.
 */
final class Likeness {
  private final LongPredicate isSaved;
  private final List<Old> before = new ArrayList<>();
  private final Set<Long> charts = new HashSet<>();
  private final Set<Long> cards = new HashSet<>();

  /** Where something lies: the numbers of section, card and chart. */
  private record Spot(int section, int card, int chart) {
    boolean isOnCard(int otherSection, int otherCard) {
      return section == otherSection && card == otherCard;
    }
  }

  /** A chart that was there. */
  private record Old(Spot spot, CardForm card, ChartForm chart, JsonNode look) {}

  Likeness(DashboardForm form, LongPredicate isSaved) {
    this.isSaved = isSaved;
    List<SectionForm> sections = form.sections() == null ? List.of() : form.sections();
    for (int s = 0; s < sections.size(); s++) {
      for (int c = 0; c < sections.get(s).cards().size(); c++) {
        remember(s, c, sections.get(s).cards().get(c));
      }
    }
  }

  private void remember(int section, int index, CardForm card) {
    for (int i = 0; i < card.charts().size(); i++) {
      ChartForm chart = card.charts().get(i);
      before.add(new Old(new Spot(section, index, i), card, chart, ChartWire.show(chart)));
    }
  }

  /** The sections with the numbers of what was there before. */
  List<SectionForm> apply(List<SectionForm> sent) {
    List<List<List<@Nullable Old>>> same =
        sent.stream().map(section -> section.cards().stream().map(this::same).toList()).toList();
    List<SectionForm> known = new ArrayList<>();
    for (int s = 0; s < sent.size(); s++) {
      List<CardForm> all = new ArrayList<>();
      for (int c = 0; c < sent.get(s).cards().size(); c++) {
        all.add(card(sent.get(s).cards().get(c), s, c, same.get(s).get(c)));
      }
      known.add(new SectionForm(sent.get(s).title(), all, sent.get(s).extras()));
    }
    return known;
  }

  private List<@Nullable Old> same(CardForm card) {
    List<@Nullable Old> found = new ArrayList<>();
    for (ChartForm chart : card.charts()) {
      JsonNode look = ChartWire.show(chart);
      found.add(take(old -> old.look().equals(look)));
    }
    return found;
  }

  private CardForm card(CardForm sent, int section, int index, List<@Nullable Old> same) {
    List<ChartForm> all = new ArrayList<>();
    Long id = null;
    for (int i = 0; i < sent.charts().size(); i++) {
      Spot spot = new Spot(section, index, i);
      Old exact = same.get(i);
      Old old = exact == null ? take(other -> other.spot().equals(spot) && isOwn(other)) : exact;
      all.add(exact != null ? kept(exact.chart()) : numbered(sent.charts().get(i), old));
      id = id == null && old != null ? free(old.card()) : id;
    }
    return new CardForm(
        id == null ? atPlace(section, index) : id,
        sent.x(),
        sent.y(),
        sent.w(),
        sent.h(),
        sent.layout(),
        all,
        sent.extras());
  }

  private @Nullable Long atPlace(int section, int index) {
    for (Old old : before) {
      if (old.spot().isOnCard(section, index)) {
        return free(old.card());
      }
    }
    return null;
  }

  /** The number of a card, once. */
  private @Nullable Long free(CardForm card) {
    return card.id() != null && cards.add(card.id()) ? card.id() : null;
  }

  private boolean isOwn(Old old) {
    Long insight = old.chart().insight();
    return insight == null || !isSaved.test(insight);
  }

  private @Nullable Old take(java.util.function.Predicate<Old> match) {
    for (Old old : before) {
      Long id = old.chart().id();
      if (id != null && !charts.contains(id) && match.test(old)) {
        charts.add(id);
        return old;
      }
    }
    return null;
  }

  private static ChartForm kept(ChartForm old) {
    return with(old, old, null, old.insight());
  }

  private static ChartForm numbered(ChartForm sent, @Nullable Old old) {
    return old == null ? sent : with(sent, old.chart(), sent.query(), sent.insight());
  }

  /** The form, as the chart that was there before. */
  private static ChartForm with(
      ChartForm form, ChartForm old, @Nullable JsonNode query, @Nullable Long insight) {
    return new ChartForm(
        form.path(),
        old.id(),
        form.title(),
        old.description(),
        form.type(),
        form.options(),
        form.colors(),
        query,
        insight,
        form.stays(),
        Extras.over(form.extras(), old.extras()));
  }
}
