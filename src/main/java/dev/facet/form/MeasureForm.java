package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.model.Place;
import dev.facet.query.Measure;
import dev.facet.query.Measure.Actor;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.Source;
import dev.facet.query.Syntax;
import dev.facet.query.text.HogqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code math} fields of a series: what of its events is measured.
 *
 * @param actor who is counted where the series does not say so
 */
record MeasureForm(Fields fields, Actor actor) {
  private static final String PER_ACTOR = "_count_per_actor";
  private static final String DURATION = "$session_duration";
  private static final List<String> PLAIN =
      List.of(
          "total",
          "dau",
          "weekly_active",
          "monthly_active",
          "unique_session",
          "unique_group",
          "hogql",
          "first_time_for_user",
          "first_matching_event_for_user");
  private static final List<String> PROPERTY_TYPES =
      List.of("event_properties", "person_properties", "session_properties", "group_properties");

  /** Of a number; all but the sum also of how many events each actor has. */
  private static final Map<String, Measure.Summary> SUMMARIES =
      Map.of(
          "sum", Measure.Summary.SUM,
          "avg", Measure.Summary.AVG,
          "min", Measure.Summary.MIN,
          "max", Measure.Summary.MAX,
          "median", Measure.Summary.MEDIAN,
          "p75", Measure.Summary.P75,
          "p90", Measure.Summary.P90,
          "p95", Measure.Summary.P95,
          "p99", Measure.Summary.P99);

  Measure read() {
    String math = fields.text("math");
    String property = fields.text("math_property");
    String type = fields.text("math_property_type");
    Integer group = fields.integer("math_group_type_index");
    double multiplier = multiplier();
    String written = fields.text("math_hogql");
    return switch (math) {
      case null -> new Measure.Count();
      case "total" -> new Measure.Count();
      case "hogql" -> new Measure.Computed(hogql(written), new Place(fields.path("math_hogql")));
      case "dau" -> new Measure.Persons(actor);
      case "weekly_active" -> new Measure.ActivePersons(Measure.ActivePersons.WEEK, actor);
      case "monthly_active" -> new Measure.ActivePersons(Measure.ActivePersons.MONTH, actor);
      case "unique_session" -> new Measure.Sessions();
      case "unique_group" -> new Measure.Persons(new Actor.Group(group(group)));
      case "first_time_for_user" -> new Measure.FirstTime(Measure.First.EVER, actor);
      case "first_matching_event_for_user" -> new Measure.FirstTime(Measure.First.MATCHING, actor);
      default -> {
        Measure.Summary perActor = perActor(math);
        Measure.Summary summary = SUMMARIES.get(math);
        if (perActor != null) {
          yield new Measure.CountPerPerson(perActor, actor);
        }
        if (summary == null) {
          throw Fields.notOneOf(fields.path("math"), math, known());
        }
        yield new Measure.OfProperty(summary, property(math, property, type, group), multiplier);
      }
    };
  }

  private Syntax hogql(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw FailureException.invalid(
          "required",
          fields.path("math_hogql"),
          "Write the aggregate to compute, such as sum(properties.price).");
    }
    return HogqlText.expression(text, fields.path("math_hogql"));
  }

  private int group(@Nullable Integer index) {
    return PropertyForm.groupIndex(index, fields.path("math_group_type_index"));
  }

  private double multiplier() {
    JsonNode node = fields.node("math_multiplier");
    if (node == null) {
      return 1;
    }
    if (!node.isNumber()) {
      throw Fields.wrongType(fields.path("math_multiplier"), "a number", node);
    }
    return node.doubleValue();
  }

  private static Measure.@Nullable Summary perActor(String math) {
    return math.endsWith(PER_ACTOR) && !math.startsWith("sum")
        ? SUMMARIES.get(math.substring(0, math.length() - PER_ACTOR.length()))
        : null;
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(PLAIN);
    known.addAll(new TreeMap<>(SUMMARIES).keySet());
    SUMMARIES.keySet().stream()
        .filter(summary -> !summary.equals("sum"))
        .sorted()
        .forEach(summary -> known.add(summary + PER_ACTOR));
    return known;
  }

  private PropertyRef property(
      String math, @Nullable String key, @Nullable String type, @Nullable Integer group) {
    String path = fields.path("math_property");
    if (key == null || key.isEmpty()) {
      throw FailureException.invalid(
          "required", path, "Name the property whose " + math + " is asked for.");
    }
    PropertyRef property =
        switch (type) {
          case null -> ofEvent(key);
          case "event_properties" -> ofEvent(key);
          case "person_properties" -> new PropertyRef(Source.PERSON, key);
          case "session_properties" -> new PropertyRef(Source.SESSION, key);
          case "group_properties" -> PropertyRef.ofGroup(group(group), key);
          default -> throw Fields.notOneOf(fields.path("math_property_type"), type, PROPERTY_TYPES);
        };
    if (!PropertyForm.isNumber(property)) {
      throw FailureException.invalid(
          "not_a_number",
          path,
          "\"" + key + "\" is no number of a session: \"$session_duration\" is one.");
    }
    return property;
  }

  /** Only sessions have a duration, whatever a client says. */
  private static PropertyRef ofEvent(String key) {
    return new PropertyRef(key.equals(DURATION) ? Source.SESSION : Source.EVENT, key);
  }
}
