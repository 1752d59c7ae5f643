package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.query.ActorsQuery;
import dev.facet.query.ActorsQuery.Known;
import dev.facet.query.ActorsQuery.OfPaths.Stop;
import dev.facet.query.ActorsQuery.Order;
import dev.facet.query.ActorsQuery.Property;
import dev.facet.query.ActorsQuery.Selected;
import dev.facet.query.ActorsQuery.Source;
import dev.facet.query.ActorsQuery.Status;
import dev.facet.query.ActorsQuery.Value;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.Query;
import dev.facet.query.ReportQuery;
import dev.facet.query.RetentionQuery;
import dev.facet.query.SqlQuery;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ActorsQuery} nodes: persons, all of them or those behind a point of a chart. */
final class ActorsForm {
  private static final int MAX_SEARCH = 200;
  private static final List<String> KNOWN =
      List.of(
          "actor",
          "person",
          "id",
          "created_at",
          "is_identified",
          "person_display_name",
          "event_count",
          "appearances",
          "count()",
          "properties.<key>");
  private static final Pattern COMMENT = Pattern.compile("\\s--\\s.*", Pattern.DOTALL);
  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?:person\\.|actor\\.|group\\.)?properties(?:\\.([^\\s'\\[\\]]+)|\\['([^']+)'\\])");
  private static final Pattern ORDER =
      Pattern.compile("(.+?)(?:\\s+(asc|desc))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private ActorsForm() {}

  static ActorsQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    JsonNode node = fields.node("source");
    Source source =
        node == null ? new ActorsQuery.Everyone() : Point.read(node, fields.path("source"));
    boolean everybody = node == null;
    Filter own = FilterForm.read(fields.node("properties"), fields.path("properties"));
    Filter fixed = FilterForm.read(fields.node("fixedProperties"), fields.path("fixedProperties"));
    ActorsQuery query =
        new ActorsQuery(
            source,
            select(fields, everybody),
            own.and(fixed),
            search(fields),
            order(fields, everybody),
            or(fields.integer("limit"), ActorsQuery.DEFAULT_LIMIT),
            or(fields.integer("offset"), 0));
    fields.done();
    return query;
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }

  private static @Nullable String search(Fields fields) {
    String search = fields.text("search");
    if (search != null && search.length() > MAX_SEARCH) {
      throw FailureException.invalid(
          "max_length", fields.path("search"), "A search has up to " + MAX_SEARCH + " characters.");
    }
    return search == null || search.isBlank() ? null : search.strip();
  }

  private static List<Selected> select(Fields fields, boolean everybody) {
    List<Selected> selected =
        fields.list(
            "select",
            (element, path) -> {
              String text = COMMENT.matcher(Fields.text(element, path)).replaceFirst("").strip();
              return new Selected(text, value(text, path));
            });
    if (!selected.isEmpty() || fields.has("select")) {
      return selected;
    }
    List<Selected> usual = new ArrayList<>();
    for (String name : everybody ? List.of("person", "id", "created_at") : List.of("actor")) {
      usual.add(new Selected(name, value(name, "select")));
    }
    return usual;
  }

  private static Value value(String text, String path) {
    Matcher property = PROPERTY.matcher(text);
    if (property.matches()) {
      return new Property(property.group(1) != null ? property.group(1) : property.group(2));
    }
    return switch (text) {
      case "actor", "person", "group" -> Known.ACTOR;
      case "id", "actor_id", "person_id", "person.id", "actor.id", "group_key" -> Known.ID;
      case "created_at", "person.created_at", "actor.created_at" -> Known.CREATED_AT;
      case "is_identified", "person.is_identified" -> Known.IDENTIFIED;
      case "person_display_name" -> Known.DISPLAY_NAME;
      case "event_count" -> Known.EVENT_COUNT;
      case "appearances", "appearance_intervals" -> Known.APPEARANCES;
      case "count()" -> Known.TOTAL;
      default -> throw Fields.notOneOf(path, text, KNOWN);
    };
  }

  private static List<Order> order(Fields fields, boolean everybody) {
    List<Order> order =
        fields.list(
            "orderBy",
            (element, path) -> {
              Matcher by = ORDER.matcher(Fields.text(element, path).strip());
              if (!by.matches()) {
                throw Fields.notOneOf(path, "", KNOWN);
              }
              return new Order(value(by.group(1), path), "desc".equalsIgnoreCase(by.group(2)));
            });
    Known usual = everybody ? Known.CREATED_AT : Known.EVENT_COUNT;
    return order.isEmpty() ? List.of(new Order(usual, true)) : order;
  }

  /** {@code InsightActorsQuery} nodes: a point of a chart. */
  private static final class Point {
    private static final List<String> KINDS =
        List.of("InsightActorsQuery", "FunnelsActorsQuery", "StickinessActorsQuery", "HogQLQuery");
    private static final List<String> CHARTS =
        List.of(
            "TrendsQuery",
            "FunnelsQuery",
            "RetentionQuery",
            "LifecycleQuery",
            "StickinessQuery",
            "PathsQuery");

    private static final Pattern STOP = Pattern.compile("(\\d{1,3})_(.*)", Pattern.DOTALL);

    private Point() {}

    static Source read(JsonNode node, String path) {
      if (node.path("kind").asText().equals("HogQLQuery")) {
        return new ActorsQuery.OfStatement(unlimited((SqlQuery) QueryForm.read(node, path)));
      }
      Fields fields = Fields.of(node, path);
      InsightForm.passAbout(fields);
      fields.pass(Shape.FLAG, "includeRecordings").ignore(Set.of("personsJoin"));
      String kind = fields.requiredText("kind");
      if (!KINDS.contains(kind)) {
        throw Fields.notOneOf(fields.path("kind"), kind, KINDS);
      }
      JsonNode chart = fields.node("source");
      if (chart == null) {
        throw Fields.missing(fields.path("source"));
      }
      Source source = read(fields, QueryForm.read(chart, fields.path("source")), chart);
      fields.done();
      return source;
    }

    private static Source read(Fields fields, Query chart, JsonNode node) {
      return switch (chart) {
        case TrendQuery trend ->
            new ActorsQuery.OfTrend(
                trend,
                series(fields),
                day(fields),
                breakdown(fields, "breakdown"),
                isPrevious(fields));
        case RetentionQuery retention -> {
          Integer cohort = fields.integer("interval");
          yield new ActorsQuery.OfRetention(
              retention,
              cohort == null ? 0 : cohort,
              fields.has("day") ? intervals(fields) : 0,
              breakdown(fields, "breakdown"));
        }
        case LifecycleQuery lifecycle ->
            new ActorsQuery.OfLifecycle(lifecycle, requiredDay(fields), status(fields));
        case StickinessQuery stickiness ->
            new ActorsQuery.OfStickiness(
                stickiness, series(fields), intervals(fields), isPrevious(fields));
        case FunnelQuery funnel -> funnel(fields, funnel);
        case PathsQuery paths -> paths(paths, fields.path("source"), QueryForm.source(node));
        case ReportQuery _,
            CubeQuery _,
            DatasetTree _,
            SqlQuery _,
            SqlQuery.Events _,
            OtqlQuery _,
            ActorsQuery _,
            Query.BusinessWidget _ ->
            throw Fields.notOneOf(
                fields.path("source") + ".kind", node.path("kind").asText(), CHARTS);
      };
    }

    private static Source funnel(Fields fields, FunnelQuery funnel) {
      Integer step = fields.integer("funnelStep");
      List<Integer> depths = fields.list("funnelCustomSteps", Point::depth);
      boolean dropped = fields.flag("funnelTrendsDropOff");
      DateBound.Absolute day = date(fields, "funnelTrendsEntrancePeriodStart");
      List<String> breakdown = breakdown(fields, "funnelStepBreakdown");
      if (funnel.view() instanceof FunnelQuery.View.Trend trend && day != null) {
        return new ActorsQuery.OfFunnelTrend(funnel, trend, day, dropped, breakdown);
      }
      if (day != null || dropped) {
        throw FailureException.invalid(
            "no_funnel_trend",
            fields.path(day == null ? "funnelTrendsEntrancePeriodStart" : "source"),
            "A time of entrance belongs to a funnel of type trends, and drop-offs to a time.");
      }
      if (!depths.isEmpty()) {
        return new ActorsQuery.OfFunnel(funnel, depths, breakdown);
      }
      if (step == null) {
        throw Fields.missing(fields.path("funnelStep"));
      }
      return ActorsQuery.OfFunnel.at(funnel, step, breakdown);
    }

    private static int depth(JsonNode node, String path) {
      if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
        throw Fields.wrongType(path, "the number of a step, from 1", node);
      }
      return node.intValue();
    }

    /** The step that the chart's own options name. */
    private static Source paths(PathsQuery paths, String path, JsonNode node) {
      Fields options = Fields.of(node, path).object("pathsFilter").orElseGet(Fields::none);
      return new ActorsQuery.OfPaths(
          paths,
          stop(options, "pathStartKey"),
          stop(options, "pathEndKey"),
          stop(options, "pathDropoffKey"));
    }

    private static @Nullable Stop stop(Fields options, String field) {
      String key = options.text(field);
      if (key == null) {
        return null;
      }
      Matcher stop = STOP.matcher(key);
      if (!stop.matches()) {
        throw FailureException.invalid(
            "path_key", options.path(field), "Give a place as the chart does, such as 1_/pricing.");
      }
      return new Stop(Integer.parseInt(stop.group(1)), stop.group(2));
    }

    /** As many rows as a statement may have, where it says nothing. */
    private static SqlQuery unlimited(SqlQuery query) {
      return query.limited(SqlQuery.MAX_LIMIT);
    }

    private static int series(Fields fields) {
      Integer series = fields.integer("series");
      return series == null ? 0 : series;
    }

    private static boolean isPrevious(Fields fields) {
      String compare = fields.text("compare");
      return switch (compare) {
        case null -> false;
        case "current" -> false;
        case "previous" -> true;
        default ->
            throw Fields.notOneOf(fields.path("compare"), compare, List.of("current", "previous"));
      };
    }

    private static DateBound.@Nullable Absolute day(Fields fields) {
      return date(fields, "day");
    }

    private static DateBound.@Nullable Absolute date(Fields fields, String field) {
      String text = fields.text(field);
      String path = fields.path(field);
      DateBound bound = DateText.parse(text, path);
      if (bound == null || bound instanceof DateBound.Absolute) {
        return (DateBound.Absolute) bound;
      }
      throw FailureException.invalid(
          "invalid_date", path, "\"" + text + "\" is no date: give the day as the chart does.");
    }

    private static DateBound.Absolute requiredDay(Fields fields) {
      DateBound.Absolute day = day(fields);
      if (day == null) {
        throw Fields.missing(fields.path("day"));
      }
      return day;
    }

    private static Status status(Fields fields) {
      if (!fields.has("status")) {
        throw Fields.missing(fields.path("status"));
      }
      return fields.choice("status", Status.class, Status.NEW);
    }

    /** In how many steps: a number, or its digits. */
    private static int intervals(Fields fields) {
      JsonNode day = fields.node("day");
      if (day == null) {
        throw Fields.missing(fields.path("day"));
      }
      boolean digits = day.isTextual() && day.textValue().matches("\\d{1,9}");
      if (!digits && !day.canConvertToInt()) {
        throw Fields.wrongType(fields.path("day"), "a number of intervals", day);
      }
      return day.asInt();
    }

    /** One value, or one for each breakdown. */
    private static List<String> breakdown(Fields fields, String field) {
      JsonNode breakdown = fields.node(field);
      if (breakdown == null) {
        return List.of();
      }
      return breakdown.isArray()
          ? Fields.list(breakdown, fields.path(field), Point::value)
          : List.of(value(breakdown, fields.path(field)));
    }

    private static String value(JsonNode value, String path) {
      if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
        throw Fields.wrongType(path, "a value of the breakdown", value);
      }
      return value.asText();
    }
  }
}
