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
   * events without a person profile have the number of their distinct id all the same. Among the
   * properties, {@code $group_0} to {@code $group_4} are the keys of the groups it happened in, by
   * the index of the group's type.
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

  /** Companies, workspaces and the like: what is known of each, as it is now. */
  public static final Dataset GROUPS =
      new Dataset(
          "groups",
          List.of(
              new Column("group_type_index", INTEGER),
              new Column("group_key", TEXT),
              new Column("created_at", TIME),
              new Column("properties", OBJECT)),
          List.of("group_type_index", "group_key"),
          "");

  /** The types of groups, at most five, with the index each got when it was first seen. */
  public static final Dataset GROUP_TYPES =
      new Dataset(
          "group_types",
          List.of(new Column("group_type", TEXT), new Column("group_type_index", INTEGER)),
          List.of("group_type"),
          "");

  /** The members of cohorts that are lists, kept up to date when persons merge. */
  public static final Dataset COHORT_PEOPLE =
      new Dataset(
          "cohort_people",
          List.of(new Column("cohort_id", INTEGER), new Column("person", INTEGER)),
          List.of("cohort_id", "person"),
          "");

  /** The names of events that were seen; the times are those of events, cut to the hour. */
  public static final Dataset EVENT_DEFINITIONS =
      new Dataset(
          "event_definitions",
          List.of(
              new Column("name", TEXT),
              new Column("first_seen", TIME),
              new Column("last_seen", TIME)),
          List.of("name"),
          "");

  /**
   * The properties that were seen. {@code owner} is {@code event}, {@code person} or {@code
   * group_0} to {@code group_4}; {@code type} what all values are: {@code Numeric}, {@code
   * Boolean}, {@code DateTime}, else {@code String}, and null while there was none.
   */
  public static final Dataset PROPERTY_DEFINITIONS =
      new Dataset(
          "property_definitions",
          List.of(
              new Column("owner", TEXT),
              new Column("name", TEXT),
              new Column("type", TEXT),
              new Column("first_seen", TIME),
              new Column("last_seen", TIME)),
          List.of("owner", "name"),
          "");

  /**
   * Whether some value of a property was a list or object, or a text that begins like one. Nothing
   * is known of a property that is not here.
   */
  public static final Dataset PROPERTY_NESTING =
      new Dataset(
          "property_nesting",
          List.of(
              new Column("owner", TEXT), new Column("name", TEXT), new Column("nested", BOOLEAN)),
          List.of("owner", "name"),
          "");

  public static final List<Dataset> ALL =
      List.of(
          EVENTS,
          PERSONS,
          PERSON_DISTINCT_IDS,
          GROUPS,
          GROUP_TYPES,
          COHORT_PEOPLE,
          EVENT_DEFINITIONS,
          PROPERTY_DEFINITIONS,
          PROPERTY_NESTING,
          SocialDatasets.PROFILE_SNAPSHOTS,
          SocialDatasets.POSTS,
          SocialDatasets.POST_SNAPSHOTS,
          SocialDatasets.CLICKS,
          BusinessDatasets.CUSTOMERS,
          BusinessDatasets.SUBSCRIPTIONS,
          BusinessDatasets.INVOICES,
          BusinessDatasets.EXCHANGE_RATES);

  private Datasets() {}
}
