package dev.facet.api.racknap.widget;

import dev.facet.dashboard.content.Place;
import dev.facet.form.board.CardForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.SectionForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a section: which cards stay and which come, in which order. Used once.
 *
 * <p>Cards that lie as {@link Flow} lays them are laid anew. Cards that somebody placed by hand
 * stay where they are as long as their order and sizes do, and new ones come below them.
 */
final class SectionPlan {
  private final SectionForm before;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<CardForm, Slot> kept = new LinkedHashMap<>();

  /** A card to be: the one it was, null for a new one; how large; the charts on it. */
  private record Slot(@Nullable CardForm old, int width, int height, List<ChartForm> charts) {
    boolean isSameSize() {
      return old == null || (old.w() == width && old.h() == height);
    }
  }

  SectionPlan(SectionForm before) {
    this.before = before;
  }

  boolean holds(CardForm card) {
    return before.cards().contains(card);
  }

  /**
   * A chart stays on its card.
   *
   * @param size another size for the card, null for the one it has; the card's first chart decides
   */
  void keep(CardForm card, @Nullable Size size, ChartForm chart) {
    Slot slot = kept.get(card);
    if (slot == null) {
      int width = size == null ? card.w() : size.width;
      int height = size == null ? card.h() : size.height;
      slot = new Slot(card, width, height, new ArrayList<>());
      kept.put(card, slot);
      slots.add(slot);
    }
    slot.charts().add(chart);
  }

  /** A chart comes, on a card of its own. */
  void add(@Nullable Size size, ChartForm chart) {
    Size given = size == null ? Size.MEDIUM : size;
    slots.add(new Slot(null, given.width, given.height, List.of(chart)));
  }

  private Stream<CardForm> empty() {
    return before.cards().stream().filter(card -> card.charts().isEmpty());
  }

  /** What holds no widgets is none of the client's business. */
  private void keepEmpty(CardForm card) {
    Slot slot = new Slot(card, card.w(), card.h(), List.of());
    kept.put(card, slot);
    slots.add(slot);
  }

  /** Whether there is anything left of it. */
  boolean isThere() {
    return !slots.isEmpty() || !before.title().isEmpty() || empty().findAny().isPresent();
  }

  SectionForm form() {
    empty().forEach(this::keepEmpty);
    List<Place> old = before.cards().stream().map(SectionPlan::place).toList();
    boolean byHand = !Flow.isOf(old) && isUnmoved();
    Flow flow = new Flow(byHand ? bottom() : 0);
    List<CardForm> cards = new ArrayList<>();
    for (Slot slot : slots) {
      CardForm card = slot.old();
      Place place = byHand && card != null ? place(card) : flow.next(slot.width(), slot.height());
      cards.add(card(slot, place));
    }
    return new SectionForm(before.title(), cards, before.extras());
  }

  private int bottom() {
    return kept.keySet().stream().mapToInt(card -> place(card).bottom()).max().orElse(0);
  }

  /** Whether the cards that stay have their order and sizes. */
  private boolean isUnmoved() {
    List<CardForm> staying =
        before.cards().stream()
            .filter(card -> !card.charts().isEmpty() && kept.containsKey(card))
            .toList();
    List<CardForm> now = kept.keySet().stream().filter(card -> !card.charts().isEmpty()).toList();
    return staying.equals(now) && slots.stream().allMatch(Slot::isSameSize);
  }

  private static Place place(CardForm card) {
    int x = card.x() == null ? 0 : card.x();
    int y = card.y() == null ? 0 : card.y();
    return new Place(x, y, card.w(), card.h());
  }

  private static CardForm card(Slot slot, Place place) {
    CardForm old = slot.old();
    return new CardForm(
        old == null ? null : old.id(),
        place.x(),
        place.y(),
        place.w(),
        place.h(),
        old == null ? null : old.layout(),
        slot.charts(),
        old == null ? null : old.extras());
  }
}
