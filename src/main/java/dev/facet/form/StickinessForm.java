package dev.facet.form;

import dev.facet.model.Grain;
import dev.facet.query.StickinessQuery;
import java.util.List;
import java.util.Set;

/** {@code StickinessQuery} nodes. */
final class StickinessForm {
  /** Say how to draw, not what to compute. */
  private static final Set<String> DRAWING =
      Set.of(
          "display",
          "showLegend",
          "showValuesOnSeries",
          "showMultipleYAxes",
          "hiddenLegendIndexes",
          "resultCustomizations",
          "resultCustomizationBy");

  private StickinessForm() {}

  static StickinessQuery read(Fields fields) {
    InsightForm.ignoreAbout(fields);
    Fields options = fields.object("stickinessFilter").orElseGet(Fields::none);
    options.ignore(DRAWING);
    StickinessQuery query =
        new StickinessQuery(
            fields.list("series", SeriesForm::read),
            InsightForm.range(fields),
            fields.choice("interval", Grain.class, Grain.DAY),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            InsightForm.comparison(fields),
            isCumulative(options));
    options.done();
    fields.done();
    return query;
  }

  private static boolean isCumulative(Fields options) {
    String computed = options.text("computedAs");
    return switch (computed) {
      case null -> false;
      case "non_cumulative" -> false;
      case "cumulative" -> true;
      default ->
          throw Fields.notOneOf(
              options.path("computedAs"), computed, List.of("non_cumulative", "cumulative"));
    };
  }
}
