package dev.facet.dashboard.annotation;

import dev.facet.catalog.Catalog;
import dev.facet.catalog.Sequence;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.annotation.Annotation.Note;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Keeps annotations. */
public final class Annotations {
  private static final int MOST = 10_000;

  private final Catalog catalog;
  private final InstantSource clock;

  public Annotations(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /** What a project sees, newest time first: its own and those about its organisation. */
  public List<Annotation> seen(long project) {
    return catalog.read(transaction -> new AnnotationRows(transaction).seen(project));
  }

  /** A project's own annotation, deleted or not. */
  public Annotation own(long project, long id) {
    return catalog
        .read(transaction -> new AnnotationRows(transaction).find(project, id))
        .orElseThrow(() -> FailureException.notFound("There is no annotation " + id + "."));
  }

  public Annotation create(Actor actor, Note note, boolean deleted) {
    Instant now = clock.instant();
    return catalog.write(
        transaction -> {
          AnnotationRows rows = new AnnotationRows(transaction);
          if (rows.seen(actor.project()).size() >= MOST) {
            throw FailureException.invalid(
                "too_many", null, "A project has at most " + MOST + " annotations.");
          }
          long id = Sequence.ANNOTATION.next(transaction);
          Annotation made =
              new Annotation(id, actor.project(), note, deleted, now, actor.user(), now);
          rows.insert(made);
          return made;
        });
  }

  /** Says something else in place of what an annotation said. */
  public Annotation change(Annotation before, Note note, boolean deleted) {
    Annotation after =
        new Annotation(
            before.id(),
            before.project(),
            note,
            deleted,
            before.createdAt(),
            before.createdBy(),
            clock.instant());
    catalog.write(
        transaction -> {
          new AnnotationRows(transaction).update(after);
          return true;
        });
    return after;
  }
}
