package dev.facet.ingest.social.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.catalog.Rows;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.ingest.social.collect.Run.Cause;
import dev.facet.ingest.social.collect.Run.Result;
import dev.facet.ingest.social.profile.Subject;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The history of collections in the catalog. */
record RunRows(Transaction transaction) {

  long insert(Subject subject, LocalDate day, Cause cause, Instant at) {
    long id = Sequence.COLLECTION.next(transaction);
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO collections (id, project, username, day, cause, started_at)
            VALUES (:id, :project, :username, :day, :cause, :at)""")
        .bind("id", id)
        .bind("project", subject.project())
        .bind("username", subject.username())
        .bind("day", day.toString())
        .bind("cause", cause.name())
        .bind("at", Micros.of(at))
        .execute();
    return id;
  }

  void end(long id, Instant at, Map<String, Result> results) {
    transaction
        .handle()
        .createUpdate("UPDATE collections SET ended_at = :at, outcome = :outcome WHERE id = :id")
        .bind("id", id)
        .bind("at", Micros.of(at))
        .bind("outcome", written(results))
        .execute();
  }

  /** Ends what a server that is no more left unfinished. */
  void abandon(Instant at) {
    transaction
        .handle()
        .createUpdate("UPDATE collections SET ended_at = :at WHERE ended_at IS NULL")
        .bind("at", Micros.of(at))
        .execute();
  }

  /** Forgets what began before. */
  void forget(LocalDate before) {
    transaction
        .handle()
        .createUpdate("DELETE FROM collections WHERE day < :before")
        .bind("before", before.toString())
        .execute();
  }

  /** A profile's, the newest first. */
  List<Run> of(Subject subject, long limit) {
    return new Where()
        .and("project = :project", "project", subject.project())
        .and("username = :username", "username", subject.username())
        .with("limit", limit)
        .query(
            transaction,
            "SELECT id, day, cause, started_at, ended_at, outcome FROM collections",
            "ORDER BY id DESC LIMIT :limit")
        .map(RunRows::run)
        .list();
  }

  /** The profiles that the clock began at this time or later, and came to the end with. */
  Set<Subject> done(LocalDate day, Instant since) {
    return new Where()
            .and("day >= :day", "day", day.toString())
            .and("cause = :cause", "cause", Cause.CLOCK.name())
            .and("started_at >= :since", "since", Micros.of(since))
            .and("outcome IS NOT NULL")
            .query(transaction, "SELECT DISTINCT project, username FROM collections", "")
            .map((row, context) -> new Subject(row.getLong("project"), row.getString("username")))
            .stream()
            .collect(Collectors.toSet());
  }

  private static String written(Map<String, Result> results) {
    ObjectNode node = Json.object();
    results.forEach(
        (platform, result) ->
            node.putObject(platform).put("class", result.kind()).put("error", result.error()));
    return Json.write(node);
  }

  private static Run run(ResultSet row, StatementContext context) throws SQLException {
    return new Run(
        row.getLong("id"),
        LocalDate.parse(row.getString("day")),
        Cause.valueOf(row.getString("cause")),
        Micros.toInstant(row.getLong("started_at")),
        Rows.instant(row, "ended_at"),
        results(row.getString("outcome")));
  }

  private static @Nullable Map<String, Result> results(@Nullable String outcome) {
    if (outcome == null) {
      return null;
    }
    Map<String, Result> results = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : Json.read(outcome).properties()) {
      JsonNode one = entry.getValue();
      results.put(
          entry.getKey(), new Result(one.path("class").textValue(), one.path("error").textValue()));
    }
    return results;
  }
}
