package dev.facet.dashboard;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Which cards and charts current contents hold, in the catalog. */
record CardRows(Transaction transaction, Actor actor) {
  private static final String FROM =
      " FROM charts h JOIN cards c ON c.id = h.card JOIN dashboards d ON d.id = h.dashboard";

  private static final String SHOWN_ELSEWHERE =
      """
      SELECT 1 FROM charts h2 JOIN cards c2 ON c2.id = h2.card JOIN dashboards d2 ON d2.id = h2.dashboard
      WHERE h2.insight = h.insight AND h2.dashboard <> h.dashboard AND c2.removed = 0 AND d2.deleted = 0""";

  /** Notes what a dashboard holds now. */
  void replace(long dashboard, Content content) {
    transaction
        .handle()
        .createUpdate("DELETE FROM cards WHERE dashboard = :dashboard")
        .bind("dashboard", dashboard)
        .execute();
    List<Card> cards = content.cards().toList();
    if (cards.isEmpty()) {
      return;
    }
    insertCards(dashboard, cards);
    insertCharts(dashboard, cards);
  }

  private void insertCards(long dashboard, List<Card> cards) {
    try (PreparedBatch batch =
        transaction
            .handle()
            .prepareBatch(
                """
            INSERT INTO cards (id, project, dashboard, removed)
            VALUES (:id, :project, :dashboard, :removed)""")) {
      for (Card card : cards) {
        batch
            .bind("id", card.id())
            .bind("project", actor.project())
            .bind("dashboard", dashboard)
            .bind("removed", card.removed() ? 1 : 0)
            .add();
      }
      batch.execute();
    }
  }

  private void insertCharts(long dashboard, List<Card> cards) {
    try (PreparedBatch batch =
        transaction
            .handle()
            .prepareBatch(
                """
            INSERT INTO charts (id, project, dashboard, card, insight, text)
            VALUES (:id, :project, :dashboard, :card, :insight, :text)""")) {
      for (Card card : cards) {
        for (Chart chart : card.charts()) {
          batch.add(row(dashboard, card, chart));
        }
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  private Map<String, @Nullable Object> row(long dashboard, Card card, Chart chart) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", chart.id());
    row.put("project", actor.project());
    row.put("dashboard", dashboard);
    row.put("card", card.id());
    row.put("insight", chart.source() instanceof Source.OfInsight of ? (Long) of.insight() : null);
    row.put("text", chart.source() instanceof Source.OfText of ? (Long) of.text() : null);
    return row;
  }

  /** The visible dashboard that holds this card, removed or not. */
  Optional<Long> dashboardOf(long card) {
    return new Where()
        .and("c.id = :card", "card", card)
        .and("c.project = :project", "project", actor.project())
        .and("d.deleted = 0")
        .and(DashboardRows.VISIBLE, "viewer", actor.user())
        .query(
            transaction,
            "SELECT c.dashboard FROM cards c JOIN dashboards d ON d.id = c.dashboard",
            "")
        .mapTo(Long.class)
        .findOne();
  }

  /** Where these insights are shown. */
  List<Insight.Spot> spots(Collection<Long> insights) {
    return new Where()
        .and("h.project = :project", "project", actor.project())
        .andIn("h.insight IN (<insights>)", "insights", insights)
        .and("c.removed = 0")
        .and("d.deleted = 0")
        .and(DashboardRows.VISIBLE, "viewer", actor.user())
        .query(
            transaction,
            "SELECT h.insight, h.dashboard, h.card, h.id" + FROM,
            "ORDER BY h.dashboard, h.card, h.id")
        .map(
            (row, context) ->
                new Insight.Spot(
                    row.getLong("insight"),
                    row.getLong("dashboard"),
                    row.getLong("card"),
                    row.getLong("id")))
        .list();
  }

  /** The insights on this dashboard that no other dashboard, seen or unseen, shows. */
  List<Long> onlyOn(long dashboard) {
    return new Where()
        .and("h.project = :project", "project", actor.project())
        .and("h.dashboard = :dashboard", "dashboard", dashboard)
        .and("c.removed = 0")
        .and("h.insight IS NOT NULL")
        .and("NOT EXISTS (" + SHOWN_ELSEWHERE + ")")
        .query(transaction, "SELECT DISTINCT h.insight" + FROM, "")
        .mapTo(Long.class)
        .list();
  }

  /**
   * Which of these insights the contents of other dashboards have, deleted and private ones too.
   */
  List<Long> insightsElsewhere(long dashboard, Collection<Long> insights) {
    return new Where()
        .and("project = :project", "project", actor.project())
        .and("dashboard <> :dashboard", "dashboard", dashboard)
        .andIn("insight IN (<insights>)", "insights", insights)
        .query(transaction, "SELECT DISTINCT insight FROM charts", "")
        .mapTo(Long.class)
        .list();
  }

  /** How many charts each dashboard of the project has on cards that are not removed. */
  List<Reader.ChartCount> counts() {
    return counts(new Where());
  }

  /** As {@link #counts()}, of these dashboards alone. */
  List<Reader.ChartCount> counts(Collection<Long> dashboards) {
    return counts(new Where().andIn("h.dashboard IN (<dashboards>)", "dashboards", dashboards));
  }

  private List<Reader.ChartCount> counts(Where some) {
    return some.and("h.project = :project", "project", actor.project())
        .and("c.removed = 0")
        .query(
            transaction,
            """
            SELECT h.dashboard, count(*) AS charts, sum(CASE WHEN i.deleted = 1 THEN 1 ELSE 0 END) AS gone
            FROM charts h JOIN cards c ON c.id = h.card LEFT JOIN insights i ON i.id = h.insight""",
            "GROUP BY h.dashboard")
        .map(
            (row, context) ->
                new Reader.ChartCount(
                    row.getLong("dashboard"), row.getInt("charts"), row.getInt("gone")))
        .list();
  }

  /** The dashboards whose contents have insights that were deleted. */
  Set<Long> dashboardsOfDeletedInsights() {
    return new Where()
            .and("i.project = :project", "project", actor.project())
            .and("i.deleted = 1")
            .query(
                transaction,
                "SELECT DISTINCT h.dashboard FROM insights i JOIN charts h ON h.insight = i.id",
                "")
            .mapTo(Long.class)
            .stream()
            .collect(Collectors.toSet());
  }

  /** The dashboards whose contents have this text, deleted and private ones too. */
  List<Long> dashboardsWithText(long text) {
    return transaction
        .handle()
        .createQuery(
            """
            SELECT DISTINCT dashboard FROM charts WHERE project = :project AND text = :text
            ORDER BY dashboard""")
        .bind("project", actor.project())
        .bind("text", text)
        .mapTo(Long.class)
        .list();
  }

  /** Which of these card numbers are taken by other dashboards, of any project. */
  Set<Long> cardsElsewhere(long dashboard, Collection<Long> ids) {
    return elsewhere("cards", dashboard, ids);
  }

  /** Which of these chart numbers are taken by other dashboards, of any project. */
  Set<Long> chartsElsewhere(long dashboard, Collection<Long> ids) {
    return elsewhere("charts", dashboard, ids);
  }

  private Set<Long> elsewhere(String table, long dashboard, Collection<Long> ids) {
    return new Where()
            .andIn("id IN (<ids>)", "ids", ids)
            .and("dashboard <> :dashboard", "dashboard", dashboard)
            .query(transaction, "SELECT id FROM " + table, "")
            .mapTo(Long.class)
            .stream()
            .collect(Collectors.toSet());
  }
}
