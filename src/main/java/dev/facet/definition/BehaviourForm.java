package dev.facet.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields;
import dev.facet.form.FilterForm;
import dev.facet.model.FailureException;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.Cohort.Times;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person did, as a criterion of a cohort: {@code {"type": "behavioral", "value":
 * "performed_event", "event_type", "key", "time_value", "time_interval"}}.
 */
final class BehaviourForm {
  private static final List<String> VALUES =
      List.of("performed_event", "performed_event_multiple", "stopped_performing_event");
  private static final Set<String> OF_CLIENTS =
      Set.of("type", "negation", "bytecode", "conditionHash", "label", "id", "group_type_index");
  private static final int LARGEST = 1_000_000;

  private BehaviourForm() {}

  /** Which event or action, and which of them count. */
  private record Act(@Nullable String event, @Nullable Long action, Filter filter) {
    Criterion did(DateBound.@Nullable Relative within, Times times, int count) {
      return new Criterion.Did(event, action, filter, within, times, count);
    }
  }

  /** The criterion; one that goes by order or regularity is refused by name. */
  static Criterion read(JsonNode node, String path) {
    Fields fields = Fields.of(node, path).ignore(OF_CLIENTS);
    String value = fields.requiredText("value");
    Act act = act(fields);
    DateBound.Relative within = within(fields, "time_value", "time_interval");
    Criterion criterion =
        switch (value) {
          case "performed_event" -> act.did(within, Times.AT_LEAST, 1);
          case "performed_event_multiple" -> times(fields, act, within);
          case "stopped_performing_event" -> stopped(fields, act, within);
          default -> throw Fields.notOneOf(fields.path("value"), value, VALUES);
        };
    fields.done();
    return criterion;
  }

  private static Act act(Fields fields) {
    String type = Objects.requireNonNullElse(fields.text("event_type"), "events");
    JsonNode key = fields.node("key");
    Filter filter = FilterForm.read(fields.node("event_filters"), fields.path("event_filters"));
    return switch (type) {
      case "events" ->
          new Act(key == null ? null : Fields.text(key, fields.path("key")), null, filter);
      case "actions" -> new Act(null, CohortForm.number(key, fields.path("key")), filter);
      default ->
          throw Fields.notOneOf(fields.path("event_type"), type, List.of("events", "actions"));
    };
  }

  private static Criterion times(Fields fields, Act act, DateBound.@Nullable Relative within) {
    String operator = Objects.requireNonNullElse(fields.text("operator"), "gte");
    int count = count(fields.node("operator_value"), fields.path("operator_value"));
    return switch (operator) {
      case "gte" -> act.did(within, Times.AT_LEAST, count);
      case "gt" -> act.did(within, Times.AT_LEAST, count + 1);
      case "lte" -> act.did(within, Times.AT_MOST, count);
      case "lt" -> act.did(within, Times.AT_MOST, lessThan(count, fields.path("operator_value")));
      case "exact", "eq" -> act.did(within, Times.EXACTLY, count);
      default ->
          throw Fields.notOneOf(
              fields.path("operator"), operator, List.of("gte", "gt", "lte", "lt", "exact"));
    };
  }

  private static int lessThan(int count, String path) {
    if (count < 1) {
      throw FailureException.invalid("min_value", path, "Nobody did it less than 0 times.");
    }
    return count - 1;
  }

  /** They did it within the longer stretch, but not within the shorter one at its end. */
  private static Criterion stopped(Fields fields, Act act, DateBound.@Nullable Relative within) {
    DateBound.Relative lately = within(fields, "seq_time_value", "seq_time_interval");
    if (lately == null) {
      throw FailureException.invalid(
          "required", fields.path("seq_time_value"), "Say since when they do it no more.");
    }
    return new Criterion.All(
        List.of(
            act.did(within, Times.AT_LEAST, 1),
            new Criterion.Not(act.did(lately, Times.AT_LEAST, 1))));
  }

  private static int count(@Nullable JsonNode value, String path) {
    long count = CohortForm.number(value, path);
    if (count > LARGEST) {
      throw FailureException.invalid(
          "max_value", path, "Ensure this value is less than or equal to " + LARGEST + ".");
    }
    return (int) count;
  }

  /** How far back to look; null for all of time. */
  private static DateBound.@Nullable Relative within(Fields fields, String amount, String unit) {
    JsonNode value = fields.node(amount);
    String interval = fields.text(unit);
    String since = amount.equals("time_value") ? fields.text("explicit_datetime") : null;
    if (since != null) {
      return DateText.parseRelative(since, fields.path("explicit_datetime"));
    }
    if (value == null) {
      return null;
    }
    int count = count(value, fields.path(amount));
    return new DateBound.Relative(count, unit(interval, fields.path(unit)), DateBound.Edge.NONE);
  }

  private static DateBound.Unit unit(@Nullable String interval, String path) {
    return switch (interval) {
      case "minute", "hour", "day", "week", "month", "year" ->
          DateBound.Unit.valueOf(interval.toUpperCase(Locale.ROOT));
      case null ->
          throw FailureException.invalid("required", path, "Say day, week, month or year.");
      default ->
          throw Fields.notOneOf(
              path, interval, List.of("minute", "hour", "day", "week", "month", "year"));
    };
  }
}
