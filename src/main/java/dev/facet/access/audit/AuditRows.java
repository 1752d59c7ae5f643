package dev.facet.access.audit;

import dev.facet.catalog.Rows;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Entries in the catalog. Whoever changes something adds one in the same transaction. */
public record AuditRows(Transaction transaction) {

  /** Notes what a user, or null for nobody known, did in a project. */
  public void inProject(Instant at, long project, @Nullable Long user, Said said) {
    transaction
        .handle()
        .createQuery("SELECT organisation FROM projects WHERE id = :project")
        .bind("project", project)
        .mapTo(Long.class)
        .findOne()
        .ifPresent(organisation -> insert(at, organisation, project, user, said));
  }

  /** Notes what a user, or null for nobody known, did in an organisation. */
  public void inOrganisation(Instant at, long organisation, @Nullable Long user, Said said) {
    insert(at, organisation, null, user, said);
  }

  /** Notes what concerns somebody, in each organisation that person belongs to. */
  public void about(Instant at, long person, @Nullable Long user, Said said) {
    transaction
        .handle()
        .createQuery("SELECT organisation FROM memberships WHERE user_id = :user")
        .bind("user", person)
        .mapTo(Long.class)
        .list()
        .forEach(organisation -> insert(at, organisation, null, user, said));
  }

  /** Notes what concerns nobody known: for the server's organisation, where there is only one. */
  public void byStranger(Instant at, Said said) {
    Long only =
        transaction
            .handle()
            .createQuery("SELECT min(id) FROM organisations HAVING count(*) = 1")
            .mapTo(Long.class)
            .findOne()
            .orElse(null);
    insert(at, only, null, null, said);
  }

  private void insert(
      Instant at,
      @Nullable Long organisation,
      @Nullable Long project,
      @Nullable Long user,
      Said said) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO audit (id, at, organisation, project, user_id, deed, subject, detail, address)
            VALUES (:id, :at, :organisation, :project, :user, :deed, :subject, :detail, :address)""")
        .bind("id", Sequence.AUDIT.next(transaction))
        .bind("at", Micros.of(at))
        .bind("organisation", organisation)
        .bind("project", project)
        .bind("user", user)
        .bind("deed", said.deed().word())
        .bind("subject", said.subject())
        .bind("detail", said.detail())
        .bind("address", said.address())
        .execute();
  }

  List<Entry> list(long organisation, Audit.Search search, int most) {
    return where(organisation, search)
        .andIfGiven("id < :below", "below", search.below())
        .with("most", most)
        .query(
            transaction,
            "SELECT id, at, project, user_id, deed, subject, detail, address FROM audit",
            "ORDER BY id DESC LIMIT :most")
        .map(AuditRows::entry)
        .list();
  }

  /** How many fit, whatever was seen before. */
  long count(long organisation, Audit.Search search) {
    return where(organisation, search)
        .query(transaction, "SELECT count(*) FROM audit", "")
        .mapTo(Long.class)
        .one();
  }

  private static Where where(long organisation, Audit.Search search) {
    return new Where()
        .and("organisation = :organisation", "organisation", organisation)
        .andIfGiven("user_id = :user", "user", search.user())
        .andIfGiven("deed = :deed", "deed", search.deed() == null ? null : search.deed().word())
        .andIfGiven("at >= :since", "since", micros(search.since()))
        .andIfGiven("at < :before", "before", micros(search.before()));
  }

  private static @Nullable Long micros(@Nullable Instant at) {
    return at == null ? null : (Long) Micros.of(at);
  }

  private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
    return new Entry(
        row.getLong("id"),
        Micros.toInstant(row.getLong("at")),
        Rows.number(row, "project"),
        Rows.number(row, "user_id"),
        new Said(
            Deed.of(row.getString("deed")).orElseThrow(),
            row.getString("subject"),
            row.getString("detail"),
            row.getString("address")));
  }
}
