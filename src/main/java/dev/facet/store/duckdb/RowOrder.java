package dev.facet.store.duckdb;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.dataset.SocialDatasets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which order a dataset's rows are stored when there is time for it: what is asked about
 * together lies together, and the rest is skipped.
 *
 * @param columns the first tells ranges of rows apart that are brought in order at a time
 * @param partRows how many rows have come in when they are brought in order: enough for most values
 *     of the first column to have pages of their own, few enough to be looked through each time
 */
record RowOrder(List<String> columns, long partRows) {
  private static final Map<String, RowOrder> BY_DATASET =
      Map.of(
          Datasets.EVENTS.name(),
          new RowOrder(List.of("event", "timestamp"), 1_000_000),
          SocialDatasets.PROFILE_SNAPSHOTS.name(),
          new RowOrder(SocialDatasets.PROFILE_SNAPSHOTS.key(), 250_000));

  RowOrder {
    columns = List.copyOf(columns);
  }

  /** The order of a dataset; empty for those whose rows stay as they come. */
  static Optional<RowOrder> of(Dataset dataset) {
    return of(dataset.name());
  }

  static Optional<RowOrder> of(String dataset) {
    return Optional.ofNullable(BY_DATASET.get(dataset));
  }

  /** The quoted name of the first column. */
  String first() {
    return quoted(columns.getFirst());
  }

  /** As SQL says it. */
  String by() {
    return columns.stream().map(RowOrder::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String column) {
    return "\"" + column + "\"";
  }
}
