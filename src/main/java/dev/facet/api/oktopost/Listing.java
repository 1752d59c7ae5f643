package dev.facet.api.oktopost;

import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.oktopost.wire.Ordering;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.model.Table;
import java.util.List;
import java.util.function.Supplier;

/**
 * A list of rows by their time, of which a request asks for a page.
 *
 * @param columns what is read of each row
 * @param key tells rows of one time apart
 * @param sizes how many rows a page may have
 */
record Listing(String columns, String time, String key, List<Integer> sizes) {

  /** The rows of a page, and how many there are in all. */
  record Page(List<Cells> rows, long total) {}

  /**
   * The page that a request asks for.
   *
   * @param chosen gives the rows of the list, anew each time
   */
  Page page(Call call, Asking asking, Supplier<Selection> chosen) {
    Stretch stretch = Stretch.of(call.request(), sizes);
    Ordering order = Ordering.of(call.request(), List.of("created"));
    String direction = order.descending() ? " DESC" : "";
    String by = time + direction + ", " + key + direction;
    List<Table> answers =
        asking.ask(
            call.project(),
            chosen.get().rows(columns, by, stretch.count(), stretch.first()),
            chosen.get().count());
    return new Page(Cells.of(answers.getFirst()).toList(), Cells.number(answers.getLast()));
  }
}
