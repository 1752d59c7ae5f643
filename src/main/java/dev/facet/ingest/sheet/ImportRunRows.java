package dev.facet.ingest.sheet;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Imports of one project in the catalog. */
record ImportRunRows(Transaction transaction, long project) {
  private static final String SELECT =
      """
      SELECT id, dataset, file, user_id, started_at, changed_at, accepted, rejected, warned, done
      FROM imports""";

  void insert(ImportRun run) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO imports (id, project, dataset, file, user_id, started_at, changed_at,
              accepted, rejected, warned, done)
            VALUES (:id, :project, :dataset, :file, :user, :at, :at, 0, 0, 0, 0)""")
        .bind("id", run.id())
        .bind("project", project)
        .bind("dataset", run.dataset())
        .bind("file", run.file())
        .bind("user", run.user())
        .bind("at", Micros.of(run.startedAt()))
        .execute();
  }

  void add(long id, ImportRun.Counts counts, boolean done, Instant at) {
    transaction
        .handle()
        .createUpdate(
            """
            UPDATE imports SET accepted = accepted + :accepted, rejected = rejected + :rejected,
              warned = warned + :warned, done = :done, changed_at = :at WHERE id = :id""")
        .bind("id", id)
        .bind("accepted", counts.accepted())
        .bind("rejected", counts.rejected())
        .bind("warned", counts.warned())
        .bind("done", done ? 1 : 0)
        .bind("at", Micros.of(at))
        .execute();
  }

  Optional<ImportRun> find(long id) {
    return of().and("id = :id", "id", id).query(transaction, SELECT, "").map(this::run).findOne();
  }

  List<ImportRun> newest(int offset, int limit) {
    return of().with("offset", offset)
        .with("limit", limit)
        .query(transaction, SELECT, "ORDER BY id DESC LIMIT :limit OFFSET :offset")
        .map(this::run)
        .list();
  }

  long count() {
    return of().query(transaction, "SELECT count(*) FROM imports", "").mapTo(Long.class).one();
  }

  private Where of() {
    return new Where().and("project = :project", "project", project);
  }

  private ImportRun run(ResultSet row, StatementContext context) throws SQLException {
    return new ImportRun(
        row.getLong("id"),
        row.getString("dataset"),
        row.getString("file"),
        row.getLong("user_id"),
        Micros.toInstant(row.getLong("started_at")),
        Micros.toInstant(row.getLong("changed_at")),
        new ImportRun.Counts(
            row.getLong("accepted"), row.getLong("rejected"), row.getLong("warned")),
        row.getInt("done") == 1);
  }
}
