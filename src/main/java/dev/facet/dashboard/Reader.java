package dev.facet.dashboard;

import dev.facet.access.Role;
import dev.facet.catalog.Transaction;
import dev.facet.dashboard.assignment.Assignment;
import dev.facet.dashboard.assignment.AssignmentRows;
import dev.facet.dashboard.collaborator.Collaborator;
import dev.facet.dashboard.collaborator.CollaboratorRows;
import dev.facet.dashboard.content.Content;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look at the dashboards of the actor's project, all from the same state. Made by {@link
 * Dashboards}; not to be kept. What does not exist, is another project's or somebody else's private
 * dashboard fails alike, with NotFound {@code dashboard_not_found}, {@code revision_not_found} or
 * {@code insight_not_found}.
 */
public final class Reader {
  private final Actor actor;
  private final DashboardRows dashboards;
  private final RevisionRows revisions;
  private final CardRows cards;
  private final InsightRows insights;
  private final TextRows texts;
  private final TagRows tags;
  private final ViewRows views;
  private final Transaction transaction;

  /**
   * How many charts a dashboard has.
   *
   * @param gone how many of them show a deleted insight, and may not be seen any more
   */
  public record ChartCount(long dashboard, int charts, int gone) {}

  Reader(Transaction transaction, Actor actor) {
    this.actor = actor;
    this.dashboards = new DashboardRows(transaction, actor);
    this.revisions = new RevisionRows(transaction, actor.project());
    this.cards = new CardRows(transaction, actor);
    this.insights = new InsightRows(transaction, actor);
    this.texts = new TextRows(transaction, actor.project());
    this.tags = new TagRows(transaction, actor.project());
    this.views = new ViewRows(transaction, actor);
    this.transaction = transaction;
  }

  /** Who looks. */
  public Actor actor() {
    return actor;
  }

  /**
   * Whether the actor may change the dashboard: restricted and private ones are for those let in.
   */
  public boolean mayEdit(Dashboard dashboard) {
    Registration said = dashboard.registration();
    boolean open =
        said.visibility() == Registration.Visibility.SHARED
            && said.restrictionLevel() < Collaborator.EDITS;
    return actor.role().atLeast(Role.EDITOR)
        && (open || mayRestrict(dashboard) || isLetIn(dashboard.id()));
  }

  /** Whether the actor may say who sees and who edits the dashboard: its creator and admins. */
  public boolean mayRestrict(Dashboard dashboard) {
    return actor.role().atLeast(Role.ADMIN)
        || (actor.role().atLeast(Role.EDITOR) && isOwn(dashboard));
  }

  /** Whether the actor made the dashboard. */
  public boolean isOwn(Dashboard dashboard) {
    return actor.user() != null && actor.user().equals(dashboard.createdBy());
  }

  private boolean isLetIn(long dashboard) {
    return collaborators(dashboard).stream()
        .filter(one -> one.level() >= Collaborator.EDITS)
        .anyMatch(one -> Objects.equals(one.user(), actor.user()));
  }

  /** Those let in to a dashboard, in the order they were. */
  public List<Collaborator> collaborators(long dashboard) {
    return new CollaboratorRows(transaction).of(dashboard);
  }

  /** The dashboard, unless it is in the trash. */
  public Optional<Sheet> find(long id) {
    return findAlsoInTrash(id).filter(sheet -> !sheet.dashboard().deleted());
  }

  public Optional<Sheet> findAlsoInTrash(long id) {
    return dashboards.find(id).map(dashboard -> new Sheet(dashboard, content(dashboard)));
  }

  /** As {@link #find}, failing when there is none. */
  public Sheet get(long id) {
    return find(id).orElseThrow(() -> noDashboard(id));
  }

  /** As {@link #findAlsoInTrash}, failing when there is none. */
  public Sheet getAlsoInTrash(long id) {
    return findAlsoInTrash(id).orElseThrow(() -> noDashboard(id));
  }

  /** Registrations without their contents. */
  public Page<Dashboard> list(DashboardSearch search) {
    return dashboards.list(search);
  }

  /**
   * The dashboard's history, newest first.
   *
   * @param before only revisions before this one; null for all
   */
  public List<Revision> revisions(long dashboard, @Nullable Long before, long limit) {
    getAlsoInTrash(dashboard);
    return revisions.list(dashboard, before, limit);
  }

  public Revision.Full revision(long dashboard, long id) {
    getAlsoInTrash(dashboard);
    return revisions
        .find(dashboard, id)
        .orElseThrow(
            () ->
                notFound(
                    "revision_not_found",
                    "Dashboard " + dashboard + " has no revision " + id + "."));
  }

  /** The dashboard that holds this card, removed or not. */
  public Optional<Long> dashboardOf(long card) {
    return cards.dashboardOf(card);
  }

  /** The insight, unless it is deleted. */
  public Optional<Insight> findInsight(long id) {
    return findInsightAlsoDeleted(id).filter(insight -> !insight.deleted());
  }

  public Optional<Insight> findInsightAlsoDeleted(long id) {
    return insights.find(id);
  }

  /** The insight of this short id, unless it is deleted. */
  public Optional<Insight> findInsight(String shortId) {
    return insights.find(shortId).filter(insight -> !insight.deleted());
  }

  /** As {@link #findInsight(long)}, failing when there is none. */
  public Insight insight(long id) {
    return findInsight(id).orElseThrow(() -> noInsight(id));
  }

  /** The insights of these numbers, by number; without those deleted or not there. */
  public Map<Long, Insight> insights(Collection<Long> ids) {
    return insights.find(ids).stream()
        .filter(insight -> !insight.deleted())
        .collect(Collectors.toMap(Insight::id, Function.identity()));
  }

  public Page<Insight> insights(InsightSearch search) {
    return insights.list(search);
  }

  /** The versions of an insight's query, newest first. */
  public List<Insight.Version> versions(long insight) {
    insight(insight);
    return insights.versions(insight);
  }

  /** The versions that the content's insights had when it was written. */
  public List<Insight.Version> versions(Content content) {
    return insights.versions(content.versions());
  }

  /**
   * The insights of an earlier content as they were when it was written, by number; without those
   * deleted since.
   */
  public Map<Long, Insight> insightsThen(Content content) {
    Map<Long, Insight> then = new HashMap<>(insights(content.insights()));
    for (Insight.Version version : versions(content)) {
      then.computeIfPresent(version.insight(), (id, insight) -> insight.at(version));
    }
    return then;
  }

  /** On which live cards of which dashboards these insights are. */
  public List<Insight.Spot> spots(Collection<Long> insights) {
    return cards.spots(insights);
  }

  /** When the actor last looked at each of these dashboards. */
  public Map<Long, Instant> viewed(Collection<Long> dashboards) {
    return views.own(ViewRows.DASHBOARD, dashboards);
  }

  /** When anybody last looked at each of these insights. */
  public Map<Long, Instant> viewedInsights(Collection<Long> insights) {
    return views.latest(ViewRows.INSIGHT, insights);
  }

  /** How many charts each dashboard has, by its number; those without any are left out. */
  public Map<Long, ChartCount> chartCounts() {
    return cards.counts().stream()
        .collect(Collectors.toMap(ChartCount::dashboard, Function.identity()));
  }

  /** As {@link #chartCounts()}, of these dashboards alone. */
  public Map<Long, ChartCount> chartCounts(Collection<Long> ids) {
    return cards.counts(ids).stream()
        .collect(Collectors.toMap(ChartCount::dashboard, Function.identity()));
  }

  /** The newest revision of each dashboard of a list, by number, in the order of the list. */
  public Map<Long, Long> revisions(DashboardSearch search) {
    return dashboards.revisions(search);
  }

  /** The dashboards of the project, seen or unseen, that have charts of deleted insights. */
  public Set<Long> dashboardsOfDeletedInsights() {
    return cards.dashboardsOfDeletedInsights();
  }

  /** The texts of these numbers, by number; without those not there. */
  public Map<Long, Text> texts(Collection<Long> ids) {
    return texts.find(ids).stream().collect(Collectors.toMap(Text::id, Function.identity()));
  }

  /**
   * The dashboards a user was given, in the order they were, as far as the actor sees them. Which
   * is the default is a matter of those that the user sees; archived ones are left out.
   */
  public List<Dashboard.Assigned> assigned(long user) {
    List<Assignment> all = new AssignmentRows(transaction, actor.project()).of(user);
    Set<Long> own = live(new Actor(actor.project(), user), all).keySet();
    Map<Long, Dashboard> seen = live(actor, all);
    List<Assignment> there = all.stream().filter(each -> own.contains(each.dashboard())).toList();
    Optional<Long> first = Assignment.defaultOf(there);
    return there.stream()
        .flatMap(each -> Optional.ofNullable(seen.get(each.dashboard())).stream())
        .map(found -> new Dashboard.Assigned(found, first.equals(Optional.of(found.id()))))
        .toList();
  }

  private Map<Long, Dashboard> live(Actor viewer, List<Assignment> assigned) {
    DashboardSearch search =
        new DashboardSearch()
            .ids(assigned.stream().map(Assignment::dashboard).toList())
            .archived(false);
    return new DashboardRows(transaction, viewer)
        .list(search).items().stream()
            .collect(Collectors.toMap(Dashboard::id, Function.identity()));
  }

  /** All tags in use in the project. */
  public List<String> tags() {
    return tags.all();
  }

  private Content content(Dashboard dashboard) {
    return revisions
        .find(dashboard.id(), dashboard.revision())
        .map(Revision.Full::content)
        .orElseThrow(
            () -> new IllegalStateException("Dashboard without its revision: " + dashboard));
  }

  static FailureException noDashboard(long id) {
    return notFound("dashboard_not_found", "There is no dashboard " + id + ".");
  }

  static FailureException noInsight(long id) {
    return notFound("insight_not_found", "There is no insight " + id + ".");
  }

  private static FailureException notFound(String code, String message) {
    return new FailureException(new Failure.NotFound(code, null, message));
  }
}
