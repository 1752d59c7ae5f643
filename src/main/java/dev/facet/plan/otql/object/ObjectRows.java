package dev.facet.plan.otql.object;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.dataset.activity.ActivityValue;
import dev.facet.dataset.object.Field;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.model.Micros;
import dev.facet.model.Place;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.activity.ActivityEvents;
import dev.facet.plan.activity.ActivityRows;
import dev.facet.plan.event.Members;
import dev.facet.plan.event.Setting;
import dev.facet.plan.otql.value.Values;
import dev.facet.query.Cohort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row for each object of a type, with the columns that {@link ObjectTree} names. */
public record ObjectRows(Setting setting) {
  private static final Expression ONE = Expression.text("1");

  /** The columns of activities and the values they hold. */
  private static final Map<String, ActivityValue> OF_ACTIVITY =
      Map.of(
          ObjectTree.OWNER,
          ActivityValue.PERSON,
          ObjectTree.ACTIVITY,
          ActivityValue.ID,
          "type",
          ActivityValue.TYPE,
          "channel",
          ActivityValue.CHANNEL,
          "start",
          ActivityValue.START,
          "duration",
          ActivityValue.DURATION,
          "user_events",
          ActivityValue.USER_EVENTS,
          "converted",
          ActivityValue.CONVERTED,
          "amount",
          ActivityValue.AMOUNT);

  /** Those of a type, with the columns of these fields at least. */
  public Plan of(ObjectType type, Set<String> fields, List<String> columns) {
    Set<String> wanted =
        type.fields().stream()
            .filter(field -> fields.contains(field.name()))
            .map(Field::source)
            .collect(Collectors.toSet());
    wanted.addAll(columns);
    return switch (type.name()) {
      case "UserPoint" -> new Plan.Scan(Datasets.PERSONS);
      case "UserProfile" -> profiles(wanted.contains(ObjectTree.ACCOUNT));
      case "UserEvent" ->
          wanted.contains(ObjectTree.ACTIVITY)
              ? ActivityEvents.all()
              : new Plan.Scan(Datasets.EVENTS);
      case "UserActivity" -> activities(wanted);
      case "UserSegment" -> segments();
      case "UserAccount" -> with(new Plan.Scan(Datasets.PERSON_DISTINCT_IDS), "compartment", ONE);
      case "UserEmail" -> emails();
      case "UserAgent" -> agents();
      default -> throw new IllegalStateException("No rows of " + type.name());
    };
  }

  public static Plan with(Plan rows, String name, Expression value) {
    List<Named> columns = new ArrayList<>();
    rows.columns().forEach(c -> columns.add(new Named(c.name(), rows.column(c.name()))));
    columns.add(new Named(name, value));
    return new Plan.Project(rows, columns);
  }

  private static Plan profiles(boolean withAccount) {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    Expression json = call(Function.JSON_OF, persons.column("properties"));
    Expression any = call(Function.NOT, call(Function.EQUAL, json, Expression.text("{}")));
    Plan rows = with(new Plan.Filter(persons, any), "compartment", ONE);
    return withAccount ? withAccount(rows) : rows;
  }

  /** The distinct id of the earliest event; without events the smallest. */
  private static Plan withAccount(Plan rows) {
    Plan events = new Plan.Scan(Datasets.EVENTS);
    Plan first =
        new Plan.Aggregate(
            events,
            List.of(new Named("sender", events.column("person"))),
            List.of(
                Aggregation.of(
                    "sent",
                    Aggregation.Kind.ARG_MIN,
                    List.of(events.column("distinct_id"), events.column("timestamp")),
                    List.of())));
    Plan ids = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
    Plan smallest =
        new Plan.Aggregate(
            ids,
            List.of(new Named("holder", ids.column("person"))),
            List.of(new Aggregation("held", Aggregation.Kind.MIN, ids.column("distinct_id"))));
    Plan joined = left(left(rows, first, "sender"), smallest, "holder");
    return with(
        joined,
        ObjectTree.ACCOUNT,
        call(Function.COALESCE, joined.column("sent"), joined.column("held")));
  }

  private static Plan left(Plan rows, Plan others, String key) {
    return new Join(
        Join.Kind.LEFT, rows, others, List.of(new Join.On(ObjectTree.OWNER, key)), false);
  }

  private static Plan activities(Set<String> wanted) {
    Set<ActivityValue> values = EnumSet.of(ActivityValue.PERSON);
    OF_ACTIVITY.forEach(
        (column, value) -> {
          if (wanted.contains(column)) {
            values.add(value);
          }
        });
    Plan rows = ActivityRows.of(values);
    List<Named> columns = new ArrayList<>();
    new TreeMap<>(OF_ACTIVITY)
        .forEach(
            (column, value) -> {
              if (values.contains(value)) {
                columns.add(new Named(column, ActivityRows.reference(value)));
              }
            });
    return new Plan.Project(rows, columns);
  }

  private Plan segments() {
    List<Plan> parts = new ArrayList<>();
    new TreeMap<>(setting.definitions().cohorts())
        .values()
        .forEach(cohort -> parts.add(segment(cohort)));
    return parts.isEmpty() ? none() : new Plan.Union(parts);
  }

  private Plan segment(Cohort cohort) {
    Plan members = new Members(setting).of(cohort.id(), Place.NONE);
    return new Plan.Project(
        members,
        List.of(
            new Named(ObjectTree.OWNER, members.column("person")),
            new Named("segment", Expression.text(String.valueOf(cohort.id()))),
            new Named("name", Expression.text(cohort.name())),
            new Named("created_at", time(cohort.createdAt())),
            new Named("modified_at", time(cohort.modifiedAt()))));
  }

  private static Expression time(@Nullable Instant instant) {
    return new Expression.Literal(instant == null ? null : Micros.of(instant), Type.TIME);
  }

  private static Plan none() {
    return new Plan.Values(
        List.of(
            new dev.facet.model.Column(ObjectTree.OWNER, Type.INTEGER),
            new dev.facet.model.Column("segment", Type.TEXT),
            new dev.facet.model.Column("name", Type.TEXT),
            new dev.facet.model.Column("created_at", Type.TIME),
            new dev.facet.model.Column("modified_at", Type.TIME)),
        List.of());
  }

  private static Plan emails() {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    Expression properties = persons.column("properties");
    Expression email = new Expression.Property(properties, "email", Type.TEXT);
    Expression json =
        call(Function.JSON_KEY, call(Function.JSON_OF, properties), Expression.text("email"));
    Plan some =
        new Plan.Filter(
            persons,
            call(
                Function.AND,
                call(Function.NOT, call(Function.EQUAL, email, Expression.text(""))),
                Values.isOf("text", json)));
    return new Plan.Project(
        some,
        List.of(
            new Named(ObjectTree.OWNER, some.column("person")),
            new Named("email", email),
            new Named("hash", call(Function.SHA256, call(Function.LOWER, email)))));
  }

  private static Plan agents() {
    Plan events = new Plan.Scan(Datasets.EVENTS);
    Expression browser = property(events, "$browser");
    Expression os = property(events, "$os");
    Expression device = property(events, "$device_type");
    Expression any =
        call(Function.NOT, call(Function.IS_NULL, call(Function.COALESCE, browser, os, device)));
    return new Plan.Aggregate(
        new Plan.Filter(events, any),
        List.of(
            new Named(ObjectTree.OWNER, events.column("person")),
            new Named("browser", browser),
            new Named("os", os),
            new Named("device", device)),
        List.of());
  }

  private static Expression property(Plan events, String key) {
    return new Expression.Property(events.column("properties"), key, Type.TEXT);
  }
}
