package dev.facet.dashboard;

import static java.util.stream.Collectors.toMap;

import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.dashboard.Insight.Definition;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one actor to the insights of a project, within the transaction of an {@link Editor}.
 */
public final class InsightEditor {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int SHORT_ID = 8;

  private final Transaction transaction;
  private final InsightRows rows;
  private final Actor actor;
  private final Instant now;
  private final RandomGenerator random;

  InsightEditor(Transaction transaction, Actor actor, Instant now, RandomGenerator random) {
    this.transaction = transaction;
    this.rows = new InsightRows(transaction, actor);
    this.actor = actor;
    this.now = now;
    this.random = random;
  }

  /** Makes an insight. */
  public Insight create(Definition definition) {
    return create(definition, actor.user());
  }

  /** Makes an insight in somebody's name; null for nobody. */
  public Insight create(Definition definition, @Nullable Long createdBy) {
    Insight insight =
        new Insight(
            Sequence.INSIGHT.next(transaction),
            actor.project(),
            shortId(),
            Sequence.INSIGHT_REVISION.next(transaction),
            definition,
            false,
            now,
            createdBy,
            now,
            createdBy,
            now);
    rows.insert(insight);
    insertVersion(insight);
    return insight;
  }

  /** Changes an insight; another query or other filters make a new version of it. */
  public Insight edit(long id, UnaryOperator<Definition> change) {
    Insight before = find(id);
    Definition after = change.apply(before.definition());
    return change(before, after, asksOther(before.definition(), after));
  }

  /** As {@link #edit} for an insight that is only a chart's: another name makes a version too. */
  public Insight revise(long id, UnaryOperator<Definition> change) {
    Insight before = find(id);
    Definition after = change.apply(before.definition());
    return after.equals(before.definition()) ? before : change(before, after, true);
  }

  private Insight find(long id) {
    return rows.find(id).filter(i -> !i.deleted()).orElseThrow(() -> Reader.noInsight(id));
  }

  private Insight change(Insight before, Definition after, boolean versioned) {
    boolean modified = versioned || readsOther(before.definition(), after);
    Insight insight =
        new Insight(
            before.id(),
            before.project(),
            before.shortId(),
            versioned ? Sequence.INSIGHT_REVISION.next(transaction) : before.revision(),
            after,
            false,
            before.createdAt(),
            before.createdBy(),
            modified ? now : before.modifiedAt(),
            modified ? actor.user() : before.modifiedBy(),
            now);
    rows.update(insight);
    if (versioned) {
      insertVersion(insight);
    }
    return insight;
  }

  /** Deletes an insight: dashboards no longer show it, but keep its place. */
  public Insight delete(long id) {
    return setDeleted(id, true);
  }

  /** Brings a deleted insight back, also to its places on dashboards. */
  public Insight restore(long id) {
    return setDeleted(id, false);
  }

  /** Gives these insights the names and queries of those of the versions that are theirs. */
  void bringBack(Collection<Insight.Version> versions, Collection<Insight> insights) {
    Map<Long, Insight.Version> theirs =
        versions.stream().collect(toMap(Insight.Version::insight, version -> version, (a, b) -> a));
    for (Insight insight : insights) {
      Insight.Version version = theirs.get(insight.id());
      if (version != null && version.id() != insight.revision()) {
        revise(insight.id(), version::in);
      }
    }
  }

  void deleteWith(long dashboard, Collection<Long> insights) {
    rows.deleteWith(dashboard, insights);
  }

  void restoreWith(long dashboard) {
    rows.restoreWith(dashboard);
  }

  private Insight setDeleted(long id, boolean deleted) {
    Insight before = rows.find(id).orElseThrow(() -> Reader.noInsight(id));
    Insight insight =
        new Insight(
            id,
            before.project(),
            before.shortId(),
            before.revision(),
            before.definition(),
            deleted,
            before.createdAt(),
            before.createdBy(),
            before.modifiedAt(),
            before.modifiedBy(),
            now);
    rows.update(insight);
    return insight;
  }

  private void insertVersion(Insight insight) {
    Definition said = insight.definition();
    rows.insertVersion(
        new Insight.Version(
            insight.revision(),
            insight.id(),
            actor.user(),
            now,
            said.name(),
            said.query(),
            said.filters()));
  }

  private static boolean asksOther(Definition before, Definition after) {
    return !Objects.equals(before.query(), after.query())
        || !before.filters().equals(after.filters());
  }

  private static boolean readsOther(Definition before, Definition after) {
    return !Objects.equals(before.name(), after.name())
        || !Objects.equals(before.description(), after.description());
  }

  private String shortId() {
    while (true) {
      StringBuilder id = new StringBuilder(SHORT_ID);
      for (int i = 0; i < SHORT_ID; i++) {
        id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      if (!rows.isTaken(id.toString())) {
        return id.toString();
      }
    }
  }
}
