package dev.facet.dashboard;

import dev.facet.catalog.Transaction;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tags of dashboards and insights, for searching by them. */
record TagRows(Transaction transaction, long project) {

  void replace(String kind, long item, List<String> tags) {
    transaction
        .handle()
        .createUpdate("DELETE FROM tags WHERE project = :project AND kind = :kind AND item = :item")
        .bindMap(Map.of("project", project, "kind", kind, "item", item))
        .execute();
    if (tags.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        transaction
            .handle()
            .prepareBatch(
                "INSERT INTO tags (project, kind, item, tag) VALUES (:project, :kind, :item, :tag)")) {
      for (String tag : tags) {
        batch.add(Map.of("project", project, "kind", kind, "item", item, "tag", tag));
      }
      batch.execute();
    }
  }

  /** All tags in use in the project. */
  List<String> all() {
    return transaction
        .handle()
        .createQuery("SELECT DISTINCT tag FROM tags WHERE project = :project ORDER BY tag")
        .bind("project", project)
        .mapTo(String.class)
        .list();
  }
}
