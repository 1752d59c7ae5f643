package dev.facet.plan.hogql;

import dev.facet.plan.event.Setting;
import dev.facet.plan.hogql.text.Mistakes;
import dev.facet.query.SqlQuery;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What holds for a whole statement: the project and the clock, what the query brings beside its
 * text, and names that nothing else has.
 */
record Asked(Setting setting, SqlQuery query, Mistakes mistakes, AtomicInteger counter) {

  static Asked of(SqlQuery query, Setting setting, String path) {
    return new Asked(setting, query, new Mistakes(path), new AtomicInteger());
  }

  /** A name for a column that no other column has. */
  String fresh(String kind) {
    return kind + counter.incrementAndGet();
  }

  Map<String, ? extends @org.jspecify.annotations.Nullable Object> values() {
    return query.values();
  }
}
