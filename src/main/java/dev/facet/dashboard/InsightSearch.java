package dev.facet.dashboard;

import dev.facet.catalog.SearchText;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which insights of the project to list, in which order: all that are not deleted, by number, until
 * methods say otherwise. Used once.
 */
public final class InsightSearch {
  private static final String ON_A_DASHBOARD =
      "SELECT 1 FROM charts h JOIN cards c ON c.id = h.card JOIN dashboards d ON d.id = h.dashboard"
          + " WHERE h.insight = i.id AND c.removed = 0 AND d.deleted = 0";

  private static final String VIEWED_AT =
      "SELECT max(v.at) FROM views v"
          + " WHERE v.project = i.project AND v.kind = 'insight' AND v.item = i.id";

  private static final String ASKED = "lower(coalesce(i.query, '') || i.filters)";

  final Where where = new Where();
  private final List<String> order = new ArrayList<>();
  long limit = Long.MAX_VALUE;
  long offset;
  private int numbered;

  /** What insights can be ordered by. */
  public enum Order {
    NAME("i.sort_name"),
    CREATED("i.created_at"),
    MODIFIED("i.modified_at"),
    UPDATED("i.updated_at"),
    FAVORITED("1 - i.favorited"),
    VIEWED("(" + VIEWED_AT + ")"),
    ID("i.id");

    private final String column;

    Order(String column) {
      this.column = column;
    }
  }

  /** Only those that have this in name, derived name, description or a tag, whatever the case. */
  public InsightSearch text(String part) {
    where.and("i.search_text LIKE :text ESCAPE '!'", "text", SearchText.containing(part));
    return this;
  }

  /** Only those that have this in their name, whatever the case. */
  public InsightSearch nameHas(String part) {
    where.and("i.sort_name LIKE :nameHas ESCAPE '!'", "nameHas", SearchText.containing(part));
    return this;
  }

  public InsightSearch shortId(String shortId) {
    where.and("i.short_id = :shortId", "shortId", shortId);
    return this;
  }

  public InsightSearch ids(Collection<Long> ids) {
    where.andIn("i.id IN (<ids>)", "ids", ids);
    return this;
  }

  public InsightSearch saved(boolean saved) {
    where.and("i.saved = :saved", "saved", saved ? 1 : 0);
    return this;
  }

  /** Only those that are saved or on some dashboard. */
  public InsightSearch savedOrShown() {
    where.and("(i.saved = 1 OR EXISTS (" + ON_A_DASHBOARD + "))");
    return this;
  }

  public InsightSearch favorited(boolean favorited) {
    where.and("i.favorited = :favorited", "favorited", favorited ? 1 : 0);
    return this;
  }

  public InsightSearch createdBy(Collection<Long> users) {
    where.andIn("i.created_by IN (<createdBy>)", "createdBy", users);
    return this;
  }

  /** Only those whose question is of one of these kinds, such as {@code TrendsQuery}. */
  public InsightSearch kind(Collection<String> kinds) {
    where.andIn("i.kind IN (<kinds>)", "kinds", kinds);
    return this;
  }

  /** Only those whose question is of none of these kinds, but that ask something. */
  public InsightSearch otherKind(Collection<String> kinds) {
    where.andIn("i.kind NOT IN (<kinds>)", "kinds", kinds);
    return this;
  }

  /** Only those whose question, as it is written, has this in it. */
  public InsightSearch asking(String part) {
    where.and(ASKED + " LIKE :asking ESCAPE '!'", "asking", SearchText.containing(part));
    return this;
  }

  /** Only those whose question, as it is written, has nothing of this in it. */
  public InsightSearch notAsking(String part) {
    where.and(ASKED + " NOT LIKE :unasked ESCAPE '!'", "unasked", SearchText.containing(part));
    return this;
  }

  public InsightSearch createdFrom(Instant first) {
    return time("i.created_at >= ", first);
  }

  public InsightSearch createdBefore(Instant end) {
    return time("i.created_at < ", end);
  }

  /** Only those that somebody looked at since then. */
  public InsightSearch viewedFrom(Instant first) {
    return time("(" + VIEWED_AT + ") >= ", first);
  }

  /** Only those that were looked at, nobody doing so since then. */
  public InsightSearch viewedBefore(Instant end) {
    return time("(" + VIEWED_AT + ") < ", end);
  }

  public InsightSearch modifiedFrom(Instant first) {
    return time("i.modified_at >= ", first);
  }

  public InsightSearch modifiedBefore(Instant end) {
    return time("i.modified_at < ", end);
  }

  /** Only those that this dashboard shows; given several times, those that all of them show. */
  public InsightSearch onDashboard(long dashboard) {
    String name = "on" + numbered++;
    where.and("EXISTS (" + ON_A_DASHBOARD + " AND d.id = :" + name + ")", name, dashboard);
    return this;
  }

  /** Only those with at least one of these tags. */
  public InsightSearch anyTag(Collection<String> tags) {
    where.andIn(
        "EXISTS (SELECT 1 FROM tags t WHERE t.project = i.project AND t.kind = 'insight'"
            + " AND t.item = i.id AND t.tag IN (<tags>))",
        "tags",
        tags);
    return this;
  }

  /** Orders by this, after the orders given before; equals go by number in the same direction. */
  public InsightSearch orderBy(Order by, boolean descending) {
    if (by == Order.NAME) {
      order.add("i.sort_name IS NULL");
    }
    order.add(by.column + (descending ? " DESC" : " ASC"));
    return this;
  }

  public InsightSearch limit(long most) {
    limit = most;
    return this;
  }

  public InsightSearch offset(long skipped) {
    offset = skipped;
    return this;
  }

  private InsightSearch time(String condition, Instant instant) {
    String name = "time" + numbered++;
    where.and(condition + ":" + name, name, Micros.of(instant));
    return this;
  }

  Where conditions(Actor actor) {
    return where.and("i.project = :project", "project", actor.project()).and("i.deleted = 0");
  }

  String tail() {
    String last = !order.isEmpty() && order.getLast().endsWith(" DESC") ? "i.id DESC" : "i.id";
    String all = order.isEmpty() ? last : String.join(", ", order) + ", " + last;
    return "ORDER BY " + all + " LIMIT " + limit + " OFFSET " + offset;
  }
}
