package dev.facet.store.sql;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Type;

/** Where one project's datasets are in an engine. */
public interface Tables {

  /** What to select from. */
  Sql from(Dataset dataset);

  /** A column as the plan sees it; {@code alias} names the table in the query. */
  Sql column(String alias, Dataset dataset, Column column);

  /** A property of an object column, as {@code type}. */
  Sql property(String alias, Dataset dataset, String column, String key, Type type);
}
