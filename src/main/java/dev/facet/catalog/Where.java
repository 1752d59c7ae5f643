package dev.facet.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold, together with their parameters: no value enters the text. */
public final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final Map<String, Collection<?>> lists = new LinkedHashMap<>();

  /** A condition without parameter. */
  public Where and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** A condition in which {@code :name} stands for the value. */
  public Where and(String condition, String name, @Nullable Object value) {
    return with(name, value).and(condition);
  }

  /** The value of one more {@code :name}. */
  public Where with(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  /** The condition when there is a value, nothing otherwise. */
  public Where andIfGiven(String condition, String name, @Nullable Object value) {
    return value == null ? this : and(condition, name, value);
  }

  /** A condition in which {@code <name>} stands for the values; false when there are none. */
  public Where andIn(String condition, String name, Collection<?> all) {
    if (all.isEmpty()) {
      return and("1 = 0");
    }
    lists.put(name, all);
    return and(condition);
  }

  /** The query {@code select}, these conditions, {@code tail}. */
  public Query query(Transaction transaction, String select, String tail) {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    Query query = transaction.handle().createQuery(select + where + " " + tail);
    values.forEach(query::bind);
    lists.forEach((name, all) -> query.bindList(name, List.copyOf(all)));
    return query;
  }
}
