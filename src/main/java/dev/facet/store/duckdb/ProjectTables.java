package dev.facet.store.duckdb;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.store.sql.Sql;
import dev.facet.store.sql.Tables;

/** One project's tables as a layout knows them. Used for one query, by one thread. */
final class ProjectTables implements Tables {
  private final Layout layout;
  private final long project;
  private boolean missed;

  ProjectTables(Layout layout, long project) {
    this.layout = layout;
    this.project = project;
  }

  /** Whether a table or key was asked for that the layout does not know: a newer layout may. */
  boolean missed() {
    return missed;
  }

  @Override
  public Sql from(Dataset dataset) {
    Layout.Place place = Layout.Place.of(project, dataset);
    if (layout.table(place) == null) {
      missed = true;
      return Sql.of("(SELECT 1 WHERE FALSE)");
    }
    return Sql.of(place.table());
  }

  @Override
  public Sql column(String alias, Dataset dataset, Column column) {
    if (layout.table(Layout.Place.of(project, dataset)) == null) {
      return Sql.of("NULL::" + DuckDbDialect.physicalType(column.type()));
    }
    String stored = alias + ".\"" + column.name() + "\"";
    return Sql.of(StoredColumn.isUuid(column) ? stored + "::VARCHAR" : stored);
  }

  @Override
  public Sql property(String alias, Dataset dataset, String column, String key, Type type) {
    Layout.Stored table = layout.table(Layout.Place.of(project, dataset));
    Layout.Promoted promoted = table == null ? null : table.keys().get(new Layout.Key(column, key));
    boolean number = type == Type.NUMBER;
    if (promoted != null && (!number || promoted.hasNumbers())) {
      return Sql.of(alias + "." + (number ? promoted.numbers() : promoted.text()));
    }
    if (table != null && promoted == null && table.isFull()) {
      String map = number ? Layout.moreNumbers(column) : Layout.moreTexts(column);
      return Sql.of(alias + "." + map + "[?::VARCHAR]", new Sql.Parameter.One(key, Type.TEXT));
    }
    missed = true;
    return Sql.of("NULL::" + DuckDbDialect.physicalType(type));
  }
}
