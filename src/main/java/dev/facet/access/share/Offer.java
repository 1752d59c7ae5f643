package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What visitors of a link may do besides looking, where its settings say so. */
public enum Offer {
  /** The dates of the dashboard, and whether to compare with those before. */
  DATES("visitorDates"),
  /** Values for the dashboard's filters. */
  FILTERS("visitorFilters"),
  /** Values for the dashboard's variables. */
  VARIABLES("visitorVariables"),
  /** Save what they see as files. */
  EXPORT("visitorExport");

  private final String setting;

  Offer(String setting) {
    this.setting = setting;
  }

  /** The switch among a link's settings. */
  public String setting() {
    return setting;
  }

  /** The switches of all offers. */
  public static List<String> settings() {
    return Arrays.stream(values()).map(Offer::setting).toList();
  }

  static Set<Offer> of(ObjectNode settings) {
    Set<Offer> offers = EnumSet.noneOf(Offer.class);
    for (Offer offer : values()) {
      if (settings.path(offer.setting).asBoolean()) {
        offers.add(offer);
      }
    }
    return offers;
  }
}
