package dev.facet.dataset.object;

import dev.facet.dataset.object.Field.Kind;
import java.util.List;
import java.util.Optional;

/** Every type of objects there is. */
public final class ObjectTree {
  /** The column of every type that holds the number of the user point's person. */
  public static final String OWNER = "person";

  /** The column of the properties of a type whose properties are fields. */
  public static final String PROPERTIES = "properties";

  /** The column of the id of the activity of an event or activity. */
  public static final String ACTIVITY = "activity";

  /** The column of the first distinct id of a person. */
  public static final String ACCOUNT = "account";

  public static final ObjectType USER_POINT =
      new ObjectType(
          List.of("UserPoint"),
          false,
          List.of(
              new Field("id", Kind.TEXT, "uuid"),
              new Field("creation_ts", Kind.TIMESTAMP, "created_at"),
              new Field("creation_date", Kind.DATE, "created_at")),
          List.of(
              ofPerson("profiles", "UserProfile"),
              ofPerson("segments", "UserSegment"),
              ofPerson("agents", "UserAgent"),
              ofPerson("accounts", "UserAccount"),
              ofPerson("emails", "UserEmail"),
              ofPerson("activities", "UserActivity"),
              ofPerson("events", "UserEvent"),
              ofPerson("activity_events", "UserEvent")),
          List.of("creation_ts", "id"));

  public static final ObjectType USER_PROFILE =
      new ObjectType(
          List.of("UserProfile"),
          true,
          List.of(
              new Field("compartment_id", Kind.TEXT, "compartment"),
              new Field("user_account_id", Kind.TEXT, ACCOUNT)),
          List.of(),
          List.of("user_account_id"));

  public static final ObjectType USER_EVENT =
      new ObjectType(
          List.of("UserEvent", "ActivityEvent"),
          true,
          List.of(
              new Field("id", Kind.TEXT, "uuid"),
              new Field("name", Kind.TEXT, "event"),
              new Field("nature", Kind.TEXT, "event"),
              new Field("ts", Kind.TIMESTAMP, "timestamp"),
              new Field("date", Kind.DATE, "timestamp"),
              new Field("distinct_id", Kind.TEXT, "distinct_id"),
              new Field("session_id", Kind.TEXT, ACTIVITY),
              new Field("url", Kind.PROPERTY, "$current_url"),
              new Field("referrer", Kind.PROPERTY, "$referrer")),
          List.of(),
          List.of("ts", "id"));

  public static final ObjectType USER_ACTIVITY =
      new ObjectType(
          List.of("UserActivity"),
          false,
          List.of(
              new Field("id", Kind.TEXT, ACTIVITY),
              new Field("type", Kind.TEXT, "type"),
              new Field("channel_id", Kind.TEXT, "channel"),
              new Field("ts", Kind.TIMESTAMP, "start"),
              new Field("date", Kind.DATE, "start"),
              new Field("duration", Kind.WHOLE, "duration"),
              new Field("session_duration", Kind.WHOLE, "duration"),
              new Field("number_of_user_events", Kind.WHOLE, "user_events"),
              new Field("has_conversion", Kind.FLAG, "converted"),
              new Field("transaction_amount", Kind.NUMBER, "amount")),
          List.of(new ObjectLink("events", "UserEvent", List.of(OWNER, ACTIVITY))),
          List.of("ts", "id"));

  public static final ObjectType USER_SEGMENT =
      new ObjectType(
          List.of("UserSegment"),
          false,
          List.of(
              new Field("id", Kind.TEXT, "segment"),
              new Field("name", Kind.TEXT, "name"),
              new Field("creation_ts", Kind.TIMESTAMP, "created_at"),
              new Field("last_modified_ts", Kind.TIMESTAMP, "modified_at")),
          List.of(),
          List.of("creation_ts", "id"));

  public static final ObjectType USER_ACCOUNT =
      new ObjectType(
          List.of("UserAccount"),
          false,
          List.of(
              new Field("id", Kind.TEXT, "distinct_id"),
              new Field("user_account_id", Kind.TEXT, "distinct_id"),
              new Field("compartment_id", Kind.TEXT, "compartment")),
          List.of(),
          List.of("id"));

  public static final ObjectType USER_EMAIL =
      new ObjectType(
          List.of("UserEmail"),
          false,
          List.of(new Field("email", Kind.TEXT, "email"), new Field("hash", Kind.TEXT, "hash")),
          List.of(),
          List.of("email"));

  public static final ObjectType USER_AGENT =
      new ObjectType(
          List.of("UserAgent"),
          false,
          List.of(
              new Field("browser_family", Kind.TEXT, "browser"),
              new Field("os_family", Kind.TEXT, "os"),
              new Field("form_factor", Kind.TEXT, "device")),
          List.of(),
          List.of("browser_family", "os_family", "form_factor"));

  public static final List<ObjectType> ALL =
      List.of(
          USER_POINT,
          USER_PROFILE,
          USER_EVENT,
          USER_ACTIVITY,
          USER_SEGMENT,
          USER_ACCOUNT,
          USER_EMAIL,
          USER_AGENT);

  private ObjectTree() {}

  /** The type of this name. */
  public static Optional<ObjectType> type(String name) {
    return ALL.stream().filter(type -> type.names().contains(name)).findFirst();
  }

  /** The type that a link leads to. */
  public static ObjectType target(ObjectLink link) {
    return type(link.type()).orElseThrow();
  }

  private static ObjectLink ofPerson(String name, String type) {
    return new ObjectLink(name, type, List.of(OWNER));
  }
}
