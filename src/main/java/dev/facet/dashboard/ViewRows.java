package dev.facet.dashboard;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** When users looked at dashboards and insights, in the catalog. */
record ViewRows(Transaction transaction, Actor actor) {
  static final String DASHBOARD = "dashboard";
  static final String INSIGHT = "insight";

  /** Notes that the actor looked at something. */
  void put(String kind, long item, Instant at) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO views (project, kind, item, viewer, at)
            VALUES (:project, :kind, :item, :viewer, :at)
            ON CONFLICT (project, kind, item, viewer) DO UPDATE SET at = excluded.at""")
        .bind("project", actor.project())
        .bind("kind", kind)
        .bind("item", item)
        .bind("viewer", actor.user())
        .bind("at", Micros.of(at))
        .execute();
  }

  /** When the actor last looked at each of these. */
  Map<Long, Instant> own(String kind, Collection<Long> items) {
    return times(of(kind, items).and("viewer = :viewer", "viewer", actor.user()));
  }

  /** When anybody last looked at each of these. */
  Map<Long, Instant> latest(String kind, Collection<Long> items) {
    return times(of(kind, items));
  }

  private Where of(String kind, Collection<Long> items) {
    return new Where()
        .and("project = :project", "project", actor.project())
        .and("kind = :kind", "kind", kind)
        .andIn("item IN (<items>)", "items", items);
  }

  private Map<Long, Instant> times(Where where) {
    Query query =
        where.query(transaction, "SELECT item, max(at) AS at FROM views", "GROUP BY item");
    Map<Long, Instant> times = new HashMap<>();
    query
        .map((row, context) -> Map.entry(row.getLong("item"), Micros.toInstant(row.getLong("at"))))
        .forEach(time -> times.put(time.getKey(), time.getValue()));
    return times;
  }
}
