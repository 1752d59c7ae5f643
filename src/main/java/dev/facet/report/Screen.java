package dev.facet.report;

import dev.facet.dashboard.content.Place;
import dev.facet.model.Period;
import dev.facet.report.chart.Exhibit;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, everything answered.
 *
 * @param zone in which times are told
 */
public record Screen(String title, ZoneId zone, List<Section> sections) {
  public Screen {
    sections = List.copyOf(sections);
  }

  /** This for strangers: why a chart is not there would tell what it asks. */
  Screen discreet() {
    return new Screen(
        title,
        zone,
        sections.stream()
            .map(
                each ->
                    new Section(each.title(), each.items().stream().map(Item::discreet).toList()))
            .toList());
  }

  /** A titled grid; the title may be empty. */
  public record Section(String title, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * Something on the grid.
   *
   * @param period what its answer is about, null for nothing in particular
   */
  public record Item(Place place, String title, Shows shows, @Nullable Period period) {
    Item at(Place other) {
      return new Item(other, title, shows, period);
    }

    private Item discreet() {
      return shows instanceof Shows.Fails
          ? new Item(place, title, new Shows.Fails("This chart could not be computed."), period)
          : this;
    }
  }

  /** What an item shows. */
  public sealed interface Shows {

    /** An answer. */
    record Answered(Exhibit exhibit) implements Shows {}

    /** A text. */
    record Says(String text) implements Shows {}

    /** Why there is nothing. */
    record Fails(String sentence) implements Shows {}
  }
}
