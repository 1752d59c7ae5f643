package dev.facet.dashboard.content;

import java.util.List;

/** A titled grid of cards. */
public record Section(String title, List<Card> cards, Document extras) {
  public Section {
    cards = List.copyOf(cards);
  }

  public Section withCards(List<Card> newCards) {
    return new Section(title, newCards, extras);
  }
}
