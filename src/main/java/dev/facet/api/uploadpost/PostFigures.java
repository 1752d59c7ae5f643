package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.model.Project;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored numbers of posts. */
record PostFigures(Asking asking, InstantSource clock) {

  /** By the id of a post, its newest numbers dated today or earlier. */
  Map<String, ObjectNode> newest(Project project, List<StoredPost> posts) {
    Map<String, ObjectNode> metrics = new HashMap<>();
    if (posts.isEmpty()) {
      return metrics;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Selection due =
        new Selection("post_snapshots")
            .where("post_id IN {ids}", "ids", posts.stream().map(StoredPost::id).toList())
            .where("date <= {today}", "today", today.toString());
    asking
        .ask(
            project,
            due.rows("post_id, metrics", "post_id, date DESC LIMIT 1 BY post_id", posts.size(), 0))
        .getFirst()
        .rows()
        .forEach(
            row -> metrics.put(String.valueOf(row.getFirst()), UploadPostWire.metrics(row.get(1))));
    return metrics;
  }
}
