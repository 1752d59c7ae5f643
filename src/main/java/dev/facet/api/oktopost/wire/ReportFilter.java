package dev.facet.api.oktopost.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.http.Json;
import dev.facet.dataset.Cube;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Nearest;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Filter;
import dev.facet.query.PropertyRef;
import dev.facet.query.ReportQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request narrows a report down to, beside what the dashboard and the report say.
 *
 * @param values for each key that was given what a row must have one of
 * @param from replaces the first day, null to leave it
 * @param to replaces the last day, null to leave it
 */
public record ReportFilter(
    Map<String, List<String>> values,
    DateBound.@Nullable Absolute from,
    DateBound.@Nullable Absolute to) {
  /** Narrows nothing down. */
  public static final ReportFilter NOTHING = new ReportFilter(Map.of(), null, null);

  private static final String NAME = "filter";
  private static final String FROM = "fromDate";
  private static final String TO = "toDate";
  private static final String NETWORKS = "networks";

  /** The dimensions behind the keys. */
  private static final Map<String, String> DIMENSIONS =
      Map.of(
          NETWORKS,
          "network",
          "campaigns",
          "campaign",
          "credentials",
          "profile",
          "messages",
          "message",
          "postSources",
          "source",
          "statuses",
          "status",
          "users",
          "creator",
          "tags",
          "tag");

  public ReportFilter {
    values = Map.copyOf(values);
  }

  /** Reads the parameter. */
  public static ReportFilter read(String text) {
    JsonNode node = json(text);
    if (!node.isObject()) {
      throw Fields.wrongType(NAME, "an object", node);
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    DateBound.Absolute from = null;
    DateBound.Absolute to = null;
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String path = NAME + "." + Given.shown(field.getKey());
      switch (field.getKey()) {
        case FROM -> from = day(field.getValue(), path);
        case TO -> to = day(field.getValue(), path);
        case String key when DIMENSIONS.containsKey(key) ->
            values.put(key, Fields.list(field.getValue(), path, Fields::text));
        case String key -> throw unknown(key, path);
      }
    }
    return new ReportFilter(values, from, to);
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (FailureException e) {
      throw FailureException.invalid(e.failure().code(), NAME, "Give filter as a JSON object.");
    }
  }

  private static DateBound.Absolute day(JsonNode node, String path) {
    return new DateBound.Absolute(
        Given.day(Fields.text(node, path), path).atStartOfDay(), null, true);
  }

  private static FailureException unknown(String key, String path) {
    List<String> known = new ArrayList<>(DIMENSIONS.keySet().stream().sorted().toList());
    known.addAll(List.of(FROM, TO));
    return FailureException.invalid(
        "unknown_field",
        path,
        "There is no key \"%s\"%s: there are %s."
            .formatted(Given.shown(key), Nearest.hint(key, known), String.join(", ", known)));
  }

  /** The report narrowed down; a key that its source has no dimension for is refused. */
  public ReportQuery over(ReportQuery report) {
    List<Filter> filters = new ArrayList<>();
    values.forEach(
        (key, wanted) -> {
          checkSource(key, report.cube());
          if (!wanted.isEmpty()) {
            filters.add(any(key, wanted));
          }
        });
    return new ReportQuery(
        report.cube(),
        report.dimensions(),
        report.metrics(),
        filters.isEmpty() ? report.filter() : report.filter().and(new Filter.And(filters)),
        range(report.range()),
        report.order(),
        report.limit(),
        report.offset());
  }

  private static void checkSource(String key, Cube cube) {
    String dimension = dimension(key);
    if (cube.dimension(dimension).isEmpty()) {
      throw FailureException.invalid(
          "no_dimension",
          NAME + "." + key,
          "This report's rows have no %s: leave %s out.".formatted(dimension, key));
    }
  }

  private static String dimension(String key) {
    return java.util.Objects.requireNonNull(DIMENSIONS.get(key));
  }

  private static Filter any(String key, List<String> wanted) {
    List<String> stored =
        key.equals(NETWORKS)
            ? wanted.stream().flatMap(name -> Networks.word(name).stream()).toList()
            : wanted;
    PropertyRef dimension = new PropertyRef(PropertyRef.Source.METADATA, dimension(key));
    return stored.isEmpty()
        ? new Filter.Or(List.of())
        : new Filter.Compare(dimension, Filter.Operator.EXACT, stored);
  }

  private @Nullable DateRange range(@Nullable DateRange asked) {
    if (from == null && to == null) {
      return asked;
    }
    DateBound first = asked == null ? null : asked.from();
    DateBound last = asked == null ? null : asked.to();
    return new DateRange(from == null ? first : from, to == null ? last : to, false);
  }
}
