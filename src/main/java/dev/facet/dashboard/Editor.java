package dev.facet.dashboard;

import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.dashboard.assignment.AssignmentRows;
import dev.facet.dashboard.collaborator.Collaborator;
import dev.facet.dashboard.collaborator.CollaboratorRows;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Content;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one actor to the dashboards of a project, all in one transaction. Made by {@link
 * Dashboards}; not to be kept.
 *
 * <p>Each method that changes a dashboard makes one revision of it. {@code expected} is the
 * revision the caller knows: when another came since, nothing is written and the failure is a
 * Conflict that names both; null takes whatever is there. Who is not let in to a restricted
 * dashboard fails with NotAllowed {@code restricted}.
 */
public final class Editor {
  private final Transaction transaction;
  private final Actor actor;
  private final Instant now;
  private final Reader reader;
  private final InsightEditor insights;
  private final DashboardRows dashboards;
  private final RevisionRows revisions;
  private final CardRows cards;

  Editor(Transaction transaction, Actor actor, Instant now, RandomGenerator random) {
    this.transaction = transaction;
    this.actor = actor;
    this.now = now;
    this.reader = new Reader(transaction, actor);
    this.insights = new InsightEditor(transaction, actor, now, random);
    this.dashboards = new DashboardRows(transaction, actor);
    this.revisions = new RevisionRows(transaction, actor.project());
    this.cards = new CardRows(transaction, actor);
  }

  /** What is there, with the changes made so far. */
  public Reader read() {
    return reader;
  }

  /** Changes to insights in the same transaction. */
  public InsightEditor insights() {
    return insights;
  }

  /** Makes a dashboard. */
  public Sheet create(Registration registration, Content content) {
    long id = Sequence.DASHBOARD.next(transaction);
    Dashboard dashboard =
        new Dashboard(
            id,
            actor.project(),
            0,
            null,
            registration,
            false,
            now,
            actor.user(),
            now,
            actor.user(),
            now,
            actor.user(),
            null);
    dashboards.insert(dashboard);
    boolean written = content.cards().findAny().isPresent();
    return store(dashboard, content, Cause.of(Revision.Reason.CREATED, written));
  }

  /**
   * Changes what is said about a dashboard and what is on it.
   *
   * <p>Cards, charts and texts without a number are new. A card that is on another dashboard
   * already comes as a copy; to move it, take it off there first. An edited text changes on all
   * dashboards that have it.
   */
  public Sheet edit(long id, @Nullable Long expected, UnaryOperator<Sheet> change) {
    Sheet before = expect(reader.get(id), expected);
    Sheet after = change.apply(before);
    boolean written = !after.content().equals(before.content());
    return store(
        described(before, after), after.content(), Cause.of(Revision.Reason.EDITED, written));
  }

  private Dashboard described(Sheet before, Sheet after) {
    Registration said = after.dashboard().registration();
    requireLeave(before.dashboard(), said);
    return said.equals(before.dashboard().registration())
        ? before.dashboard()
        : before.dashboard().with(said).describedBy(actor.user(), now);
  }

  /** Who may say who sees and who edits; private is what one sees oneself. */
  private void requireLeave(Dashboard before, Registration said) {
    Registration was = before.registration();
    boolean hides = was.visibility() != said.visibility();
    boolean restricts = was.restrictionLevel() != said.restrictionLevel();
    if (restricts && !reader.mayRestrict(before)) {
      throw restricted(
          "Its creator and admins say who may change this dashboard: ask one of them.");
    }
    if (hides && !reader.isOwn(before)) {
      throw restricted("Its creator says who sees this dashboard: ask them.");
    }
  }

  private static FailureException restricted(String sentence) {
    return new FailureException(new Failure.NotAllowed("restricted", false, sentence));
  }

  /**
   * As {@link #edit} for a change of the content alone, whatever revision it has. Counts as a
   * change of the content also when it is the same as before.
   */
  public Sheet editContent(long id, UnaryOperator<Content> change) {
    Sheet before = expect(reader.get(id), null);
    Content after = change.apply(before.content());
    return store(before.dashboard(), after, Cause.of(Revision.Reason.EDITED, true));
  }

  /**
   * Puts a dashboard into the trash: its cards no longer show insights.
   *
   * @param insightsToo also deletes the insights that no other dashboard shows
   */
  public Sheet delete(long id, @Nullable Long expected, boolean insightsToo) {
    Sheet sheet = expect(reader.get(id), expected);
    if (insightsToo) {
      insights.deleteWith(id, cards.onlyOn(id));
    }
    note(Deed.DASHBOARD_DELETED, sheet);
    return store(
        sheet.dashboard().withDeleted(true),
        sheet.content(),
        Cause.of(Revision.Reason.DELETED, false));
  }

  /**
   * Takes a dashboard back out of the trash, with the insights that were deleted along with it. A
   * dashboard that is not in the trash stays as it is.
   *
   * @param removedCardsToo also brings back cards that had been removed one by one
   */
  public Sheet restore(long id, @Nullable Long expected, boolean removedCardsToo) {
    Sheet sheet = expect(reader.getAlsoInTrash(id), expected);
    if (!sheet.dashboard().deleted()) {
      return sheet;
    }
    insights.restoreWith(id);
    note(Deed.DASHBOARD_RESTORED, sheet);
    UnaryOperator<Card> back = card -> removedCardsToo ? card.withRemoved(false) : card;
    return store(
        sheet.dashboard().withDeleted(false),
        sheet.content().mapCards(back),
        Cause.of(Revision.Reason.RESTORED, removedCardsToo));
  }

  private void note(Deed deed, Sheet sheet) {
    Dashboard dashboard = sheet.dashboard();
    String name = dashboard.registration().name();
    Said said = Said.of(deed, name == null ? "" : name, Long.toString(dashboard.id()));
    new AuditRows(transaction).inProject(now, actor.project(), actor.user(), said);
  }

  /**
   * Makes the content of an earlier revision the newest one. Insights that only this dashboard has
   * get back the names and queries they had; saved ones and those of other dashboards keep theirs.
   */
  public Sheet revert(long id, @Nullable Long expected, long revision) {
    Sheet sheet = expect(reader.get(id), expected);
    Content earlier = reader.revision(id, revision).content();
    insights.bringBack(reader.versions(earlier), owned(id, earlier));
    return store(sheet.dashboard(), earlier, Cause.of(Revision.Reason.REVERTED, true).of(revision));
  }

  /** The insights of a content that nobody saved and no other dashboard, seen or unseen, has. */
  private Collection<Insight> owned(long dashboard, Content content) {
    Map<Long, Insight> found = new HashMap<>(reader.insights(content.insights()));
    found.values().removeIf(insight -> insight.definition().saved());
    found.keySet().removeAll(cards.insightsElsewhere(dashboard, List.copyOf(found.keySet())));
    return found.values();
  }

  /**
   * Gives a user a dashboard.
   *
   * @param asDefault whether it is the one shown to the user first; null to leave that as it is
   */
  public void assign(long id, long user, @Nullable Boolean asDefault) {
    reader.get(id);
    new AssignmentRows(transaction, actor.project()).put(user, id, asDefault);
  }

  /** Takes a dashboard from a user. */
  public void unassign(long id, long user) {
    reader.get(id);
    if (!new AssignmentRows(transaction, actor.project()).delete(user, id)) {
      throw FailureException.notFound(
          "Dashboard %d is not assigned to user %d.".formatted(id, user));
    }
  }

  /**
   * Lets in these users and no others.
   *
   * @param levels how far, by the users' numbers
   */
  public void letIn(long id, Map<Long, Integer> levels) {
    Dashboard dashboard = reader.get(id).dashboard();
    CollaboratorRows rows = new CollaboratorRows(transaction);
    Map<Long, Integer> before = new HashMap<>();
    rows.of(id).forEach(one -> before.put(one.user(), one.level()));
    if (before.equals(levels)) {
      return;
    }
    if (!reader.mayRestrict(dashboard)) {
      throw restricted("Its creator and admins say who is let in: ask one of them.");
    }
    before.keySet().stream()
        .filter(user -> !levels.containsKey(user))
        .forEach(user -> rows.delete(id, user));
    levels.forEach(
        (user, level) -> {
          if (!level.equals(before.get(user))) {
            rows.put(actor.project(), new Collaborator(id, user, level, now, now));
          }
        });
  }

  /** Makes a text that is on no card yet; {@code createdBy} null for nobody. */
  public Text createText(String body, @Nullable Long createdBy) {
    return new Texts(transaction, actor, now).create(body, createdBy);
  }

  /**
   * Why a revision is made.
   *
   * @param written whether this counts as a change of what is on the dashboard
   * @param restored the revision whose content comes back
   */
  private record Cause(Revision.Reason reason, boolean written, @Nullable Long restored) {
    static Cause of(Revision.Reason reason, boolean written) {
      return new Cause(reason, written, null);
    }

    Cause of(long revision) {
      return new Cause(reason, written, revision);
    }
  }

  private Sheet store(Dashboard dashboard, Content content, Cause cause) {
    Texts texts = new Texts(transaction, actor, now);
    Content numbered = new Numbering(transaction, actor, texts).number(dashboard.id(), content);
    Dashboard kept = file(dashboard, numbered, cause);
    texts.changed().forEach((text, body) -> spread(text, body, dashboard.id()));
    return new Sheet(kept, numbered);
  }

  private Dashboard file(Dashboard dashboard, Content content, Cause cause) {
    Revision revision =
        new Revision(
            Sequence.REVISION.next(transaction),
            dashboard.id(),
            dashboard.revision() == 0 ? null : (Long) dashboard.revision(),
            actor.user(),
            now,
            cause.reason(),
            cause.written(),
            cause.restored());
    revisions.insert(revision, content);
    Dashboard kept = dashboard.revised(revision, cause.written());
    dashboards.update(kept);
    cards.replace(dashboard.id(), content);
    return kept;
  }

  /** Brings an edited text to the other dashboards that have it. */
  private void spread(long text, String body, long edited) {
    for (long other : cards.dashboardsWithText(text)) {
      if (other != edited) {
        Dashboard dashboard = dashboards.unseen(other);
        Content content = revisions.find(other, dashboard.revision()).orElseThrow().content();
        file(dashboard, content.withText(text, body), Cause.of(Revision.Reason.TEXT, true));
      }
    }
  }

  /** The sheet, when the actor may change it and it is at the revision that is expected. */
  private Sheet expect(Sheet sheet, @Nullable Long expected) {
    if (!reader.mayEdit(sheet.dashboard())) {
      throw restricted(
          "This dashboard may be changed by its creator, by admins and by those let in: ask one of"
              + " them.");
    }
    long current = sheet.dashboard().revision();
    if (expected != null && expected != current) {
      throw new FailureException(
          new Failure.Conflict(
              "conflict",
              "The dashboard was changed since: revision %d was given, %d is the newest."
                  .formatted(expected, current),
              expected,
              current));
    }
    return sheet;
  }
}
