package dev.facet.form;

import dev.facet.model.Grain;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Series;
import java.util.List;
import java.util.Set;

/** {@code LifecycleQuery} nodes. */
final class LifecycleForm {
  /** Says how to draw, not what to compute. */
  private static final Set<String> DRAWING = Set.of("lifecycleFilter");

  private LifecycleForm() {}

  static LifecycleQuery read(Fields fields) {
    InsightForm.ignoreAbout(fields);
    fields.ignore(DRAWING);
    LifecycleQuery query =
        new LifecycleQuery(
            first(fields),
            InsightForm.range(fields),
            fields.choice("interval", Grain.class, Grain.DAY),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"));
    fields.done();
    return query;
  }

  private static Series first(Fields fields) {
    List<Series> series = fields.list("series", SeriesForm::read);
    if (series.isEmpty()) {
      throw Fields.missing(fields.path("series"));
    }
    return series.getFirst();
  }
}
