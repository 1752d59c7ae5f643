package dev.facet.ingest.row;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that name a customer who is not there. They are taken all the same: the customer
 * may follow.
 */
public final class UnknownCustomers {
  private static final String CUSTOMER = "customer_id";
  private static final int MOST = 1000;

  private final Store store;
  private final Runnable flush;

  /**
   * @param flush returns when all that was accepted before can be seen in the store
   */
  public UnknownCustomers(Store store, Runnable flush) {
    this.store = store;
    this.flush = flush;
  }

  /** What there is to say about a row that was taken: its place among those sent, the sentence. */
  public record Warning(int row, String path, String message) {}

  /** The first thousand rows that name an unknown customer. */
  public List<Warning> in(long project, Dataset dataset, SentRows rows) {
    Set<String> named = named(dataset, rows);
    Set<String> unknown = without(project, named);
    if (!unknown.isEmpty()) {
      flush.run();
      unknown = without(project, unknown);
    }
    List<Warning> warnings = new ArrayList<>();
    for (int i = 0; i < rows.taken().size() && warnings.size() < MOST && !unknown.isEmpty(); i++) {
      if (rows.taken().get(i).get(CUSTOMER) instanceof String id && unknown.contains(id)) {
        warnings.add(
            new Warning(
                rows.places().get(i), CUSTOMER, "There is no customer \"" + id + "\" yet."));
      }
    }
    return warnings;
  }

  private static Set<String> named(Dataset dataset, SentRows rows) {
    Set<String> named = new LinkedHashSet<>();
    boolean names =
        !dataset.equals(BusinessDatasets.CUSTOMERS)
            && dataset.columns().stream().anyMatch(column -> column.name().equals(CUSTOMER));
    if (names) {
      for (Map<String, @Nullable Object> row : rows.taken()) {
        if (row.get(CUSTOMER) instanceof String id) {
          named.add(id);
        }
      }
    }
    return named;
  }

  private Set<String> without(long project, Set<String> named) {
    if (named.isEmpty()) {
      return named;
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    named.forEach(id -> rows.add(List.of(id)));
    Plan wanted = new Plan.Values(List.of(new Column("wanted", Type.TEXT)), rows);
    Plan strangers =
        new Join(
            Join.Kind.ANTI,
            wanted,
            new Plan.Scan(BusinessDatasets.CUSTOMERS),
            List.of(new Join.On("wanted", CUSTOMER)),
            false);
    Set<String> unknown = new LinkedHashSet<>();
    store.run(project, strangers).rows().forEach(row -> unknown.add((String) row.getFirst()));
    return unknown;
  }
}
