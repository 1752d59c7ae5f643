package dev.facet.ingest.sheet;

import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Sequence;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Remembers which files were put into datasets, and what became of their rows. */
public final class Imports {
  private final Catalog catalog;
  private final InstantSource clock;

  /** Who brings which file for which dataset. */
  public record Brought(long user, String dataset, String file) {}

  /** Some of a list, and how long it is. */
  public record Part(List<ImportRun> runs, long total) {}

  public Imports(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Notes that a file is being put in; returns the number of the import. */
  public long begin(long project, Brought brought) {
    Instant now = clock.instant();
    return catalog.mark(
        transaction -> {
          long id = Sequence.IMPORT.next(transaction);
          new ImportRunRows(transaction, project)
              .insert(
                  new ImportRun(
                      id,
                      brought.dataset(),
                      brought.file(),
                      brought.user(),
                      now,
                      now,
                      ImportRun.Counts.NONE,
                      false));
          Said said = Said.of(Deed.IMPORTED, brought.dataset(), brought.file());
          new AuditRows(transaction).inProject(now, project, brought.user(), said);
          return id;
        });
  }

  /**
   * The import that this user brings further rows for.
   *
   * @throws FailureException NotFound when it is another's or ended before
   */
  public long open(long project, long id, long user, String dataset) {
    return catalog
        .read(transaction -> new ImportRunRows(transaction, project).find(id))
        .filter(run -> run.user() == user && run.dataset().equals(dataset) && !run.done())
        .orElseThrow(
            () ->
                FailureException.notFound(
                    "There is no import " + id + " under way into " + dataset + "."))
        .id();
  }

  /** Counts what became of a part of the file. */
  public void add(long project, long id, ImportRun.Counts counts, boolean last) {
    Instant now = clock.instant();
    catalog.mark(
        transaction -> {
          new ImportRunRows(transaction, project).add(id, counts, last, now);
          return true;
        });
  }

  /** The imports of a project, newest first. */
  public Part list(long project, int offset, int limit) {
    return catalog.read(
        transaction -> {
          ImportRunRows rows = new ImportRunRows(transaction, project);
          return new Part(rows.newest(offset, limit), rows.count());
        });
  }
}
