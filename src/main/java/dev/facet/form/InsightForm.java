package dev.facet.form;

import dev.facet.query.Comparison;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the nodes of all insight queries have in common. */
final class InsightForm {
  private static final Set<String> ABOUT =
      Set.of("modifiers", "dataColorTheme", "tags", "version", "response");

  private InsightForm() {}

  /** Accepts the fields that say something about the node but nothing about its answer. */
  static void ignoreAbout(Fields fields) {
    fields.ignore(ABOUT);
  }

  /** Which events count, by the node's {@code properties}. */
  static Filter filter(Fields fields) {
    return FilterForm.read(fields.node("properties"), fields.path("properties"));
  }

  static DateRange range(Fields fields) {
    return fields
        .object("dateRange")
        .map(
            range -> {
              DateRange read =
                  new DateRange(
                      DateText.parse(range.text("date_from"), range.path("date_from")),
                      DateText.parse(range.text("date_to"), range.path("date_to")),
                      range.flag("explicitDate"));
              range.done();
              return read;
            })
        .orElse(DateRange.DEFAULT);
  }

  static @Nullable Comparison comparison(Fields fields) {
    return fields.object("compareFilter").map(InsightForm::shift).orElse(null);
  }

  private static @Nullable Comparison shift(Fields filter) {
    boolean compare = filter.flag("compare");
    String to = filter.text("compare_to");
    filter.done();
    if (!compare) {
      return null;
    }
    return to == null
        ? new Comparison.Previous()
        : new Comparison.Shifted(DateText.parseRelative(to, filter.path("compare_to")));
  }
}
