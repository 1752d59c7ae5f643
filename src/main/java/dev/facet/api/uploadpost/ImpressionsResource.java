package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.api.uploadpost.wire.Window;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.query.Query;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code …/total-impressions}: what the days of a profile add up to over its networks. */
record ImpressionsResource(Asking asking, InstantSource clock) {
  private static final List<String> METRICS =
      List.of(
          "followers",
          "reach",
          "impressions",
          "likes",
          "comments",
          "shares",
          "saves",
          "profileViews",
          "video_count",
          "following",
          "views",
          "pin_clicks",
          "outbound_clicks");

  /** What stands at a moment, of which days do not add up. */
  private static final Set<String> STOCKS = Set.of("followers", "following", "video_count");

  /** What a caller wants to know. */
  private record Asked(Call call, Window window, List<String> platforms, boolean byDay) {

    /** What is summed up of the days that are looked at, by network or day. */
    Query groups(String key, List<Sum> sums) {
      Selection days = Snapshots.between(call.profile(), window.from(), window.to());
      if (!platforms.isEmpty()) {
        days.where("platform IN {platforms}", "platforms", platforms);
      }
      List<String> columns = new ArrayList<>(List.of(key));
      sums.forEach(sum -> columns.add(sum.by(key)));
      return days.groups(String.join(", ", columns), key);
    }
  }

  /** A metric and what it is called on the wire; the level where it is a stock. */
  private record Sum(String name, String value, boolean isStock) {

    static Sum of(String metric) {
      boolean stock = STOCKS.contains(metric);
      return new Sum(metric, (stock ? "level." : "daily.") + metric, stock);
    }

    /** Null when no row of the group has it. */
    String by(String key) {
      return isStock && key.equals("platform")
          ? "argMaxIf(%s, date, isNotNull(%s))".formatted(value, value)
          : "sum(%s)".formatted(value);
    }
  }

  Response retrieve(Call call) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    boolean byDay =
        Given.text(call.request(), "breakdown").filter("true"::equalsIgnoreCase).isPresent();
    Asked asked =
        new Asked(
            call,
            Window.of(call.request(), today),
            Given.platforms(call.request(), "platform"),
            byDay);
    List<String> metrics = metrics(call);
    return Response.json(200, metrics.isEmpty() ? seen(asked) : metrics(asked, metrics));
  }

  private static List<String> metrics(Call call) {
    List<String> metrics = Given.names(call.request(), "metrics");
    for (String metric : metrics) {
      if (!METRICS.contains(metric)) {
        throw FailureException.invalid(
            "unknown_metric",
            "metrics",
            "Parameter metrics: \"%s\" is none of %s."
                .formatted(Given.shown(metric), String.join(", ", METRICS)));
      }
    }
    return metrics;
  }

  private ObjectNode seen(Asked asked) {
    List<Table> groups = groups(asked, List.of(new Sum("seen", Snapshots.seen(), false)));
    ObjectNode body = head(asked);
    body.set("total_impressions", Json.number(total(groups.getFirst(), 1)));
    filter(body, asked);
    if (asked.byDay()) {
      body.set("per_platform", values(groups.getFirst(), 1));
      body.set("per_day", values(groups.getLast(), 1));
    }
    return body;
  }

  private ObjectNode metrics(Asked asked, List<String> metrics) {
    List<Table> groups = groups(asked, metrics.stream().map(Sum::of).toList());
    ObjectNode body = head(asked);
    fill(body.putObject("metrics"), metrics, at -> Json.number(total(groups.getFirst(), at)));
    filter(body, asked);
    if (asked.byDay()) {
      fill(body.putObject("per_platform"), metrics, at -> values(groups.getFirst(), at));
      fill(body.putObject("per_day"), metrics, at -> values(groups.getLast(), at));
    }
    return body;
  }

  private static void fill(
      ObjectNode node, List<String> metrics, Function<Integer, JsonNode> value) {
    for (int i = 0; i < metrics.size(); i++) {
      node.set(metrics.get(i), value.apply(i + 1));
    }
  }

  /** By network, and by day when that is asked for. */
  private List<Table> groups(Asked asked, List<Sum> sums) {
    Query[] questions =
        Stream.of("platform", "date")
            .limit(asked.byDay() ? 2 : 1)
            .map(key -> asked.groups(key, sums))
            .toArray(Query[]::new);
    return asking.ask(asked.call().project(), questions);
  }

  private static ObjectNode head(Asked asked) {
    return UploadPostWire.success()
        .put("profile_username", asked.call().profile())
        .put("start_date", asked.window().from().toString())
        .put("end_date", asked.window().to().toString());
  }

  private static void filter(ObjectNode body, Asked asked) {
    if (!asked.platforms().isEmpty()) {
      ArrayNode names = body.putArray("platforms_filter");
      asked.platforms().forEach(names::add);
    }
  }

  private static double total(Table groups, int column) {
    return groups.rows().stream()
        .mapToDouble(row -> row.get(column) instanceof Number sum ? sum.doubleValue() : 0)
        .sum();
  }

  private static ObjectNode values(Table groups, int column) {
    ObjectNode values = UploadPostWire.object();
    for (List<@Nullable Object> row : sorted(groups)) {
      if (row.get(column) instanceof Number sum) {
        values.set(String.valueOf(row.getFirst()), Json.number(sum.doubleValue()));
      }
    }
    return values;
  }

  private static List<List<@Nullable Object>> sorted(Table groups) {
    return groups.rows().stream()
        .sorted(Comparator.comparing(row -> String.valueOf(row.getFirst())))
        .toList();
  }
}
