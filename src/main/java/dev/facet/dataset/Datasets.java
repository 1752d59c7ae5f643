package dev.facet.dataset;

import static dev.facet.model.Type.BOOLEAN;
import static dev.facet.model.Type.INTEGER;
import static dev.facet.model.Type.OBJECT;
import static dev.facet.model.Type.TEXT;
import static dev.facet.model.Type.TIME;

import dev.facet.model.Column;
import java.util.List;

/** Every dataset there is. */
public final class Datasets {
  /**
   * What happened. {@code person} is the number of the actor, kept up to date when persons merge;
   * events without a person profile have the number of their distinct id all the same.
   */
  public static final Dataset EVENTS =
      new Dataset(
          "events",
          List.of(
              new Column("uuid", TEXT),
              new Column("event", TEXT),
              new Column("distinct_id", TEXT),
              new Column("timestamp", TIME),
              new Column("person", INTEGER),
              new Column("created_at", TIME),
              new Column("properties", OBJECT)),
          List.of("uuid"),
          "timestamp");

  /**
   * Actors. {@code profile} is false for those only ever seen anonymously; {@code created_at} is
   * the time of the earliest event.
   */
  public static final Dataset PERSONS =
      new Dataset(
          "persons",
          List.of(
              new Column("person", INTEGER),
              new Column("uuid", TEXT),
              new Column("created_at", TIME),
              new Column("profile", BOOLEAN),
              new Column("identified", BOOLEAN),
              new Column("properties", OBJECT)),
          List.of("person"),
          "created_at");

  /** Which person a distinct id belongs to now. */
  public static final Dataset PERSON_DISTINCT_IDS =
      new Dataset(
          "person_distinct_ids",
          List.of(new Column("distinct_id", TEXT), new Column("person", INTEGER)),
          List.of("distinct_id"),
          "");

  public static final List<Dataset> ALL = List.of(EVENTS, PERSONS, PERSON_DISTINCT_IDS);

  private Datasets() {}
}
