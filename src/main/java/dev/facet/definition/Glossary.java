package dev.facet.definition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.Definition.Kind;
import dev.facet.model.FailureException;
import dev.facet.query.type.PropertyType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps definitions. Safe for use by many threads. */
public final class Glossary {
  private static final int PROJECTS_KEPT = 1_000;
  private static final int MOST = 5_000;

  private final Catalog catalog;
  private final InstantSource clock;
  private final Cache<Long, Known> known = Caffeine.newBuilder().maximumSize(PROJECTS_KEPT).build();

  private record Known(long version, Defined defined) {}

  public Glossary(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Grows with each change of anything in the catalog. */
  public long version() {
    return catalog.definitionsVersion();
  }

  /** All that is defined in a project; the same object until something in the catalog changes. */
  public Defined defined(long project) {
    long version = catalog.definitionsVersion();
    Known found = known.getIfPresent(project);
    if (found != null && found.version() == version) {
      return found.defined();
    }
    Defined defined = catalog.read(transaction -> read(transaction, project));
    if (found != null && found.defined().equals(defined)) {
      defined = found.defined();
    }
    known.put(project, new Known(version, defined));
    return defined;
  }

  private static Defined read(Transaction transaction, long project) {
    return Defined.of(
        new DefinitionRows(transaction, project).list(),
        new PropertyTypeRows(transaction, project).all(),
        new CurrencyRows(transaction, project).find().orElse(null));
  }

  /** The definition of this number that is not deleted. */
  public Optional<Definition> find(long project, Kind kind, long id) {
    return defined(project).of(kind).stream().filter(each -> each.id() == id).findFirst();
  }

  /**
   * Defines something.
   *
   * @throws FailureException Invalid with the path of what is wrong
   */
  public Definition create(Author author, Kind kind, Draft draft) {
    return catalog.write(
        transaction -> {
          Instant now = clock.instant();
          Definition made =
              new Definition(
                  Sequence.DEFINITION.next(transaction),
                  author.project(),
                  kind,
                  draft,
                  now,
                  author.user(),
                  now);
          check(transaction, made, null);
          new DefinitionRows(transaction, author.project()).insert(made);
          return made;
        });
  }

  /**
   * Changes a definition.
   *
   * @param back whether one that is deleted may be changed
   * @throws FailureException NotFound; Invalid with the path of what is wrong
   */
  public Definition change(
      long project, Kind kind, long id, boolean back, UnaryOperator<Draft> change) {
    return catalog.write(
        transaction -> {
          DefinitionRows rows = new DefinitionRows(transaction, project);
          Definition before =
              rows.find(kind, id)
                  .filter(found -> back || !found.draft().deleted())
                  .orElseThrow(() -> FailureException.notFound("There is no " + id + "."));
          Definition after =
              new Definition(
                  id,
                  project,
                  kind,
                  change.apply(before.draft()),
                  before.createdAt(),
                  before.createdBy(),
                  clock.instant());
          check(transaction, after, before);
          rows.update(after);
          return after;
        });
  }

  /** Names the type of a property, or with null goes back to what its values look like. */
  public void setType(long project, String owner, String name, @Nullable PropertyType type) {
    catalog.write(
        transaction -> {
          PropertyTypeRows rows = new PropertyTypeRows(transaction, project);
          if (type == null) {
            rows.remove(owner, name);
          } else {
            rows.put(owner, name, type);
          }
          return true;
        });
  }

  /** Names the currency that a project's money is converted to, or with null leaves it. */
  public void setCurrency(Author author, @Nullable String currency) {
    catalog.write(
        transaction -> {
          CurrencyRows rows = new CurrencyRows(transaction, author.project());
          rows.remove();
          if (currency != null) {
            rows.insert(currency);
          }
          Said said = Said.of(Deed.CURRENCY_CHANGED, currency == null ? "" : currency);
          new AuditRows(transaction)
              .inProject(clock.instant(), author.project(), author.user(), said);
          return true;
        });
  }

  private static void check(
      Transaction transaction, Definition definition, @Nullable Definition before) {
    Defined others = read(transaction, definition.project());
    if (before == null && others.of(definition.kind()).size() >= MOST) {
      throw FailureException.invalid(
          "too_many", null, "A project has at most " + MOST + " of these; delete some first.");
    }
    if (definition.draft().deleted()) {
      return;
    }
    List<Definition> rest = new ArrayList<>(others.definitions());
    rest.removeIf(each -> each.id() == definition.id());
    switch (definition.kind()) {
      case ACTION -> ActionForm.read(definition.id(), definition.draft());
      case COHORT -> CohortForm.check(CohortForm.read(definition.id(), definition.draft()), others);
      case VARIABLE -> VariableForm.check(VariableForm.read(definition), rest);
      case QUERY -> QueryTextForm.read(definition.draft());
    }
  }
}
