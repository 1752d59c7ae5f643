package dev.facet.plan.hogql.text;

import dev.facet.plan.event.Setting;
import dev.facet.query.SqlQuery;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What holds for a whole statement: the project and the clock, what the query brings beside its
 * text, and names that nothing else has.
 */
public record Asked(Setting setting, SqlQuery query, Mistakes mistakes, AtomicInteger counter) {

  public static Asked of(SqlQuery query, Setting setting, String path) {
    return new Asked(setting, query, new Mistakes(path), new AtomicInteger());
  }

  /** A name for a column that no other column has. */
  public String fresh(String kind) {
    return kind + counter.incrementAndGet();
  }

  public Map<String, ? extends @org.jspecify.annotations.Nullable Object> values() {
    return query.values();
  }
}
