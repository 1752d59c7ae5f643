package dev.facet.api;

import dev.facet.query.Filter;
import dev.facet.query.Query;
import dev.facet.query.Series;
import dev.facet.query.SqlQuery;
import dev.facet.query.text.HogqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a dataset that meet conditions. Values stand beside the text. Used once. */
public final class Selection {
  private final String dataset;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  public Selection(String dataset) {
    this.dataset = dataset;
  }

  /** Only rows of which this holds. */
  public Selection where(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Only rows of which this holds; {@code {name}} stands for the value. */
  public Selection where(String condition, String name, Object value) {
    values.put(name, value);
    return where(condition);
  }

  /** So many of the rows, after the first ones; {@code order} may end in a LIMIT BY. */
  public Query rows(String columns, String order, int count, long first) {
    return asked(
        "SELECT %s FROM %s%s ORDER BY %s LIMIT %d OFFSET %d"
            .formatted(columns, dataset, tail(), order, count, first));
  }

  /** How many rows there are. */
  public Query count() {
    return asked("SELECT count() FROM " + dataset + tail());
  }

  /** The rows as groups. */
  public Query groups(String columns, String keys) {
    return asked(
        "SELECT %s FROM %s%s GROUP BY %s LIMIT %d"
            .formatted(columns, dataset, tail(), keys, SqlQuery.MAX_LIMIT));
  }

  private String tail() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private Query asked(String text) {
    return sql(text, values);
  }

  /** A statement of ours; {@code {name}} stands for a value. */
  public static Query sql(String text, Map<String, Object> values) {
    return new SqlQuery(
        HogqlText.query(text, ""),
        Filter.ALL,
        null,
        null,
        false,
        new Series.Subject.Anything(),
        new LinkedHashMap<>(values),
        Map.of());
  }
}
