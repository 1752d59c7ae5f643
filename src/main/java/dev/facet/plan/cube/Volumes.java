package dev.facet.plan.cube;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.dataset.activity.ActivityValue;
import dev.facet.dataset.cube.CubeDimension;
import dev.facet.dataset.cube.DataCube.Volume;
import dev.facet.dataset.cube.Source;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.activity.ActivityRows;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Setting;
import dev.facet.query.CubeQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How many objects of each collection there were at the end of each day of the dates, or at their
 * end when days are not asked for. Events and activities are there from when they were, everything
 * else from when its person was first seen.
 */
record Volumes(CubeQuery query, Setting setting, Stretch stretch) {
  private static final String COLLECTION = Volume.COLLECTION.name();
  private static final String OBJECTS = Volume.OBJECTS.name();
  private static final String DAY = "day";
  private static final String NEW = "new_objects";
  private static final String SINCE = "since";
  private static final String PERSON = "object_person";
  private static final long MOST_DAYS = 3_660;

  Facts facts() {
    List<Plan> collections = new ArrayList<>();
    objects().forEach((name, times) -> collections.add(daily(name, times)));
    collections.add(nothing(objects().keySet().stream().toList()));
    Plan union = new Plan.Union(collections);
    Plan days =
        new Plan.Aggregate(
            union,
            List.of(
                new Named(COLLECTION, union.column(COLLECTION)), new Named(DAY, union.column(DAY))),
            List.of(new Aggregation(NEW, Kind.SUM, union.column(NEW))));
    Plan grown =
        new Plan.Window(
            days,
            List.of(COLLECTION),
            List.of(new Plan.Sort.By(DAY, false)),
            List.of(
                new Over.Sum(
                    new Aggregation(OBJECTS, Kind.SUM, days.column(NEW)), Over.Frame.UP_TO_PEERS)));
    Expression day = grown.column(DAY);
    Expression time =
        call(Function.AS_TIME, call(Function.MULTIPLY, day, Expression.integer(Micros.DAY)));
    return new Facts(grown, time, "");
  }

  /** Whether there is a row for each day. */
  private boolean isDaily() {
    return query.dimensions().stream().map(CubeDimension::source).anyMatch(Volumes::isTime)
        || query.facts().filters().stream()
            .map(filter -> filter.dimension().source())
            .anyMatch(Volumes::isTime);
  }

  private static boolean isTime(Source source) {
    return source instanceof Source.Time;
  }

  private long firstDay() {
    return Math.floorDiv(stretch.fromMicros(), Micros.DAY);
  }

  private long lastDay() {
    return Math.floorDiv(stretch.toMicros(), Micros.DAY);
  }

  /** The objects of a collection by the day they came, those from before the dates on the first. */
  private Plan daily(String collection, Plan times) {
    Expression since = times.column(SINCE);
    long end = isDaily() ? (lastDay() + 1) * Micros.DAY - 1 : stretch.toMicros();
    Plan there = new Plan.Filter(times, call(Function.LESS_OR_EQUAL, since, Expression.time(end)));
    Expression day =
        isDaily()
            ? call(
                Function.GREATEST,
                Expression.integer(firstDay()),
                call(
                    Function.FLOOR_DIVIDE,
                    call(Function.AS_WHOLE, since),
                    Expression.integer(Micros.DAY)))
            : Expression.integer(lastDay());
    Plan days =
        new Plan.Aggregate(
            there, List.of(new Named(DAY, day)), List.of(new Aggregation(NEW, Kind.COUNT, null)));
    return new Plan.Project(
        days,
        List.of(
            new Named(COLLECTION, Expression.text(collection)),
            new Named(DAY, days.column(DAY)),
            new Named(NEW, days.column(NEW))));
  }

  /** A row for each collection and day, so that no day is left out. */
  private Plan nothing(List<String> collections) {
    long first = isDaily() ? firstDay() : lastDay();
    if (lastDay() - first >= MOST_DAYS) {
      throw FailureException.invalid(
          "too_many_days",
          "date_ranges[0]",
          "Volumes are told for at most "
              + MOST_DAYS
              + " days at once; ask for less, or leave date_time out.");
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String collection : collections) {
      LongStream.rangeClosed(first, lastDay())
          .forEach(day -> rows.add(List.of(collection, day, 0L)));
    }
    return new Plan.Values(
        List.of(
            new Column(COLLECTION, Type.TEXT),
            new Column(DAY, Type.INTEGER),
            new Column(NEW, Type.INTEGER)),
        rows);
  }

  /** Since when each object has been there, by the name of its collection. */
  private Map<String, Plan> objects() {
    Map<String, Plan> objects = new LinkedHashMap<>();
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    objects.put("UserPoint", since(persons, persons.column("created_at")));
    Expression properties = call(Function.JSON_OF, persons.column("properties"));
    objects.put(
        "UserProfile",
        since(
            new Plan.Filter(
                persons,
                call(Function.LESS, Expression.integer(0), call(Function.JSON_SIZE, properties))),
            persons.column("created_at")));
    objects.put("UserEvent", since(new Plan.Scan(Datasets.EVENTS), EventRows.TIME));
    objects.put(
        "UserActivity",
        since(
            ActivityRows.of(java.util.EnumSet.of(ActivityValue.START)),
            ActivityRows.reference(ActivityValue.START)));
    objects.put("UserAccount", ofPersons(new Plan.Scan(Datasets.PERSON_DISTINCT_IDS), "person"));
    objects.put("UserSegment", ofPersons(new Segments(setting).all(), Segments.MEMBER));
    objects.put("UserEmail", since(emails(persons), persons.column("created_at")));
    objects.put("UserAgent", ofPersons(agents(), "person"));
    return objects;
  }

  private static Plan since(Plan objects, Expression time) {
    return new Plan.Project(objects, List.of(new Named(SINCE, time)));
  }

  private static Plan ofPersons(Plan objects, String person) {
    Plan persons = new Plan.Scan(Datasets.PERSONS);
    Plan created =
        new Plan.Project(
            persons,
            List.of(
                new Named(PERSON, persons.column("person")),
                new Named(SINCE, persons.column("created_at"))));
    Plan joined =
        new Plan.Join(
            Plan.Join.Kind.INNER,
            objects,
            created,
            List.of(new Plan.Join.On(person, PERSON)),
            false);
    return since(joined, joined.column(SINCE));
  }

  private static Plan emails(Plan persons) {
    Expression email = new Expression.Property(persons.column("properties"), "email", Type.TEXT);
    return new Plan.Filter(
        persons, call(Function.LESS, Expression.integer(0), call(Function.LENGTH, email)));
  }

  private static Plan agents() {
    Plan events = new Plan.Scan(Datasets.EVENTS);
    List<Named> keys = new ArrayList<>(List.of(new Named("person", EventRows.PERSON)));
    List<Expression> there = new ArrayList<>();
    for (String key : List.of("$browser", "$os", "$device_type")) {
      Expression value = new Expression.Property(events.column("properties"), key, Type.TEXT);
      keys.add(new Named("agent_" + keys.size(), value));
      there.add(call(Function.NOT, call(Function.IS_NULL, value)));
    }
    return new Plan.Aggregate(
        new Plan.Filter(events, Conditions.any(there)), keys, List.<Aggregation>of());
  }
}
