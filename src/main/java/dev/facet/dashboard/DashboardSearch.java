package dev.facet.dashboard;

import dev.facet.catalog.SearchText;
import dev.facet.catalog.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which dashboards of the project to list, in which order: all that are not deleted, by number,
 * until methods say otherwise. Used once.
 */
public final class DashboardSearch {
  final Where where = new Where();
  private final List<String> order = new ArrayList<>();
  private boolean trash;
  long limit = Long.MAX_VALUE;
  long offset;

  /** What dashboards can be ordered by. Text goes without case, what has no name comes last. */
  public enum Order {
    PINNED("1 - d.pinned"),
    NAME("d.sort_name"),
    DESCRIPTION("lower(d.description)"),
    VISIBILITY("d.visibility"),
    CREATED("d.created_at"),
    CREATOR("d.created_by"),
    UPDATED("d.updated_at"),
    ID("d.id");

    private final String column;

    Order(String column) {
      this.column = column;
    }
  }

  /** Only those that have this in name, description or a tag, whatever the case. */
  public DashboardSearch text(String part) {
    where.and("d.search_text LIKE :text ESCAPE '!'", "text", SearchText.containing(part));
    return this;
  }

  /** Only those that have this in their name, whatever the case. */
  public DashboardSearch nameHas(String part) {
    where.and("d.sort_name LIKE :nameHas ESCAPE '!'", "nameHas", SearchText.containing(part));
    return this;
  }

  /** Only those of exactly this name. */
  public DashboardSearch name(String name) {
    where.and("d.name = :name", "name", name);
    return this;
  }

  /** Only those whose name does not begin so. */
  public DashboardSearch nameNotFrom(String beginning) {
    where
        .and("(d.name IS NULL OR substr(d.name, 1, :length) <> :beginning)")
        .with("length", beginning.codePointCount(0, beginning.length()))
        .with("beginning", beginning);
    return this;
  }

  /** Only those with at least one of these tags. */
  public DashboardSearch anyTag(Collection<String> tags) {
    where.andIn(
        "EXISTS (SELECT 1 FROM tags t WHERE t.project = d.project AND t.kind = 'dashboard'"
            + " AND t.item = d.id AND t.tag IN (<tags>))",
        "tags",
        tags);
    return this;
  }

  public DashboardSearch creationMode(String mode) {
    where.and("d.creation_mode = :mode", "mode", mode);
    return this;
  }

  public DashboardSearch notCreationMode(String mode) {
    where.and("d.creation_mode <> :notMode", "notMode", mode);
    return this;
  }

  public DashboardSearch type(String type) {
    where.and("d.type = :type", "type", type);
    return this;
  }

  public DashboardSearch visibility(Registration.Visibility visibility) {
    where.and("d.visibility = :visibility", "visibility", visibility.name());
    return this;
  }

  public DashboardSearch pinned(boolean pinned) {
    where.and("d.pinned = :pinned", "pinned", pinned ? 1 : 0);
    return this;
  }

  public DashboardSearch archived(boolean archived) {
    where.and("d.archived = :archived", "archived", archived ? 1 : 0);
    return this;
  }

  public DashboardSearch createdBy(long user) {
    where.and("d.created_by = :createdBy", "createdBy", user);
    return this;
  }

  public DashboardSearch ids(Collection<Long> ids) {
    where.andIn("d.id IN (<ids>)", "ids", ids);
    return this;
  }

  /** Only those in the trash, in place of those that are not. */
  public DashboardSearch inTrash() {
    trash = true;
    return this;
  }

  /** Orders by this, after the orders given before; equals go by number in the same direction. */
  public DashboardSearch orderBy(Order by, boolean descending) {
    String direction = descending ? " DESC" : " ASC";
    if (by == Order.NAME) {
      order.add("d.sort_name IS NULL");
    }
    order.add(by.column + direction);
    return this;
  }

  public DashboardSearch limit(long most) {
    limit = most;
    return this;
  }

  public DashboardSearch offset(long skipped) {
    offset = skipped;
    return this;
  }

  Where conditions(Actor actor) {
    return where
        .and("d.project = :project", "project", actor.project())
        .and("d.deleted = :deleted", "deleted", trash ? 1 : 0)
        .and(DashboardRows.VISIBLE, "viewer", actor.user());
  }

  String tail() {
    String last = !order.isEmpty() && order.getLast().endsWith(" DESC") ? "d.id DESC" : "d.id";
    String all = order.isEmpty() ? last : String.join(", ", order) + ", " + last;
    return "ORDER BY " + all + " LIMIT " + limit + " OFFSET " + offset;
  }
}
